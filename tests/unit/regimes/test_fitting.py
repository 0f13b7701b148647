"""Conditions on what an entry says: its words, its basis, its kind, its own dates; and what an effect quotes of it."""

from dataclasses import replace
from datetime import date

import pytest

from fasti.model.identity import PartyKind
from fasti.model.listing import Fact, Listing, Membership, StatedDate
from fasti.model.standing import Effect, EffectStatus
from fasti.regimes.condition import Condition, Says
from fasti.regimes.formula import Formula
from fasti.regimes.rule import Case, DeadlineRule, Quote, Rulebook
from tests.unit.ledger.worlds import LIST, World, issue
from tests.unit.regimes.lawbook import AT_ONCE, PURCHASE, book, company, made, standing, version

KEY = "test:kestrel"
FACTS = (
    Fact("measure", "Loans from US Banks"),
    Fact("measure", "Visa Ban"),
    Fact("directive", "Directive 4", "13662/4"),
)


def listing(*facts: Fact, basis: str = "PROGRAM/1", stated: tuple[StatedDate, ...] = ()) -> Listing:
    """Return an entry that says those facts."""
    return Listing(
        KEY, PartyKind.VESSEL, memberships=(Membership(LIST, basis, basis),), stated=stated, facts=tuple(sorted(facts))
    )


def effects(law: Rulebook, entry: Listing) -> tuple[Effect, ...]:
    """Return the effects of an entry on a day after the first edition that has it."""
    world = World().add(made()).add(issue("2021-02-01 12:00"), issue("2021-03-01 12:00", entry))
    return standing(world, date(2021, 4, 1), key=KEY, law=law).effects


def found(when: Condition, entry: Listing) -> bool:
    """Say whether a case with a condition fits an entry."""
    return bool(effects(book(version(case=Case("case", AT_ONCE, when))), entry))


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        (Condition(), True),
        (Condition(says=(Says("measure"),)), True),
        (Condition(says=(Says("sanction"),)), False),
        (Condition(says=(Says("measure", texts=("loans from*",)),)), True),
        (Condition(says=(Says("measure", texts=("loans",)),)), False),
        (Condition(says=(Says("measure", texts=("export*", "*visa*")),)), True),
        (Condition(says=(Says("directive", values=("13662/4",)),)), True),
        (Condition(says=(Says("directive", values=("13662/1",)),)), False),
        (Condition(says=(Says("measure"), Says("directive", values=("13662/1",)))), False),
        (Condition(silent=(Says("measure", texts=("visa*",)),)), False),
        (Condition(silent=(Says("footnote"),)), True),
        (Condition(basis=("PROGRAM/1",)), True),
        (Condition(basis=("PROGRAM/*",)), True),
        (Condition(basis=("program",)), False),
        (Condition(kinds=("vessel", "aircraft")), True),
        (Condition(kinds=("person",)), False),
        (Condition(if_listed_on="other_list"), False),
        (Condition(if_listed_on=LIST), True),
    ],
    ids=str,
)
def test_a_case_fits_by_what_the_entry_says(when: Condition, fits: bool) -> None:  # noqa: FBT001 - a column
    assert found(when, listing(*FACTS)) is fits


def test_an_entry_of_which_only_acts_speak_says_nothing() -> None:
    law = book(version(case=Case("case", AT_ONCE, Condition(says=(Says("measure"),)))))
    assert standing(company(), date(2021, 4, 1), law=law).effects == ()


def test_an_effect_quotes_the_entry_and_says_where_it_is_silent() -> None:
    quotes = (Quote("measure", "measure"), Quote("footnote", "footnote", "none stated"), Quote("note", "note"))
    law = book(version(case=Case("case", AT_ONCE)))
    (rule,) = law.regimes[0].rules
    law = replace(law, regimes=(replace(law.regimes[0], rules=(replace(rule, quotes=quotes),)),))
    (effect,) = effects(law, listing(*FACTS))
    said = [(one.label, one.text, one.quoted) for one in effect.terms]
    assert said == [
        ("measure", "Loans from US Banks", True),
        ("measure", "Visa Ban", True),
        ("footnote", "none stated", False),
    ]


def test_a_case_begins_on_the_day_that_the_entry_states() -> None:
    due = DeadlineRule("sell", Formula(stated="divestment"), inclusive=True)
    law = book(
        version(case=Case("stated", Formula(stated="effective"), deadlines=(due,))),
    )
    dates = (StatedDate("effective", "2021-03-20", LIST, "Effective Date"),)
    (effect,) = effects(law, listing(stated=dates))
    assert effect.from_ == "2021-03-20"
    assert effects(law, listing()) == ()


def test_a_case_may_name_its_own_object_citation_and_phrase() -> None:
    one = Case("case", AT_ONCE, object="its bonds", citation="Order 9 s.4", phrase="the ban on bonds")
    (effect,) = effects(book(version(case=one)), listing())
    assert (effect.object, effect.citation, effect.phrase) == ("its bonds", "Order 9 s.4", "the ban on bonds")
    assert effects(book(), listing())[0].object == PURCHASE.object


def test_a_class_that_the_rule_cannot_tell_is_not_modelled_rather_than_in_force() -> None:
    (effect,) = effects(book(version(case=Case("other", AT_ONCE, modelled=False))), listing())
    assert effect.status == EffectStatus.NOT_MODELLED
    assert effect.rule is not None

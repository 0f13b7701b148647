"""A claim's slots against the record at its time: deadline, what is forbidden, what happened and who did it."""

from datetime import date

import pytest

from fasti.claims.judging import judge
from fasti.model.act import ActKind
from fasti.model.actor import Role
from fasti.model.claim import Claim, ClaimVerdict, Judged
from fasti.model.conduct import Conduct
from fasti.regimes.formula import Formula
from fasti.regimes.rule import Case, DeadlineRule, Rule, Rulebook
from tests.unit.ledger.worlds import LIST, World, act, issue
from tests.unit.regimes.lawbook import AFTER_60, book, case, company, standing, version

STAY = act("stay", ActKind.ENJOINED, "2021-03-12", "acme", stays="effects", title="A court suspended the ban")
VACATED = act(
    "off",
    ActKind.VACATED,
    "2021-05-25",
    "acme",
    title="The court struck the listing out",
    authority="US District Court for the District of Columbia",
)
COURT = "US District Court"


def judged(
    world: World, published: date, law: Rulebook | None = None, key: str = "test_list/acme", **slots: object
) -> Judged:
    """Judge a claim at the moment it was published."""
    claim = Claim("as said", "press", published, "Acme", LIST, **slots)  # type: ignore[arg-type] # by name
    return judge(claim, standing(world, published, known_at=published, law=law, key=key))


def test_a_claim_about_a_listing_that_the_record_lacks_is_not_supported() -> None:
    claim = Claim("as said", "press", date(2021, 1, 1), "Acme", LIST, deadline=date(2021, 2, 1))
    assert judge(claim, None).verdict == "not_supported"


def test_a_claim_that_names_nothing_that_can_be_checked_is_not_supported() -> None:
    assert judged(company(), date(2021, 2, 1)).verdict == "not_supported"


def test_the_last_day_of_a_deadline_supports_a_claim_and_another_day_refutes_it() -> None:
    right = judged(company(), date(2021, 2, 1), deadline=date(2022, 1, 14))
    assert (right.verdict, right.record, right.citation) == (
        "supported",
        "sell what was held: 2022-01-14",
        "Order 1 s.1",
    )
    wrong = judged(company(), date(2021, 2, 1), deadline=date(2021, 11, 21))
    assert (wrong.verdict, wrong.difference) == ("refuted", "said 2021-11-21; the rule gives 2022-01-14")


def test_a_deadline_that_the_end_of_the_listing_left_moot_is_no_deadline() -> None:
    found = judged(company(VACATED), date(2021, 5, 26), deadline=date(2022, 1, 14))
    assert (found.verdict, found.difference) == (
        "refuted",
        "said 2022-01-14; the rule gives 2022-01-14, moot since 2021-05-25",
    )


def test_a_deadline_where_no_rule_sets_one_is_refuted() -> None:
    found = judged(company(), date(2021, 2, 1), book(version(case=case())), deadline=date(2021, 11, 21))
    assert (found.verdict, found.record) == ("refuted", "No rule sets a deadline.")


def test_of_several_deadlines_the_nearest_to_what_was_said_is_held_against_it() -> None:
    ones = tuple(DeadlineRule(f"on {on}", Formula(on=on), inclusive=True) for on in ("2021-06-01", "2022-06-01"))
    law = book(version(case=Case("listed", AFTER_60, deadlines=ones)))
    assert judged(company(), date(2021, 2, 1), law, deadline=date(2022, 5, 1)).record == "on 2022-06-01: 2022-06-01"


@pytest.mark.parametrize(
    ("forbids", "verdict"),
    [
        ((Conduct.PURCHASE,), "supported"),
        ((Conduct.IMPORT,), "refuted"),
        ((Conduct.PURCHASE, Conduct.IMPORT), "refuted"),
    ],
)
def test_what_is_said_to_be_forbidden_must_be(forbids: tuple[Conduct, ...], verdict: str) -> None:
    assert judged(company(), date(2021, 4, 1), forbids=forbids).verdict == verdict


def test_an_act_within_a_wider_one_is_forbidden_with_it_but_not_the_wider_with_the_narrower() -> None:
    blocking = Rule("b", Conduct.DEAL, "its property", (Role.US_PERSON,), "the blocking", (version(case=case()),))
    assert judged(company(), date(2021, 4, 1), book(others=(blocking,)), forbids=(Conduct.SALE,)).verdict == "supported"
    assert judged(company(), date(2021, 4, 1), forbids=(Conduct.DEAL,)).verdict == "refuted"


@pytest.mark.parametrize(
    ("published", "verdict", "said"),
    [
        (date(2021, 2, 1), "partly_supported", "pending"),
        (date(2021, 3, 20), "partly_supported", "suspended"),
        (date(2021, 6, 1), "refuted", "moot"),
    ],
)
def test_what_is_not_in_force_when_it_is_said_is_not_simply_forbidden(published: date, verdict: str, said: str) -> None:
    found = judged(company(STAY, VACATED), published, forbids=(Conduct.PURCHASE,))
    assert (found.verdict, found.difference) == (verdict, f"said purchase is forbidden; that is {said}")


def test_nothing_is_refuted_where_the_law_of_the_list_is_not_modelled() -> None:
    law = book(version(lists=("other_list",)))
    found = judged(company(), date(2021, 4, 1), law, forbids=(Conduct.IMPORT,))
    assert (found.verdict, found.difference) == ("not_supported", "The law of this list is not in the rulebook.")


def test_what_happened_is_supported_by_an_act_of_the_kind() -> None:
    found = judged(company(VACATED), date(2021, 5, 26), happened=(ActKind.VACATED,), actor=COURT)
    assert (found.verdict, found.record) == (
        "supported",
        "The court struck the listing out (publication date assumed) (2021-05-25)",
    )


def test_what_happened_by_somebody_else_is_supported_in_part() -> None:
    found = judged(company(VACATED), date(2021, 5, 26), happened=(ActKind.VACATED,), actor="Department of Defense")
    assert (found.verdict, found.difference) == (
        "partly_supported",
        "said Department of Defense; it was US District Court for the District of Columbia",
    )


def test_an_earlier_act_of_the_one_named_supports_as_well_as_the_last_of_another() -> None:
    removed = act("first", ActKind.DELISTED, "2021-04-01", "acme", authority="Department of Defense")
    again = act("again", ActKind.LISTED, "2021-04-10", "acme")
    found = judged(
        company(removed, again, VACATED),
        date(2021, 5, 26),
        happened=(ActKind.DELISTED, ActKind.VACATED),
        actor="Department of Defense",
    )
    assert (found.verdict, found.record) == (
        "supported",
        "The authority did first (publication date assumed) (2021-04-01)",
    )


def test_nobody_is_credited_with_what_only_editions_show() -> None:
    world = World().add(issue("2021-01-10 16:00", "test:1"), issue("2021-01-20 16:00"))
    found = judged(world, date(2021, 1, 21), key="test:1", happened=(ActKind.DELISTED,), actor="Department of Defense")
    assert (found.verdict, found.difference) == (
        "partly_supported",
        "said Department of Defense; the record does not say who did it",
    )


def test_what_no_act_shows_did_not_happen_as_far_as_the_record_goes() -> None:
    found = judged(company(STAY), date(2021, 5, 12), happened=(ActKind.UPHELD, ActKind.APPEALED))
    assert (found.verdict, found.record, found.difference) == (
        "not_supported",
        "A court suspended the ban (publication date assumed) (2021-03-12)",
        "said appealed, upheld; no such act is on record",
    )


def test_what_became_public_later_does_not_count() -> None:
    late = act("off", ActKind.VACATED, "2021-05-25", "acme", public_at="2021-06-30")
    assert judged(company(late), date(2021, 5, 26), happened=(ActKind.VACATED,)).verdict == "not_supported"


def test_the_worst_of_several_slots_is_the_verdict() -> None:
    found = judged(company(), date(2021, 4, 1), forbids=(Conduct.PURCHASE,), deadline=date(2021, 11, 21))
    assert found.verdict is ClaimVerdict.REFUTED

"""What a standing tells of its grounds: events, evidence, conflicts, and one standing for each list."""

from dataclasses import replace
from datetime import date

import pytest

from fasti.model.act import ActKind, Matter, Rank, Source
from fasti.model.actor import Role
from fasti.model.conduct import Conduct
from fasti.model.listing import StatedDate
from fasti.regimes.rule import Case, Regime, Rule, Rulebook
from tests.unit.ledger.worlds import LIST, OTHER, World, at, entry, issue
from tests.unit.regimes.lawbook import (
    AFTER_60,
    ask,
    book,
    company,
    listed,
    made,
    standing,
    version,
)

LISTED = ActKind.LISTED
MATTER = Matter("acme-v-dod", "D.D.C.", "1:21-cv-1", "Acme v. DoD", "its listing")
EXPORT = Rule(
    "export", Conduct.EXPORT, "goods", (Role.EXPORTER,), "the licence duty", (version(case=Case("x", AFTER_60)),)
)


def test_events_are_acts_and_the_changes_that_editions_alone_show() -> None:
    world = World().add(
        made(),
        listed("2021-01-14", key="test:1"),
        issue("2021-01-10 16:00"),
        issue("2021-01-20 16:00", "test:1"),
        issue("2021-01-30 16:00"),
    )
    events = standing(world, date(2021, 2, 10), key="test:1").events
    assert [(one.kind, one.on, one.citation.partition(" ")[0]) for one in events] == [
        ("listed", "2021-01-14", "1"),
        ("delisted", "2021-01-30", "edition"),
    ]
    assert len({one.event_id for one in events}) == 2
    assert [one.on for one in standing(world, date(2021, 1, 25), key="test:1").events] == ["2021-01-14"]


@pytest.mark.parametrize(("missing", "says"), [(("02",), True), (("02", "03"), False)])
def test_an_absence_from_one_edition_alone_says_so(missing: tuple[str, ...], says: bool) -> None:  # noqa: FBT001 - a case
    world = World().add(
        *(issue(f"2021-01-{day} 16:00", *(() if day in missing else ("test:1",))) for day in ("01", "02", "03", "04"))
    )
    gone = next(one for one in standing(world, date(2021, 2, 1), key="test:1").events if one.kind == "delisted")
    assert ("the next one has the party again" in gone.summary) == says


def test_an_assumed_date_of_publication_is_marked() -> None:
    (event,) = standing(World().add(listed())).events
    assert event.summary.endswith("(publication date assumed)")
    (event,) = standing(World().add(listed(public_at="2021-01-14"))).events
    assert not event.summary.endswith("(publication date assumed)")


def test_evidence_is_strongest_first_and_quotes_a_file_only_for_the_edition_shown() -> None:
    press = Source(Rank.PRESS, "The Gazette, 15 January 2021", published="2021-01-15")
    world = World().add(
        made(),
        listed("2021-01-14", key="test:1", sources=(press,)),
        issue("2021-01-10 16:00"),
        issue("2021-01-20 16:00", entry("test:1", name="Acme")),
        issue("2021-01-30 16:00"),
    )
    found = standing(world, date(2021, 2, 10), key="test:1").evidence
    assert [(one.rank, one.quote) for one in found] == [
        ("order", None),
        ("list_file", None),
        ("list_file", "Acme"),
        ("list_file", None),
        ("press", None),
    ]


@pytest.mark.parametrize(
    ("known_at", "quoted"), [(date(2021, 1, 19), False), (at("2021-01-20 12:00"), False), (date(2021, 1, 20), True)]
)
def test_a_source_published_later_than_was_known_is_left_out(known_at: date, *, quoted: bool) -> None:
    """A bare date of publication counts from the end of that day."""
    later = Source(Rank.GUIDANCE, "FAQ 1", published="2021-01-20")
    world = World().add(made(), listed(sources=(later,)))
    ranks = [one.rank for one in standing(world, date(2021, 3, 1), known_at=known_at).evidence]
    assert ("guidance" in ranks) is quoted


def test_a_date_that_a_file_states_otherwise_is_a_conflict_and_the_order_is_followed() -> None:
    stated = (
        StatedDate("divestment", "2022-01-14", LIST, "Purchase/Sales For Divestment Date"),
        StatedDate("effective", "2021-03-16", LIST, "Effective Date"),
    )
    said = replace(entry("test:1"), stated=stated)
    world = World().add(made(), listed(key="test:1"), issue("2021-01-20 16:00", said))
    (problem,) = ask(world, date(2021, 2, 1), key="test:1").problems
    assert (problem.code, problem.where) == ("stated_date_differs", "test_list Effective Date")
    assert "2021-03-16" in problem.message
    assert "2021-03-15T09:30:00-04:00, which is followed" in problem.message


def test_problems_of_the_fold_travel_with_the_answer() -> None:
    world = World().add(made(), listed("2021-01-05", key="test:1"), issue("2021-01-10 16:00"))
    assert [one.code for one in ask(world, key="test:1").problems] == ["not_in_file"]


def test_there_is_one_standing_for_each_list_sorted() -> None:
    world = company(listed("2020-12-01", list=OTHER, act_id="first"))
    found = ask(world).standings
    assert [one.list for one in found] == [OTHER, LIST]


def test_two_regimes_may_reach_one_list() -> None:
    other = Regime("test.other", "Another law", "everyone", (EXPORT,))
    law = Rulebook("rulebook/two", (*book().regimes, other))
    assert [one.regime for one in standing(company(), law=law).effects] == ["test.law", "test.other"]

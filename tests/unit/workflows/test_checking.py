"""The question as understood, the vantage it is put at, and the verdict over what was found and consulted."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from fasti.model.act import ActKind
from fasti.model.answer import CheckAnswer
from fasti.model.entry import Coverage
from fasti.model.errors import UsageError
from fasti.regimes.policies import chosen
from fasti.workflows.asking import CheckRequest, vantage_of
from fasti.workflows.checking import check_in
from tests.unit.ledger.worlds import LIST, OTHER, World, act, at, claims, entry, issue
from tests.unit.workflows.ledgers import SETTINGS, asked, opened

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
LISTED = act("on", ActKind.LISTED, "2021-01-14", "acme")
EVERYTHING = claims(1, *(Coverage(one, "2020-01-01", "2025-12-31", "all") for one in (LIST, OTHER)))


def check(world: World, **said: object) -> CheckAnswer:
    """Check a request; `said` fills it."""
    return check_in(opened(world), SETTINGS, replace(CheckRequest("acme"), **said))  # type: ignore[arg-type] # by name


def test_the_vantage_defaults_to_now_and_the_day_to_what_was_known() -> None:
    assert vantage_of(None, None, None, NOW).as_of == NOW
    assert vantage_of(None, date(2021, 3, 14), None, NOW).as_of == date(2021, 3, 14)
    both = vantage_of(date(2021, 3, 16), date(2021, 3, 14), 3, NOW)
    assert (both.as_of, both.known_at, both.head) == (date(2021, 3, 16), date(2021, 3, 14), 3)
    assert vantage_of(date(2021, 3, 16), None, None, NOW).known_at == NOW


@pytest.mark.parametrize("head", [0, -1, 2])
def test_a_place_that_the_log_does_not_have_is_refused(head: int) -> None:
    """An answer at a place yet to come would not stay the same."""
    with pytest.raises(UsageError, match="--head"):
        check(World().add(LISTED), head=head)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"name": "  "}, "blank"),
        ({"name": "\u202e\u200f"}, "no letter or digit"),
        ({"actors": ("us-citizen",)}, "us-citizen"),
        ({"act": "buy"}, "buy"),
        ({"lists": ("no_list",)}, "no_list"),
        ({"require": ("no_list",)}, "no_list"),
        ({"policies": {"us.clock": "sundial"}}, "sundial"),
        ({"policies": {"uk.clock": "wall"}}, "uk.clock"),
        ({"name": "ofac:x"}, "ofac"),
    ],
)
def test_what_names_nothing_known_is_refused_in_a_sentence(said: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        check(World().add(LISTED), **said)


@pytest.mark.parametrize(
    ("as_of", "known_at", "projected"),
    [
        (date(2021, 3, 16), date(2021, 3, 14), True),
        (date(2021, 3, 14), date(2021, 3, 14), False),
        (at("2021-03-14 12:00"), date(2021, 3, 14), False),
        (at("2021-03-14 12:00"), at("2021-03-14 11:59"), True),
    ],
)
def test_an_answer_that_looks_ahead_of_what_was_known_says_so(
    as_of: date | datetime, known_at: date | datetime, *, projected: bool
) -> None:
    assert check(World().add(LISTED), as_of=as_of, known_at=known_at).query.projected is projected


def test_a_live_listing_is_a_match() -> None:
    assert asked(World().add(LISTED), as_of=date(2021, 2, 1)).verdict == "match"


def test_an_ended_listing_is_history_not_a_hit() -> None:
    world = World().add(LISTED, act("off", ActKind.DELISTED, "2021-02-01", "acme"))
    found = asked(world, as_of=date(2021, 3, 1))
    assert (found.verdict, found.parties[0].standings[0].status) == ("incomplete", "ended")
    assert asked(world.add(EVERYTHING), as_of=date(2021, 3, 1)).verdict == "no_match"


def test_absence_is_said_only_where_every_list_consulted_supports_it() -> None:
    world = World().add(EVERYTHING)
    assert asked(world, "nobody", date(2021, 3, 1)).verdict == "no_match"
    assert asked(world, "nobody", date(2019, 3, 1)).verdict == "incomplete"
    half = World().add(claims(1, Coverage(LIST, "2020-01-01", "2025-12-31", "all")))
    assert asked(half, "nobody", date(2021, 3, 1)).verdict == "incomplete"
    assert check(half, name="nobody", as_of=date(2021, 3, 1), lists=(LIST,)).verdict == "no_match"
    assert check(half, name="nobody", as_of=date(2021, 3, 1), lists=(LIST,), require=(OTHER,)).verdict == "incomplete"


def test_lists_not_asked_for_are_not_answered() -> None:
    world = World().add(LISTED, act("too", ActKind.LISTED, "2021-01-15", "acme", list=OTHER))
    found = check(world, lists=(OTHER,), as_of=date(2021, 2, 1))
    assert [one.list for party in found.parties for one in party.standings] == [OTHER]
    assert {one.list for one in found.run.not_screened} == {OTHER}


def test_a_key_finds_the_party_and_says_so() -> None:
    world = World().add(issue("2021-01-10 16:00", entry("ofac:1", name="Acme")))
    (party,) = asked(world, "ofac:1", date(2021, 1, 11)).parties
    assert (party.match.score, party.match.matched_name, party.caption) == (1.0, "ofac:1", "Acme")
    assert asked(world, "ofac:1", date(2021, 1, 11), date(2021, 1, 9)).parties == ()


def test_a_name_of_later_days_finds_nobody_before_it_was_published() -> None:
    world = World().add(
        issue("2021-01-10 16:00", entry("ofac:1", name="Acme")),
        issue("2021-01-20 16:00", entry("ofac:1", name="Zenith")),
    )
    assert asked(world, "Zenith", date(2021, 1, 15), date(2021, 1, 15)).parties == ()
    assert [one.party_id for one in asked(world, "Zenith", date(2021, 1, 15)).parties] == ["ofac:1"]


def test_the_run_names_what_the_answer_was_made_from() -> None:
    edition, parts = issue("2021-01-10 16:00", "ofac:1")
    world = World().add((edition, parts), EVERYTHING)
    run = asked(world, "ofac:1", date(2021, 1, 11)).run
    assert (run.engine, run.scorer, run.readers, run.head.partition(":")[0]) == (
        "fasti/test",
        "name_v1",
        ("test/1",),
        "2",
    )
    assert run.content_id == world.store.content_id()
    assert [(one.source, one.list, one.covers) for one in run.sources if one.source == "alpha"] == [
        ("alpha", LIST, f"alpha/csv edition {edition.edition_id}")
    ]
    assert run.policies == chosen({})


def test_defects_of_the_log_and_of_the_fold_stand_in_the_run() -> None:
    world = World().add(
        act("on", ActKind.LISTED, "2021-01-05", "acme"),
        act("on", ActKind.LISTED, "2021-01-06", "acme"),
        issue("2021-01-10 16:00"),
    )
    assert [one.code for one in asked(world, as_of=date(2021, 2, 1)).run.problems] == [
        "act_recorded_twice",
        "not_in_file",
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("foo:bar", ["no scheme foo is known; foo:bar was searched as a name"]),
        ("Norvik: the company", []),
        ("ofac:17018", []),
        ("test:1", []),
    ],
)
def test_a_key_of_no_known_scheme_is_searched_as_a_name_and_the_answer_says_so(name: str, told: list[str]) -> None:
    world = World().add(LISTED, issue("2021-01-15 12:00", entry("test:1")))
    assert [one.message for one in check(world, name=name).run.problems if one.code == "no_such_scheme"] == told

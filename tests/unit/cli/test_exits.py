"""Exit codes: what an answer means to a script."""

from dataclasses import replace

import pytest

from fasti.cli.codes import Exit, FailOn
from fasti.cli.exits import holds, not_consulted, of_check, of_health, of_ingest, of_sync, of_verify
from fasti.model.answer import CheckAnswer
from fasti.model.standing import Standing
from tests.surfaces.authored import (
    BAN,
    CHECK,
    CHRONICLE,
    INCOMPLETE,
    NOT_COVERED,
    PARTY,
    RUN,
    SUSPENDED,
    VACATED_STANDING,
)
from tests.surfaces.authored_others import FAULTY, INGESTED, SOURCES, SYNCED, VERIFIED


def _with(*standings: Standing) -> CheckAnswer:
    return replace(CHECK, parties=(replace(PARTY, standings=standings),))


@pytest.mark.parametrize("status", ["listed", "announced", "suspended"])
def test_listed_holds_for_every_live_status(status: str) -> None:
    assert holds(_with(replace(SUSPENDED, status=status)), FailOn.LISTED)


def test_listed_does_not_hold_for_what_ended() -> None:
    assert not holds(_with(VACATED_STANDING, NOT_COVERED), FailOn.LISTED)


@pytest.mark.parametrize(
    ("status", "expected"),
    [("in_force", True), ("unconfirmed", True), ("not_modelled", True), ("suspended", False), ("pending", False)],
)
def test_effect_holds_unless_it_is_known_not_to_bind(status: str, *, expected: bool) -> None:
    assert holds(_with(replace(SUSPENDED, effects=(replace(BAN, status=status),))), FailOn.EFFECT) is expected


@pytest.mark.parametrize(
    ("verdict", "expected"), [("match", True), ("possible", True), ("no_match", False), ("incomplete", False)]
)
def test_match_goes_by_the_verdict(verdict: str, *, expected: bool) -> None:
    assert holds(replace(CHECK, verdict=verdict), FailOn.MATCH) is expected


def test_a_required_list_must_have_been_consulted() -> None:
    assert not_consulted(RUN, ("us_dod_ccmc",)) == ()
    assert [one.reason for one in not_consulted(RUN, ("us_ofac_sdn",))] == ["not_loaded"]
    assert [one.list for one in not_consulted(RUN, ("us_bis_entity",))] == ["us_bis_entity"]


def test_a_stale_list_does_not_count_as_consulted() -> None:
    stale = replace(CHECK, run=replace(RUN, sources=(replace(CHRONICLE, stale=True),)))
    assert [one.list for one in not_consulted(stale.run, ("us_dod_ccmc",))] == ["us_dod_ccmc"]


def test_check_exits() -> None:
    assert of_check(INCOMPLETE, None, ()) == Exit.DONE
    assert of_check(INCOMPLETE, FailOn.MATCH, ("us_ofac_sdn",)) == Exit.NOT_CONSULTED
    assert of_check(CHECK, FailOn.LISTED, ("us_ofac_sdn",)) == Exit.HELD


def test_ingest_and_verify_exits() -> None:
    assert of_ingest(INGESTED) == Exit.BAD_INPUT
    assert of_ingest(replace(INGESTED, editions=INGESTED.editions[:1])) == Exit.DONE
    assert (of_verify(VERIFIED), of_verify(FAULTY)) == (Exit.DONE, Exit.HELD)


def test_sync_exits() -> None:
    """A source that could not be had comes before one that was refused, and that before those that were admitted."""
    unavailable, admitted, refused = SYNCED.sources
    assert of_sync(SYNCED) == Exit.UNAVAILABLE
    assert of_sync(replace(SYNCED, sources=(admitted, refused))) == Exit.BAD_INPUT
    assert of_sync(replace(SYNCED, sources=(admitted, replace(refused, outcome="held")))) == Exit.BAD_INPUT
    assert of_sync(replace(SYNCED, sources=(admitted, replace(unavailable, outcome="unchanged")))) == Exit.DONE


def test_health_exits() -> None:
    well = replace(SOURCES, sources=(replace(SOURCES.sources[0], state="current"),))
    assert of_health(well) == Exit.DONE
    assert of_health(SOURCES) == Exit.HELD
    assert of_health(replace(well, lists=(replace(CHRONICLE, stale=True),))) == Exit.HELD

"""Screening many is asking `check` for each: the same parties, scores, dates and verdicts at the same vantage."""

from datetime import date

import pytest

from fasti.model.errors import UsageError
from fasti.model.screened import ScreenedRow
from fasti.workflows.asking import CheckRequest
from fasti.workflows.bulk.asked import asked
from fasti.workflows.bulk.request import ScreenRequest
from fasti.workflows.bulk.rows import Row
from fasti.workflows.bulk.screener import screener_of
from fasti.workflows.checking import check, check_in
from fasti.workflows.settings import Settings
from tests.unit.ledger.worlds import LIST, OTHER, entry, issue
from tests.unit.workflows.bulk.authored import world
from tests.unit.workflows.ledgers import SETTINGS, opened

NAMES = ("acme", "delta", "nobody at all", "Acme", "acne")


def _screen(names: tuple[str, ...], request: ScreenRequest) -> list[ScreenedRow]:
    rows = [asked(Row(number, {"name": (name,)})) for number, name in enumerate(names, 1)]
    return screener_of(opened(world()), SETTINGS, request).screen(rows)


@pytest.mark.parametrize("day", [date(2021, 1, 1), date(2021, 3, 1), date(2021, 7, 1), date(2025, 6, 1)])
@pytest.mark.parametrize("lists", [(), (LIST,), (OTHER,)])
def test_every_row_is_the_answer_of_check(day: date, lists: tuple[str, ...]) -> None:
    found = _screen(NAMES, ScreenRequest(as_of=day, lists=lists))
    for name, row in zip(NAMES, found, strict=True):
        answer = check_in(opened(world()), SETTINGS, CheckRequest(name, as_of=day, lists=lists))
        assert row.verdict == answer.verdict
        mine = {(one.party_id, one.keys, one.caption, one.score, one.matched_name) for one in (*row.hits, *row.history)}
        assert mine == {
            (one.party_id, one.keys, one.caption, one.match.score, one.match.matched_name) for one in answer.parties
        }
        listed = {(one.party_id, *_of(part)) for one in (*row.hits, *row.history) for part in one.lists}
        assert listed == {(one.party_id, *_of(part)) for one in answer.parties for part in one.standings}


def _of(part: object) -> tuple[object, ...]:
    return tuple(getattr(part, name) for name in ("list", "status", "listed_on", "ended_on"))


@pytest.mark.parametrize(
    "name", ["Xiaomi Corporation", "Luokung", "Huawei", "ofac:30946", "isin:KYG9830T1067", "Norvik"]
)
def test_the_chronicle_is_screened_as_it_is_checked(settings: Settings, name: str) -> None:
    from fasti.workflows.bulk.screener import opened as screener

    day = date(2021, 3, 1)
    with screener(settings, ScreenRequest(as_of=day, known_at=day)) as (one, _):
        (row,) = one.screen([asked(Row(1, {"name": (name,)}))])
    answer = check(settings, CheckRequest(name, as_of=day, known_at=day))
    assert row.verdict == answer.verdict
    assert {hit.party_id for hit in (*row.hits, *row.history)} == {party.party_id for party in answer.parties}


def test_a_party_whose_listing_ended_is_history_and_no_hit() -> None:
    (row,) = _screen(("delta",), ScreenRequest(as_of=date(2021, 7, 1)))
    assert (row.verdict, row.hits) == ("no_match", ())
    assert [(one.list, one.status, one.ended_on) for one in row.history[0].lists] == [(LIST, "ended", "2021-06-01")]
    (before,) = _screen(("delta",), ScreenRequest(as_of=date(2021, 5, 31)))
    assert (before.verdict, before.history) == ("match", ())


def test_what_was_not_public_is_not_found() -> None:
    (row,) = _screen(("acme",), ScreenRequest(as_of=date(2021, 3, 1), known_at=date(2020, 12, 1)))
    assert (row.hits, row.history) == ((), ())


@pytest.mark.parametrize("threshold", [0, -1, 1.5])
def test_a_threshold_that_says_nothing_is_refused(threshold: float) -> None:
    with pytest.raises(UsageError, match="threshold"):
        _screen(("acme",), ScreenRequest(threshold=threshold))


def test_an_unknown_list_is_refused() -> None:
    with pytest.raises(UsageError, match="no_such_list"):
        _screen(("acme",), ScreenRequest(lists=("no_such_list",)))


def test_what_was_read_is_let_go_between_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long run keeps no more than a short one, and answers the same."""
    files = world().add(issue("2021-02-01 09:00", entry("test:bolt", name="Bolt"), entry("test:nut", name="Nut")))
    rows = [asked(Row(number, {"name": (name,)})) for number, name in enumerate(("Bolt", "Nut", "acme", "Bolt"), 1)]
    screener = screener_of(opened(files), SETTINGS, ScreenRequest(as_of=date(2021, 3, 1)))
    whole = [screener.screen([row])[0] for row in rows]
    held = len(screener.evidence.contents())
    monkeypatch.setattr("fasti.workflows.matching.LISTINGS", 0)
    monkeypatch.setattr("fasti.workflows.bulk.screener.REMEMBERED", 1)
    screener = screener_of(opened(files), SETTINGS, ScreenRequest(as_of=date(2021, 3, 1)))
    assert [screener.screen([row])[0] for row in rows] == whole
    assert all(row.hits for row in whole)
    assert len(screener.evidence.contents()) < held

"""OFAC's own effective and divestment dates against the engine's; the order is followed where they differ."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from fasti.model.answer import CheckAnswer
from fasti.model.listing import StatedDate
from fasti.workflows.asking import CheckRequest, evidence_at, vantage_of
from fasti.workflows.checking import check
from fasti.workflows.opening import open_ledger
from fasti.workflows.settings import Settings

pytestmark = pytest.mark.realdata

ANNEX_CONFLICTS = 31
REGIME = "us.eo13959"


def _stated(settings: Settings, list_id: str, as_of: date) -> dict[str, dict[str, str]]:
    """Return entry key to the dates its file entry states, on one day."""
    with open_ledger(settings) as ledger:
        evidence = evidence_at(ledger, vantage_of(as_of, None, None, settings.now()))
        found: dict[str, dict[str, str]] = {}
        edition = evidence.sequence(list_id, "").editions
        newest = [one for one in edition if one.listed_at <= evidence.view.at(list_id)][-1]
        for key in evidence.preload_list(list_id):
            listing = evidence.listing_at(key, newest.series, newest.order)
            stated: tuple[StatedDate, ...] = listing.stated if listing and listing.on_list(list_id) else ()
            if stated:
                found[key] = {one.what: one.on for one in stated if one.list == list_id}
        return found


def _computed(answer: CheckAnswer) -> Iterator[tuple[str, str, str]]:
    """Yield start, deadline and last day of the purchase rule, wherever in the party's standings it stands."""
    for party in answer.parties:
        for standing in party.standings:
            live = [one for one in standing.effects if one.status not in {"moot", "ended"}]
            starts = [one.from_ or "" for one in live if one.regime == REGIME and one.act == "purchase"]
            for start in starts:
                for deadline in standing.deadlines:
                    yield start[:10], deadline.due[:10], deadline.last_day


@pytest.mark.parametrize(
    ("list_id", "as_of", "entries", "conflicts"),
    [
        ("us_ofac_ns_ccmc", date(2021, 5, 24), 39, ANNEX_CONFLICTS),
        ("us_ofac_ns_cmic", date(2022, 2, 1), 68, 0),
    ],
)
def test_the_engine_gives_ofacs_own_dates(
    ledger_of_series: Settings, list_id: str, as_of: date, entries: int, conflicts: int
) -> None:
    stated = _stated(ledger_of_series, list_id, as_of)
    assert len(stated) == entries
    differing = 0
    for key, dates in sorted(stated.items()):
        answer = check(ledger_of_series, CheckRequest(key, as_of))
        ((start, due, _),) = set(_computed(answer))
        assert start == dates["effective"], key
        reported = [
            one for one in answer.run.problems if one.code == "stated_date_differs" and one.where.startswith(list_id)
        ]
        if due != dates["divestment"]:
            differing += 1
            assert due == "2021-11-11"
            assert date.fromisoformat(dates["divestment"]) == date.fromisoformat(due) + timedelta(days=1)
            assert reported
        else:
            assert reported == []
    assert differing == conflicts

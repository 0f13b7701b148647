"""A back-test by record reads only what the ledger had recorded by then; by publication, all that was public."""

from datetime import UTC, date, datetime

import pytest

from fasti.model.act import ActKind
from fasti.model.errors import UsageError
from fasti.model.vantage import Vantage
from fasti.workflows.asking import CheckRequest
from fasti.workflows.checking import check_in
from fasti.workflows.recorded import recorded_by
from tests.unit.ledger.worlds import World, act
from tests.unit.workflows.ledgers import SETTINGS, opened

LISTED = act("on", ActKind.LISTED, "2021-01-14", "acme")
DELISTED = act("off", ActKind.DELISTED, "2021-05-25", "acme", acts=("on",))
RECORD = {"backtest": "record"}


def kept() -> World:
    """Return a world whose listing was recorded in 2022 and its end in 2023."""
    world = World()
    world.store.append(LISTED, datetime(2022, 1, 1, tzinfo=UTC))
    world.store.append(DELISTED, datetime(2023, 1, 1, tzinfo=UTC))
    return world


@pytest.mark.parametrize(
    ("policy", "status"), [({}, "ended"), ({"backtest": "publication"}, "ended"), (RECORD, "listed")]
)
def test_the_policy_decides_what_counts(policy: dict[str, str], status: str) -> None:
    request = CheckRequest("acme", date(2021, 6, 1), date(2022, 6, 1), policies=policy)
    answer = check_in(opened(kept()), SETTINGS, request)
    assert [one.status for party in answer.parties for one in party.standings] == [status]
    assert answer.run.head.partition(":")[0] == ("1" if status == "listed" else "2")


def test_a_day_takes_in_what_was_recorded_by_its_end() -> None:
    ledger = opened(kept())
    assert recorded_by(ledger, Vantage(date(2021, 6, 1), date(2023, 1, 1)), RECORD).head == 2
    assert recorded_by(ledger, Vantage(date(2021, 6, 1), date(2022, 12, 31)), RECORD).head == 1


def test_a_head_given_as_well_still_cuts() -> None:
    vantage = recorded_by(opened(kept()), Vantage(date(2021, 6, 1), date(2024, 1, 1), 1), RECORD)
    assert vantage.head == 1


def test_where_nothing_was_recorded_yet_the_question_is_refused() -> None:
    with pytest.raises(UsageError, match="2022-01-01"):
        recorded_by(opened(kept()), Vantage(date(2021, 6, 1), date(2021, 6, 1)), RECORD)

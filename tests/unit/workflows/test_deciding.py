"""A decision joins or parts two keys, and says with what effect; nonsense is refused."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from fasti.model.errors import UsageError
from fasti.workflows.asking import CheckRequest
from fasti.workflows.checking import check
from fasti.workflows.deciding import decide
from fasti.workflows.ingesting import ingest
from fasti.workflows.settings import Settings
from tests.golden.sources.editions import FOLDER

NOW = datetime(2026, 3, 3, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return the settings of a ledger with an authored edition of the Canadian list."""
    settings = Settings(tmp_path / "ledger.db", "test", clock=lambda: NOW, user="ana")
    ingest(settings, "ca_sema", [FOLDER / "ca_sema" / "sema-lmes.xml"])
    return settings


def _party(settings: Settings, key: str) -> set[str]:
    return {key for party in check(settings, CheckRequest(key)).parties for key in party.keys}


def _two(settings: Settings) -> tuple[str, str]:
    parties = check(settings, CheckRequest("ofac:30947")).parties
    assert parties
    from fasti.workflows.listings import list_entries

    first, *_ = (one.key for one in list_entries(settings, "ca_sema").entries)
    return first, "ofac:30947"


def test_keys_are_joined_and_parted_again(settings: Settings) -> None:
    first, second = _two(settings)
    assert second not in _party(settings, first)
    joined = decide(settings, "same_as", (first, second), "one number")
    assert {first, second} <= _party(settings, first)
    assert joined.subjects[0].keys == joined.subjects[1].keys
    assert (joined.decided_by, joined.why) == ("ana", "one number")
    parted = decide(settings, "not_same_as", (first, second), "a slip")
    assert second not in _party(settings, first)
    assert parted.subjects[0].keys != parted.subjects[1].keys


def test_an_entry_of_acts_is_found_by_its_name_under_the_key_of_a_file(settings: Settings) -> None:
    first, _ = _two(settings)
    decide(settings, "same_as", (first, "us_dod_ccmc/xiaomi"), "one row")
    found = check(settings, CheckRequest("Xiaomi Corporation")).parties
    assert any(first in party.keys for party in found)


@pytest.mark.parametrize(
    ("kind", "other", "why", "message"),
    [
        ("same_as", "ofac:99999999", "one number", "ofac:99999999 names nobody"),
        ("same_as", "huawei", " ", "--why is blank"),
        ("same_as", "ofac:30947", "one number", "given twice"),
        ("likes", "huawei", "one number", "likes is no decision"),
    ],
)
def test_nonsense_is_refused(settings: Settings, kind: str, other: str, why: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        decide(settings, kind, ("ofac:30947", other), why)


def test_the_same_decision_is_not_recorded_twice(settings: Settings) -> None:
    pair = _two(settings)
    decide(settings, "same_as", pair, "one number")
    with pytest.raises(UsageError, match="this very decision"):
        decide(settings, "same_as", pair, "one number")

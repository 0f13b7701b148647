"""One ledger with the chronicle for the tests that screen whole files."""

from datetime import UTC, datetime

import pytest

from fasti.workflows.opening import open_ledger
from fasti.workflows.settings import Settings


def _clock() -> datetime:
    return datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of a ledger that holds the chronicle."""
    settings = Settings(tmp_path_factory.mktemp("bulk") / "ledger.db", "fasti/test", clock=_clock)
    with open_ledger(settings):
        return settings

"""An authored world as an open ledger, asked as the commands ask."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

from fasti.ledger.archive import Archive
from fasti.ledger.losses import Losses
from fasti.model.answer import CheckAnswer
from fasti.workflows.asking import CheckRequest
from fasti.workflows.checking import check_in
from fasti.workflows.opening import Ledger
from fasti.workflows.settings import Settings
from tests.unit.ledger.worlds import CATALOG, World

UNWRITABLE = Path(os.devnull) / "names"
"""No index can be kept there, so that each is made in a folder that vanishes."""
SETTINGS = Settings(Path("nowhere.db"), "fasti/test", clock=lambda: datetime(2026, 1, 1, 12, tzinfo=UTC))


def opened(world: World) -> Ledger:
    """Return the ledger of a world; nothing is archived."""
    return Ledger(world.store, Archive(Path("nowhere.db.archive")), CATALOG, Losses(world.store), UNWRITABLE)


def asked(
    world: World,
    name: str = "acme",
    as_of: date | datetime | None = None,
    known_at: date | datetime | None = None,
    head: int | None = None,
) -> CheckAnswer:
    """Check a name."""
    return check_in(opened(world), SETTINGS, CheckRequest(name, as_of, known_at, head=head))

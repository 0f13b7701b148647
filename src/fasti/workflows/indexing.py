"""Opens the index of names that lies beside a ledger, and brings it up to date first if the ledger has moved on.

A process that asks again has the index that it opened before, unless the ledger or a file of the index changed since.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from fasti.index.keeping import Stamp, State, index_faults, index_state, open_index, stamp_of
from fasti.index.names import NameIndex
from fasti.screening.names.wording import NameWording
from fasti.workflows.opening import Ledger
from fasti.workflows.settings import nobody

WORDING = NameWording()
HELD = 4
"""Indexes that are kept open: their files are mapped into memory and read where they are used."""

Tell = Callable[[str], None]


def names_of(ledger: Ledger, tell: Tell | None = None) -> NameIndex:
    """Return the index of a ledger as it is now.

    It is made anew, or added to, if it is not of this ledger, of this head and of these rules. A ledger beside which
    nothing can be written is indexed in a folder of its own, which vanishes with the process.

    Args:
        ledger: Open.
        tell: Told in words what takes time.

    Raises:
        LedgerError: The ledger is damaged.
    """
    stamp = _stamp(ledger)
    before = _held.pop(ledger.index, None)
    if before is not None and (before.stamp, before.state) == (stamp, index_state(ledger.index)):
        held = before
    else:
        index = _opened(ledger, stamp, tell)
        held = _Held(stamp, index_state(ledger.index), index)
    _held[ledger.index] = held
    for oldest in [*_held][:-HELD]:
        _held.pop(oldest, None)
    return replace(held.index, long_lived=ledger.long_lived, tell=tell)


@dataclass(frozen=True, slots=True)
class _Held:
    """An index that is open, and the files it was opened from."""

    stamp: Stamp
    state: State
    index: NameIndex


_held: dict[Path, _Held] = {}


def _opened(ledger: Ledger, stamp: Stamp, tell: Tell | None) -> NameIndex:
    ready = open_index(ledger.index, WORDING, stamp)
    if ready is not None:
        return ready
    from fasti.index.renewing import Maker, renew_index  # slow to import, as is what is imported below
    from fasti.workflows.crew import Crew

    say = tell or nobody
    with Crew(len(os.sched_getaffinity(0)), say) as crew:
        maker = Maker(WORDING, stamp, crew, say)
        try:
            return renew_index(ledger.index, ledger.store, maker)
        except OSError:
            import tempfile

            apart = Path(tempfile.mkdtemp(prefix="fasti-names-"))
            try:
                return renew_index(apart, ledger.store, maker)
            finally:
                shutil.rmtree(apart, ignore_errors=True)  # what is mapped stays until it is closed


def faults_of(ledger: Ledger) -> list[str]:
    """Return what is wrong with the index beside a ledger, byte by byte."""
    return index_faults(ledger.index, _stamp(ledger))


def _stamp(ledger: Ledger) -> Stamp:
    return stamp_of(WORDING, ledger.store.head())

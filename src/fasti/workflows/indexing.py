"""Opens the index of names that lies beside a ledger, and brings it up to date first if the ledger has moved on."""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from fasti.index.keeping import Stamp, index_faults, open_index, renew_index, stamp_of
from fasti.index.names import NameIndex
from fasti.index.surveying import Survey, survey
from fasti.model.identity import PartyKind
from fasti.screening.names.wording import NameWording
from fasti.workflows.opening import Ledger

WORDING = NameWording()

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
    index = _opened(ledger, tell)
    index.long_lived, index.tell = ledger.long_lived, tell
    return index


def _opened(ledger: Ledger, tell: Tell | None) -> NameIndex:
    stamp = _stamp(ledger)
    ready = open_index(ledger.index, WORDING, stamp)
    if ready is not None:
        return ready
    renew = partial(renew_index, wording=WORDING, stamp=stamp, surveyor=partial(_survey, ledger), tell=tell or _quietly)
    try:
        return renew(ledger.index)
    except OSError:
        apart = Path(tempfile.mkdtemp(prefix="fasti-names-"))
        try:
            return renew(apart)
        finally:
            shutil.rmtree(apart, ignore_errors=True)  # what is mapped stays until it is closed


def faults_of(ledger: Ledger) -> list[str]:
    """Return what is wrong with the index beside a ledger, byte by byte."""
    return index_faults(ledger.index, _stamp(ledger))


def _stamp(ledger: Ledger) -> Stamp:
    return stamp_of(WORDING, ledger.store.head())


def _quietly(_: str) -> None:
    pass


def _survey(ledger: Ledger, kinds: Mapping[str, PartyKind]) -> Survey:
    return survey(ledger.store, [entry.body for entry in ledger.store.log()], kinds)

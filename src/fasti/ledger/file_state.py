"""Remembers the logs of the ledgers that this process opened last, each for as long as its files stay as they are.

A log is read anew once a byte of the ledger was written since, by whoever, so that nobody is told of a file that is no
more.
"""

from pathlib import Path

from fasti.ledger.sql_log import KeptLog

LEDGERS = 4
"""Ledgers of which the log is remembered."""

State = tuple[tuple[int, int, int, int], ...]
"""Device, number, size and time of the last change of each file that has something in it."""

_kept: dict[Path, tuple[State, KeptLog]] = {}


def kept_log(path: Path) -> KeptLog:
    """Return the log of a ledger as it was read before if its files have not changed, else one that is not read yet.

    Args:
        path: The file; what was written to it last may lie beside it.
    """
    state, place = _state(path), path.absolute()
    before = _kept.pop(place, None)
    kept = before[1] if before is not None and before[0] == state else KeptLog()
    _kept[place] = (state, kept)
    for oldest in [*_kept][:-LEDGERS]:
        _kept.pop(oldest, None)
    return kept


def _state(path: Path) -> State:
    found = []
    for one in (path, path.with_name(f"{path.name}-wal")):
        try:
            says = one.stat()
        except OSError:
            continue
        if says.st_size:
            found.append((says.st_dev, says.st_ino, says.st_size, says.st_mtime_ns))
    return tuple(found)

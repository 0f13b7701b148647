"""Counts what became of rows, so that the counts of parts add up to those of the whole."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from typing import Any

from fasti.model.screened import Reason, ScreenCounts
from fasti.workflows.bulk.asked import Asked
from fasti.workflows.bulk.screener import Answered

_QUOTED = re.compile(r"(?<![A-Za-z])'.*'(?![A-Za-z])", re.DOTALL)


def count(rows: Iterable[Answered], silent: str) -> dict[str, Any]:
    """Return counts and reasons of some rows, in plain values.

    Args:
        rows: What became of them.
        silent: Verdict of a row without a hit.
    """
    counts = dict.fromkeys((one.name for one in fields(ScreenCounts)), 0)
    errors: dict[str, list[int]] = {}
    notes: dict[str, list[int]] = {}
    for row in rows:
        counts["rows"] += 1
        if isinstance(row, Asked):
            counts[silent] += 1
        else:
            counts[row.verdict] += 1
            counts["hits"] += len(row.hits)
            counts["history"] += len(row.history)
            if row.reason is not None:
                _note(errors, _general(row.reason), row.row, 1)
        for note in dict.fromkeys(map(_general, row.notes)) if row.notes else ():
            _note(notes, note, row.row, 1)
    return {"counts": counts, "errors": errors, "notes": notes}


def total(parts: Iterable[Mapping[str, Any]]) -> tuple[ScreenCounts, tuple[Reason, ...], tuple[Reason, ...]]:
    """Return the counts, the errors and the notes of all parts."""
    counts = asdict(ScreenCounts())
    reasons: dict[str, dict[str, list[int]]] = {"errors": {}, "notes": {}}
    for part in parts:
        for name, number in part["counts"].items():
            counts[name] += number
        for kind, known in reasons.items():
            for message, (rows, first) in part[kind].items():
                _note(known, message, first, rows)
    return ScreenCounts(**counts), _reasons(reasons["errors"]), _reasons(reasons["notes"])


def _note(known: dict[str, list[int]], message: str, row: int, rows: int) -> None:
    seen = known.setdefault(message, [0, row])
    seen[0] += rows
    seen[1] = min(seen[1], row)


def _reasons(known: Mapping[str, list[int]]) -> tuple[Reason, ...]:
    reasons = (Reason(message, rows, first) for message, (rows, first) in known.items())
    return tuple(sorted(reasons, key=lambda one: (-one.rows, one.message)))


def _general(message: str) -> str:
    """Return a message without the value that it quotes, so that many rows share it.

    >>> _general("gender 'x' is neither male nor female")
    'gender ... is neither male nor female'
    """
    return _QUOTED.sub("...", message)

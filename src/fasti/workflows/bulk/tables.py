"""Decides the columns of what bulk screening writes: one row a hit, and one for a row of the input without any."""

from collections.abc import Iterable, Iterator
from typing import Any

from fasti.model.answer import Contribution
from fasti.model.screened import ScreenedRow, ScreenHit, Screening
from fasti.workflows.bulk.asked import Asked

COLUMNS = (
    "row",
    "id",
    "name",
    "verdict",
    "hit",
    "state",
    "score",
    "band",
    "party_id",
    "caption",
    "kind",
    "matched_name",
    "lists",
    "statuses",
    "listed_on",
    "ended_on",
    "explanation",
    "history_found",
    "reason",
    "notes",
)
"""Columns, in order; `docs/screening.md` says what each holds."""
NUMBERS = {"row": "int64", "hit": "int32", "history_found": "int32", "score": "float64"}
SEVERAL = frozenset({"lists", "statuses", "listed_on", "ended_on", "notes"})
LIVE, PAST = "live", "history"
Line = tuple[Any, ...]


def lines(row: ScreenedRow, *, history: bool) -> Iterator[Line]:
    """Yield the output rows of one row, each with a value for every column.

    Args:
        row: What became of it.
        history: Whether parties whose listings have ended have rows too.
    """
    shown = [(hit, LIVE) for hit in row.hits] + [(hit, PAST) for hit in row.history if history]
    if not shown:
        rest = (0, len(row.history), row.reason, row.notes)
        yield _line(row, rest[0], None, "", rest[1:])
    for place, (hit, state) in enumerate(shown, 1):
        yield _line(row, place, hit, state, (len(row.history), row.reason, row.notes))


def quiet_line(row: Asked, silent: str) -> Line:
    """Return the output row of a row without a hit; `silent` is its verdict."""
    return row.row, row.id, row.name, silent, 0, *_NO_HIT, 0, None, row.notes


_NO_HIT: Line = (*(None,) * 7, (), (), (), (), None)


def _line(row: ScreenedRow, place: int, hit: ScreenHit | None, state: str, rest: tuple[Any, ...]) -> Line:
    if hit is None:
        return row.row, row.id, row.name, row.verdict, place, *_NO_HIT, *rest
    return (
        row.row,
        row.id,
        row.name,
        row.verdict,
        place,
        state,
        hit.score,
        hit.band,
        hit.party_id,
        hit.caption,
        hit.kind,
        hit.matched_name,
        *zip_lists(hit),
        explained(hit.explanation),
        *rest,
    )


def zip_lists(hit: ScreenHit) -> tuple[tuple[str, ...], ...]:
    """Return lists, statuses, dates of listing and of end, each in the same order; an unknown date is empty."""
    return (
        tuple(one.list for one in hit.lists),
        tuple(one.status for one in hit.lists),
        tuple(one.listed_on or "" for one in hit.lists),
        tuple(one.ended_on or "" for one in hit.lists),
    )


def explained(parts: Iterable[Contribution]) -> str:
    """Return an explanation in one line.

    >>> explained([Contribution("word", "norvik", "norvik", 0.5)])
    'word norvik = norvik +0.500'
    """
    return "; ".join(
        f"{one.feature} {' = '.join(filter(None, (one.query, one.listed)))} {one.value:+.3f}" for one in parts
    )


def to_table(screening: Screening) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return a screening as a `pyarrow.Table`."""
    history = screening.query.history
    return arrow_table([line for row in screening.rows for line in lines(row, history=history)])


def arrow_table(rows: list[Line]) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return output rows as a `pyarrow.Table`."""
    import pyarrow as pa

    columns = zip(*rows, strict=True) if rows else ((),) * len(COLUMNS)
    schema = arrow_schema()
    arrays = [pa.array(list(values), type=one.type) for values, one in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def arrow_schema() -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return the types of the columns."""
    import pyarrow as pa

    several = pa.list_(pa.string())
    types = {name: getattr(pa, kind)() for name, kind in NUMBERS.items()}
    return pa.schema([(name, several if name in SEVERAL else types.get(name, pa.string())) for name in COLUMNS])

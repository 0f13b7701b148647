"""`fasti.screen`: parties asked for from Python, as values, dictionaries, texts or an Arrow table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from fasti.model.errors import UsageError
from fasti.model.screened import ScreenCounts, Screening
from fasti.model.subject import Subject
from fasti.workflows.bulk.asked import Asked, asked
from fasti.workflows.bulk.columns import Mapped, compact, headings, map_columns
from fasti.workflows.bulk.request import ScreenRequest
from fasti.workflows.bulk.rows import Row, texts_of
from fasti.workflows.bulk.screener import opened
from fasti.workflows.bulk.tally import count
from fasti.workflows.settings import Settings

Record = str | Subject | Mapping[str, Any]


def screen(
    records: Iterable[Record] | Any,  # noqa: ANN401 - an Arrow table, which has no types
    request: ScreenRequest | None = None,
    settings: Settings | None = None,
    columns: Mapping[str, str | Sequence[str]] | None = None,
) -> Screening:
    """Screen many parties against the ledger; the same answers as `check` gives for each.

    Args:
        records: Names; `Subject` values; dictionaries with the keys that `fasti screen` knows as headings
            (`name`, `birth_date`, `country`, `lei`, ...; a value may be a list); or a table that can be handed over
            as Arrow: of pyarrow, pandas 2.2, polars. For tables of any size use `fasti screen`, which keeps memory
            bounded.
        request: Vantage, lists and threshold; by default now, every list, and the band `possible`.
        settings: Which ledger; by default that of the environment.
        columns: Role to the headings or keys that have it, where they are not the usual ones.

    Returns:
        The rows in the order of the records, numbered from 1, and what they were made from.

    Raises:
        UsageError: A record is of another type, a column is missing, or the request names nothing known.
        LedgerError: The ledger cannot be used.
    """
    settings = settings or Settings.from_environment()
    named = {role: (ones,) if isinstance(ones, str) else tuple(ones) for role, ones in (columns or {}).items()}
    rows = list(_asked(records, named))
    with opened(settings, request or ScreenRequest()) as (screener, ledger):
        screened = tuple(screener.screen(rows))
        counts = count(screened, screener.silent)["counts"]
        return Screening(
            query=screener.query(settings),
            counts=ScreenCounts(**{one.name: counts[one.name] for one in fields(ScreenCounts)}),
            rows=screened,
            run=screener.run(settings, ledger),
        )


def _asked(records: Iterable[Record] | Any, named: Mapping[str, Sequence[str]]) -> Iterator[Asked]:  # noqa: ANN401 - see above
    if hasattr(records, "__arrow_c_stream__"):
        import pyarrow as pa

        table = pa.table(records)
        yield from _of_arrow(table, map_columns(table.schema.names, named, "The table"))
        return
    if hasattr(records, "columns"):  # to iterate over a table would ask for its headings
        raise UsageError("This table cannot be handed over as Arrow: give a pyarrow.Table, or a list of dictionaries.")
    if isinstance(records, (str, Subject, Mapping)):
        raise UsageError(f"screen takes several records: put the {type(records).__name__} into a list.")
    for number, record in enumerate(records, 1):
        yield _of_record(number, record, named)


def _of_arrow(table: Any, mapped: Mapped) -> Iterator[Asked]:  # noqa: ANN401 - pyarrow has no types
    from fasti.workflows.bulk.parquet_rows import rows_of

    start = 1
    for batch in table.to_batches():
        yield from map(asked, rows_of(batch, mapped, start))
        start += batch.num_rows


def _of_record(number: int, record: Record, named: Mapping[str, Sequence[str]]) -> Asked:
    if isinstance(record, Subject):
        shown = next((one.text for one in record.names), "")
        problem = "" if record.names or record.identifiers else "the record has neither a name nor an identifier"
        return Asked(number, None, shown, record, problem)
    if isinstance(record, str):
        return asked(Row(number, {"name": (record,)}))
    if not isinstance(record, Mapping):
        raise UsageError(f"Record {number} is a {type(record).__name__}: give a name, a Subject or a dictionary.")
    return asked(Row(number, _cells(record, named)))


def _cells(record: Mapping[str, Any], named: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    free = {compact(key): key for key in reversed(list(record))}
    usual = {role: [free[one] for one in ones if one in free][:1] for role, ones in headings().roles.items()}
    cells = {}
    for role, keys in {**usual, **named}.items():
        values = tuple(text for key in keys if key in record for text in texts_of(role, record[key]))
        if values:
            cells[role] = values
    return cells

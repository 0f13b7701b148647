"""Writes screened rows as CSV, JSON Lines or Parquet: in parts as they come, then joined into one file."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, BinaryIO

from fasti.model.errors import UsageError
from fasti.model.screened import ScreenedRow
from fasti.sources.ftm.simple_writer import guarded
from fasti.workflows.bulk.tables import COLUMNS, Line, arrow_schema, arrow_table, lines

CSV, JSONL, PARQUET = "csv", "jsonl", "parquet"
FORMATS = (CSV, JSONL, PARQUET)
ENDINGS = {
    ".csv": CSV,
    ".tsv": CSV,
    ".txt": CSV,
    ".jsonl": JSONL,
    ".ndjson": JSONL,
    ".json": JSONL,
    ".parquet": PARQUET,
    ".pq": PARQUET,
}
STAMP = b"fasti"
"""Key of the run stamp in the metadata of a Parquet file."""
GROUP = 65_536
"""Rows of a row group at least, but for the last."""
COPIED = 1 << 20


def format_of(path: Path, named: str | None, option: str) -> str:
    """Return the format of a file: as named, else by its ending.

    Raises:
        UsageError: It is neither named nor to be told from the ending.
    """
    found = named or ENDINGS.get(path.suffix.lower())
    if found not in FORMATS:
        what = f"{option} {named} is no format" if named else f"The format of {path} cannot be told from its ending"
        raise UsageError(f"{what}: use {option} csv, jsonl or parquet.")
    return found


def encode_part(rows: Iterable[ScreenedRow], form: str, *, history: bool) -> bytes:
    """Return the rows of one part in the form of the output."""
    if form == JSONL:
        return b"".join(_json_line(row, history=history) for row in rows)
    flat = [line for row in rows for line in lines(row, history=history)]
    return _csv(flat) if form == CSV else _parquet(flat)


def _json_line(row: ScreenedRow, *, history: bool) -> bytes:
    told = asdict(row if history else replace(row, history=())) | {"history_found": len(row.history)}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace") + b"\n"


def _csv(rows: Sequence[Line]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8", "backslashreplace")


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        value = "; ".join(value) if any(value) else ""
    return guarded(value) if isinstance(value, str) else value


def _parquet(rows: list[Line]) -> bytes:
    from pyarrow.parquet import write_table

    data = BytesIO()
    write_table(arrow_table([_plain(row) for row in rows]), data, compression="zstd")
    return data.getvalue()


def _plain(row: Line) -> Line:
    """Return a row whose texts can be stored as UTF-8."""
    return tuple(_stored(value) if isinstance(value, str) else value for value in row)


def _stored(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def join_parts(parts: Iterable[Path], form: str, file: BinaryIO, stamp: bytes) -> None:
    """Write the parts into one file, in order.

    Args:
        parts: Files that `encode_part` filled.
        form: Their form.
        file: Where to.
        stamp: What the run was made from, for the metadata of a Parquet file.
    """
    if form == PARQUET:
        _join_parquet(parts, file, stamp)
        return
    if form == CSV:
        file.write((",".join(COLUMNS) + "\n").encode())
    for part in parts:
        with part.open("rb") as source:
            while data := source.read(COPIED):
                file.write(data)


def _join_parquet(parts: Iterable[Path], file: BinaryIO, stamp: bytes) -> None:
    from pyarrow.parquet import ParquetWriter

    schema = arrow_schema().with_metadata({STAMP: stamp})
    with ParquetWriter(file, schema, compression="zstd") as writer:
        for table in _groups(parts):
            writer.write_table(table.cast(schema))


def _groups(parts: Iterable[Path]) -> Iterator[Any]:
    """Yield the rows of the parts in tables of some size."""
    import pyarrow as pa
    from pyarrow.parquet import read_table

    waiting: list[Any] = []
    for part in parts:
        waiting.append(read_table(part))
        if sum(one.num_rows for one in waiting) >= GROUP:
            yield pa.concat_tables(waiting)
            waiting = []
    if waiting:
        yield pa.concat_tables(waiting)

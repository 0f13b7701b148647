"""Writes screened rows as CSV, JSON Lines or Parquet: in parts as they come, then joined into one file."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from io import BytesIO, StringIO
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any, BinaryIO

from fasti.model.errors import UsageError
from fasti.model.screened import ScreenedRow
from fasti.sources.ftm.simple_writer import guarded
from fasti.workflows.bulk.asked import Asked
from fasti.workflows.bulk.screener import Answered
from fasti.workflows.bulk.tables import COLUMNS, Line, arrow_schema, arrow_table, lines, quiet_line

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


def encode_part(rows: Iterable[Answered], form: str, silent: str, *, history: bool) -> bytes:
    """Return the rows of one part in the form of the output.

    Args:
        rows: What became of them.
        form: `csv`, `jsonl` or `parquet`.
        silent: Verdict of a row without a hit.
        history: Whether parties whose listings have ended have rows too.
    """
    if form == PARQUET:
        return _parquet(rows, silent, history=history)
    if form == JSONL:
        text = "".join(
            _quiet_json(row, silent) if isinstance(row, Asked) else _json_line(row, history=history) for row in rows
        )
    else:
        text = _csv(rows, silent, history=history)
    return text.encode("utf-8", "backslashreplace")


def _json_line(row: ScreenedRow, *, history: bool) -> str:
    told = asdict(row if history else replace(row, history=())) | {"history_found": len(row.history)}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def _quiet_json(row: Asked, silent: str) -> str:
    """Return the line of a row without a hit; what `_json_line` gives, without the detour."""
    own = "null" if row.id is None else encode_basestring(row.id)
    notes = ",".join(map(encode_basestring, row.notes))
    return (
        f'{{"row":{row.row},"id":{own},"name":{encode_basestring(row.name)},"verdict":"{silent}","reason":null,'
        f'"notes":[{notes}],"hits":[],"history":[],"history_found":0}}\n'
    )


def _csv(rows: Iterable[Answered], silent: str, *, history: bool) -> str:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    for row in rows:
        if not isinstance(row, Asked):
            writer.writerows([_cell(value) for value in line] for line in lines(row, history=history))
        elif row.notes or _QUOTED(row.name) or (row.id and _QUOTED(row.id)):
            writer.writerow(map(_cell, quiet_line(row, silent)))
        else:  # what the writer would give, sooner
            text.write(f"{row.row},{guarded(row.id or '')},{guarded(row.name)},{silent},0{_NOTHING}0,,\n")
    return text.getvalue()


_QUOTED = re.compile('[,"\\r\\n]').search
"""Whether a cell may have to be quoted."""
_NOTHING = "," * (COLUMNS.index("history_found") - COLUMNS.index("hit"))
"""The cells of which a row without a hit has nothing to say."""


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        value = "; ".join(value) if any(value) else ""
    return guarded(value) if isinstance(value, str) else value


def _parquet(rows: Iterable[Answered], silent: str, *, history: bool) -> bytes:
    from pyarrow.parquet import write_table

    flat: list[Line] = []
    for row in rows:
        if isinstance(row, Asked):
            flat.append(quiet_line(row, silent))
        else:
            flat += lines(row, history=history)
    data = BytesIO()
    write_table(arrow_table([*map(_plain, flat)]), data, compression="zstd")
    return data.getvalue()


def _plain(row: Line) -> Line:
    """Return a row whose texts can be stored as UTF-8."""
    return tuple([_stored(value) if isinstance(value, str) else value for value in row])


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

"""A user's table of stakes: `owner,asset,share` and, where known, dates, control, country, votes and more."""

import csv
import io
from collections.abc import Iterator, Sequence
from fractions import Fraction

from fasti.model.errors import BadInputError
from fasti.model.problem import Problem
from fasti.ownership.cells import (
    is_bare_fraction,
    is_bare_percentage,
    read_confidence,
    read_control,
    read_country,
    read_days,
    read_share,
)
from fasti.ownership.collecting import Collector
from fasti.ownership.stakes import Stake

NEEDED = ("owner", "asset", "share")
COLUMNS = (*NEEDED, "from", "to", "control", "asset_country", "voting", "joint", "source", "confidence")


def read_table(name: str, text: str, into: Collector) -> None:
    """Read a CSV of stakes.

    Args:
        name: File name, for messages.
        text: The file; commas or, if its first line has no comma, semicolons part the cells.
        into: Where the stakes go.

    Raises:
        BadInputError: A column is unknown or lacking, or a row cannot be read; one sentence with the line.
    """
    rows = _rows(name, text)
    number, header = next(rows, (1, []))
    columns = [cell.strip().lower() for cell in header]
    _check_header(name, columns)
    shares: dict[str, int] = {}
    simple = columns == list(NEEDED)
    for number, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(columns):
            _refuse(name, number, f"there are {len(row)} cells where the header has {len(columns)} columns")
        try:
            if simple:
                _take_simple(row, number, into)
            else:
                into.take(_stake(dict(zip(columns, row, strict=True)), number))
        except ValueError as error:
            _refuse(name, number, str(error))
        shares.setdefault(row[2] if simple else row[columns.index("share")], number)
    into.problems += _mixed(name, shares)


def _rows(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    comma = "," if "," in text[: text.find("\n") if "\n" in text else len(text)] else ";"
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=comma, strict=True)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        _refuse(name, reader.line_num, f"the row is malformed ({error})")


def _check_header(name: str, columns: Sequence[str]) -> None:
    unknown = sorted(set(columns) - set(COLUMNS))
    lacking = [one for one in NEEDED if one not in columns]
    if lacking:
        _refuse(name, 1, f"the header lacks {', '.join(lacking)}: it needs {', '.join(NEEDED)}")
    if unknown or len(set(columns)) < len(columns):
        told = f"the column {unknown[0]!r} is unknown" if unknown else "a column is there twice"
        _refuse(name, 1, f"{told}: use {', '.join(COLUMNS)}")


def _take_simple(row: Sequence[str], number: int, into: Collector) -> None:
    owner, asset, share = row
    if not owner.strip() or not asset.strip():
        message = "the owner or the asset is blank"
        raise ValueError(message)
    into.plain(into.party(owner), into.party(asset), read_share(share), number)


def _stake(row: dict[str, str], number: int) -> Stake:
    if not row["owner"].strip() or not row["asset"].strip():
        message = "the owner or the asset is blank"
        raise ValueError(message)
    begins, leaves = read_days(row.get("from", ""), ends=False), read_days(row.get("to", ""), ends=True)
    if begins[0] > leaves[1]:
        message = f"it ends ({row['to']}) before it begins ({row['from']})"
        raise ValueError(message)
    control, assessed, hint = read_control(row.get("control", ""))
    voting = row.get("voting", "").strip()
    return Stake(
        row["owner"],
        row["asset"],
        read_share(row["share"]),
        begins,
        leaves,
        control,
        assessed,
        hint,
        read_share(voting) if voting else None,
        read_country(row.get("asset_country", "")),
        row.get("joint", "").strip(),
        row.get("source", "").strip(),
        read_confidence(row.get("confidence", "")),
        line=number,
    )


def _mixed(name: str, shares: dict[str, int]) -> Iterator[Problem]:
    """Say so if bare numbers are fractions in some rows and percentages in others."""
    small = [(line, text) for text, line in shares.items() if is_bare_fraction(text)]
    large = [(line, text) for text, line in shares.items() if is_bare_percentage(text)]
    if small and large:
        line, text = min(small)
        percent = f"{float(Fraction(text.strip()) * 100):g}%"
        message = (
            f"Shares are written as fractions and as percentages: {text.strip()} in line {line} was read as {percent}, "
            f"{min(large)[1].strip()} in line {min(large)[0]} as {min(large)[1].strip()}%. Write the percent sign."
        )
        yield Problem("mixed_shares", message, f"{name}, line {line}")


def _refuse(name: str, line: int, what: str) -> None:
    message = f"{name}, line {line}: {what}."
    raise BadInputError(message)

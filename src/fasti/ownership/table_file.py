"""A user's table of stakes: `owner,asset,share` and, where known, dates, control, country, votes and more."""

import csv
import io
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NoReturn

from fasti.model.errors import BadInputError
from fasti.model.problem import Problem
from fasti.model.share import Share
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
    _, header = next(rows, (1, []))
    columns = [cell.strip().lower() for cell in header]
    _check_header(name, columns)
    simple = columns == list(NEEDED)
    shares = _read_simple(name, rows, into) if simple else _read_whole(name, columns, rows, into)
    into.problems += _mixed(name, shares)


Rows = Iterator[tuple[int, list[str]]]


def _read_simple(name: str, rows: Rows, into: Collector) -> dict[str, int]:
    """Read rows of owner, asset and share; return the first line of each share. Of a million rows every step counts."""
    shares: dict[str, int] = {}
    known: dict[str, Share] = {}
    parties: dict[str, int] = {}
    plain = into.plain
    for number, row in rows:
        try:
            owner, asset, text = row
            share = known[text]
            plain(parties[owner], parties[asset], share.low, share.high, number)
        except (ValueError, KeyError):
            if not any(cell.strip() for cell in row):
                continue
            cells = _cells(name, number, row, NEEDED)
            share = known[cells["share"]] = _share(name, number, cells["share"])
            for party in (cells["owner"], cells["asset"]):
                parties[party] = into.party(party)
            shares.setdefault(cells["share"], number)
            plain(parties[cells["owner"]], parties[cells["asset"]], share.low, share.high, number)
    return shares


def _read_whole(name: str, columns: Sequence[str], rows: Rows, into: Collector) -> dict[str, int]:
    """Read rows of any columns; return the first line of each share."""
    shares: dict[str, int] = {}
    for number, row in rows:
        if any(cell.strip() for cell in row):
            cells = _cells(name, number, row, columns)
            try:
                into.take(_stake(cells, number))
            except ValueError as error:
                _refuse(name, number, str(error))
            shares.setdefault(cells["share"], number)
    return shares


def _cells(name: str, number: int, row: Sequence[str], columns: Sequence[str]) -> dict[str, str]:
    if len(row) != len(columns):
        _refuse(name, number, f"there are {len(row)} cells where the header has {len(columns)} columns")
    cells = dict(zip(columns, row, strict=True))
    if not cells["owner"].strip() or not cells["asset"].strip():
        _refuse(name, number, "the owner or the asset is blank")
    return cells


def _share(name: str, number: int, text: str) -> Share:
    try:
        return read_share(text)
    except ValueError as error:
        _refuse(name, number, str(error))


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


def _stake(row: dict[str, str], number: int) -> Stake:
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


def _refuse(name: str, line: int, what: str) -> NoReturn:
    message = f"{name}, line {line}: {what}."
    raise BadInputError(message)

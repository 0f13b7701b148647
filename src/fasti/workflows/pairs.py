"""Decide what the rows of a file of pairs say: two names, or two entities, to be compared."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from fasti.model.errors import BadInputError, UnavailableError
from fasti.model.identity import PartyKind
from fasti.model.subject import Subject
from fasti.screening.subjects import subject_of_entity
from fasti.sources.ftm.countries import country_code

KINDS = {"": PartyKind.UNKNOWN, "company": PartyKind.ORGANIZATION, "organisation": PartyKind.ORGANIZATION}
"""Words for a kind beside those of `PartyKind`."""
MOST_IN_A_LINE = 8_000_000
"""Characters; a longer line is no pair of parties."""


class RowError(Exception):
    """A row cannot be compared; the message goes on from "Line 3 ..." and has no full stop."""


NOBODY = Subject()


@dataclass(frozen=True, slots=True)
class PairRow:
    """One row of the file.

    Attributes:
        line: Number of the line it begins in, from 1.
        query: The party asked for.
        candidate: The party it is compared with.
        problem: Why it cannot be compared; empty if it can.
    """

    line: int
    query: Subject = NOBODY
    candidate: Subject = NOBODY
    problem: str = ""


def read_pairs(path: Path) -> Iterator[PairRow]:
    """Yield the rows of a CSV file (`name1`, `name2`, optionally `kind`) or of JSON Lines, in order.

    JSON Lines are told by the ending (`.jsonl`, `.ndjson`, `.json`). Blank lines are no rows.

    Raises:
        UnavailableError: There is no such file, or it cannot be read.
        BadInputError: It is not UTF-8, or a CSV file without the columns.
    """
    text = _text(path)
    if path.suffix.lower() in (".jsonl", ".ndjson", ".json"):
        return _json_rows(text)
    return _csv_rows(path, text)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInputError(f"{path} is not UTF-8: save it as UTF-8 and compare again.") from None
    except OSError as error:
        raise UnavailableError(f"{path} cannot be read ({error.strerror}): name a file of pairs.") from error


def _csv_rows(path: Path, text: str) -> Iterator[PairRow]:
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="beyond")
    csv.field_size_limit(MOST_IN_A_LINE)
    columns = reader.fieldnames or ()
    missing = [name for name in ("name1", "name2") if name not in columns]
    if missing:
        raise BadInputError(f"{path} has no column {' and no column '.join(missing)}: it needs name1,name2[,kind].")
    return _each(reader)


def _each(reader: "csv.DictReader[str]") -> Iterator[PairRow]:
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield PairRow(line, problem=f"Line {line} is no CSV ({error}): mend its quotes.")
            continue
        yield _row(line, lambda row=row: _of_csv(row))  # type: ignore[misc]


def _of_csv(row: Mapping[str, Any]) -> tuple[Subject, Subject]:
    if "beyond" in row:
        raise RowError("has more cells than the heading: quote commas")
    if row["name2"] is None or not row["name1"].strip() or not row["name2"].strip():
        raise RowError("needs a name in name1 and in name2")
    kind = _kind(row.get("kind") or "")
    return Subject.named(row["name1"], kind), Subject.named(row["name2"], kind)


def _kind(word: str) -> PartyKind:
    plain = word.strip().lower()
    try:
        return KINDS.get(plain) or PartyKind(plain)
    except ValueError:
        raise RowError(f"has the kind {word.strip()!r}: use {', '.join(PartyKind)}") from None


def _json_rows(text: str) -> Iterator[PairRow]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _row(number, lambda line=line: _of_json(line))  # type: ignore[misc]


def _row(line: int, read: Callable[[], tuple[Subject, Subject]]) -> PairRow:
    try:
        return PairRow(line, *read())
    except RowError as error:
        return PairRow(line, problem=f"Line {line} {error}.")


def _of_json(line: str) -> tuple[Subject, Subject]:
    if len(line) > MOST_IN_A_LINE:
        raise RowError(f"has more than {MOST_IN_A_LINE} characters: that is no pair of parties")
    try:
        found = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError) as error:
        raise RowError(f"is no JSON ({str(error).rstrip('.')})") from None
    if not isinstance(found, dict) or not isinstance(found.get("schema"), str):
        raise RowError('needs "schema" with the name of a schema, such as "Person"')
    return _side(found, "query"), _side(found, "candidate")


def _side(row: Mapping[str, Any], side: str) -> Subject:
    said = row.get(side)
    if not isinstance(said, dict):
        raise RowError(f'needs "{side}" with the properties of a party')
    properties = {str(name): _values(side, str(name), value) for name, value in said.items()}
    if not any(properties.values()):
        raise RowError(f'says nothing in "{side}": give at least a name')
    return subject_of_entity(row["schema"], properties, country_code)


def _values(side: str, name: str, value: object) -> Sequence[str]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return value
    raise RowError(f'has a "{name}" in "{side}" that is neither a text nor a list of texts')

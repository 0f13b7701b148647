"""Parties asked for from Python: every sort of record says the same, and what is none is refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from fasti.model.errors import BadInputError, UsageError
from fasti.model.subject import Subject
from fasti.workflows.bulk.records import screen
from fasti.workflows.bulk.request import ScreenRequest
from fasti.workflows.settings import Settings

DAY = ScreenRequest(as_of=date(2021, 3, 1))
RECORDS = [{"name": "Xiaomi Corporation", "country": "cn"}, {"name": "Norvik Bakery", "country": None}]


@dataclass(frozen=True)
class _Frame:
    """A data frame of another library: it can be handed over as Arrow, and iterated over it gives its headings."""

    table: pa.Table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.table.__arrow_c_stream__(requested_schema)

    @property
    def columns(self) -> list[str]:
        return list(self.table.schema.names)

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)


TABLE = pa.Table.from_pylist(RECORDS)


@pytest.mark.parametrize(
    "records",
    [
        ["Xiaomi Corporation", "Norvik Bakery"],
        (text for text in ("Xiaomi Corporation", "Norvik Bakery")),
        [Subject.named("Xiaomi Corporation"), Subject.named("Norvik Bakery")],
        RECORDS,
        TABLE,
        TABLE.to_batches()[0],
        _Frame(TABLE),
    ],
    ids=["names", "a generator", "subjects", "dictionaries", "a table", "a batch", "a frame"],
)
def test_every_sort_of_record_says_the_same(settings: Settings, records: Any) -> None:  # noqa: ANN401 - any sort
    found = screen(records, DAY, settings)
    assert [(row.row, row.name, row.verdict) for row in found.rows] == [
        (1, "Xiaomi Corporation", "match"),
        (2, "Norvik Bakery", "incomplete"),
    ]


def test_what_is_not_a_number_is_no_name(settings: Settings) -> None:
    (row,) = screen([{"name": float("nan"), "alias": ["Xiaomi Corporation", None]}], DAY, settings).rows
    assert (row.name, row.verdict) == ("Xiaomi Corporation", "match")


@pytest.mark.parametrize("name", ["\u202e\u200f", "\x01", "\N{SLIGHTLY SMILING FACE}", "-"])
def test_a_name_that_says_nothing_is_an_error_and_no_absence(settings: Settings, name: str) -> None:
    alone, beside = screen([name, {"name": name, "alias": "Xiaomi Corporation"}], DAY, settings).rows
    assert (alone.name, alone.verdict, beside.verdict) == (name, "error", "match")
    assert alone.reason is not None
    assert "no letter or digit" in alone.reason
    assert "no letter or digit" in beside.notes[0]


def test_a_blank_name_is_an_error(settings: Settings) -> None:
    assert [row.verdict for row in screen(["", " "], DAY, settings).rows] == ["error", "error"]


class _OldFrame:
    """A data frame that cannot be handed over: iterated over it gives its headings."""

    columns = ("name", "country")

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)


@pytest.mark.parametrize("records", ["Xiaomi Corporation", RECORDS[0], _OldFrame(), [1]])
def test_what_would_be_taken_apart_is_refused(settings: Settings, records: Any) -> None:  # noqa: ANN401 - any sort
    with pytest.raises(UsageError, match=r"give|put"):
        screen(records, DAY, settings)


def test_columns_of_one_heading_are_refused(settings: Settings) -> None:
    twice = pa.Table.from_arrays([pa.array(["Xiaomi Corporation"])] * 2, ["name", "name"])
    with pytest.raises(BadInputError, match="more than one column 'name'"):
        screen(twice, DAY, settings)

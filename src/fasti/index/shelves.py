"""What the index holds of one shelf, as views of its arrays, and how a token is found there."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self

from fasti.index.buckets import Buckets, bits_of_table, number_at
from fasti.index.container import Vector
from fasti.index.figures import MARK, PREFIX
from fasti.index.runs import bounds
from fasti.index.spelling import hash_bytes


@dataclass(frozen=True, slots=True)
class ShelfView:
    """The arrays of one shelf; docs/name-index.md says what each holds."""

    token_text: Vector
    token_start: Vector
    token_units: Vector
    spelled_start: Vector
    spelled_token: Vector
    spelled_mark: Vector
    key_start: Vector
    key_mark: Vector
    key_token: Vector
    key_code: Vector
    key_likeness: Vector
    unit_said: Vector
    said_weight: Vector
    said_least: Vector
    said_sort: Vector
    said_style: Vector
    unit_forms: Vector
    posting: Vector
    form_sizes: Vector
    form_sums: Vector
    form_unit: Vector
    named_sizes: Vector
    named_sums: Vector
    form_name: Vector
    lettered: Vector
    neighbours: Vector

    @classmethod
    def of(cls, arrays: Mapping[str, Vector], shelf: str) -> Self:
        """Take the arrays of a shelf out of those of a file."""
        return cls(**{field.name: arrays[f"{shelf}/{field.name}"] for field in fields(cls)})

    @property
    def spelled(self) -> Buckets:
        """Return the table of spellings."""
        return Buckets(
            bits_of_table(len(self.spelled_start)), self.spelled_start, self.spelled_token, self.spelled_mark
        )

    @property
    def forms(self) -> int:
        """Return how many forms stand on the shelf."""
        return len(self.form_sizes)

    @property
    def first_lettered(self) -> int:
        """Return the first form that has a single letter: it and all behind it have one, none before it has."""
        return int(self.lettered[0])

    def token(self, place: int) -> bytes:
        """Return the text of a token."""
        return bytes(self.token_text[self.token_start[place] : self.token_start[place + 1]])

    def find(self, text: bytes) -> int:
        """Return the place of a token, or -1."""
        for place in self.spelled.find(hash_bytes(text[:PREFIX])):
            if self.token(place) == text:
                return place
        return -1

    def keyed(self, key: int) -> list[tuple[int, float, bool]]:
        """Return the tokens that have the hash of a key, with the most likeness it allows and whether it is sure."""
        bucket, mark = key >> (64 - bits_of_table(len(self.key_start))), key & MARK
        places = range(self.key_start[bucket], self.key_start[bucket + 1])
        width = len(self.key_token) // max(1, len(self.key_mark))
        found = [at for at in places if self.key_mark[at] == mark]
        codes = [(number_at(self.key_token, width, at), self.key_code[at]) for at in found]
        return [(token, self.key_likeness[code >> 1], bool(code & 1)) for token, code in codes]

    def units(self, token: int) -> range:
        """Return the units of a token."""
        return range(self.token_units[token], self.token_units[token + 1])

    def token_of(self, unit: int) -> int:
        """Return the token of a unit."""
        return bisect_right(self.token_units, unit) - 1

    def weight(self, unit: int) -> float:
        """Return what a unit counts when paired."""
        return float(self.said_weight[self.unit_said[unit]])

    def least(self, unit: int) -> float:
        """Return what a unit counts at least."""
        return float(self.said_least[self.unit_said[unit]])

    def sort(self, unit: int) -> int:
        """Return the sort of a unit."""
        return int(self.said_sort[self.unit_said[unit]])

    def style(self, unit: int) -> int:
        """Return the style of the forms that hold a unit."""
        return int(self.said_style[self.unit_said[unit]])

    def units_of(self, form: int) -> list[int]:
        """Return the units of a form, in order."""
        return list(self.form_unit[bounds(self.form_sizes, self.form_sums, form)])

    def names_of(self, form: int) -> list[int]:
        """Return the names that have a form."""
        return list(self.form_name[bounds(self.named_sizes, self.named_sums, form)])

    def postings(self, unit: int) -> Vector:
        """Return the forms that hold a unit, in order."""
        return self.posting[self.unit_forms[unit] : self.unit_forms[unit + 1]]

    def frequency(self, token: int) -> int:
        """Return how many postings the units of a token have."""
        units = self.units(token)
        return int(self.unit_forms[units.stop] - self.unit_forms[units.start])

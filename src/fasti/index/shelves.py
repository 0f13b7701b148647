"""What the index holds of one shelf, as views of its arrays, and how a token is found there."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self

from fasti.index.buckets import Buckets, bits_of_table
from fasti.index.container import Vector
from fasti.index.figures import MARK, PREFIX
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
    unit_token: Vector
    unit_weight: Vector
    unit_least: Vector
    unit_sort: Vector
    unit_style: Vector
    unit_forms: Vector
    posting: Vector
    form_units: Vector
    form_unit: Vector
    form_names: Vector
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
        return len(self.form_units) - 1

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
        codes = ((self.key_token[at], self.key_code[at]) for at in places if self.key_mark[at] == mark)
        return [(token, self.key_likeness[code >> 1], bool(code & 1)) for token, code in codes]

    def units(self, token: int) -> range:
        """Return the units of a token."""
        return range(self.token_units[token], self.token_units[token + 1])

    def postings(self, unit: int) -> Vector:
        """Return the forms that hold a unit, in order."""
        return self.posting[self.unit_forms[unit] : self.unit_forms[unit + 1]]

    def frequency(self, token: int) -> int:
        """Return how many postings the units of a token have."""
        units = self.units(token)
        return int(self.unit_forms[units.stop] - self.unit_forms[units.start])

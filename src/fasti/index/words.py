"""Decide which words are common to many names, how little each says, and which spellings are one word."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fasti.tables.shipped import shipped

WORDS = Path(__file__).with_name("words.toml")
"""The table."""


@dataclass(frozen=True, slots=True)
class CommonWord:
    """A word that many names share.

    Attributes:
        stem: The first of its spellings in the table; equal stems are the same word.
        weight: What it says of a name, above 0 and below the 1 of an ordinary word.
        spellings: Every spelling in the table, itself included.
    """

    stem: str
    weight: float
    spellings: tuple[str, ...]


@cache
def common_words() -> Mapping[str, CommonWord]:
    """Return the table `words.toml`, by spelling; a spelling counts in the first group that has it."""
    table: dict[str, CommonWord] = {}
    groups = shipped("index/words.toml")
    for group in groups.values():
        for line in group["words"]:
            spellings = tuple(line.split())
            for spelling in spellings:
                table.setdefault(spelling, CommonWord(spellings[0], group["weight"], spellings))
    return table

"""OFAC's labels: which words in front of a value say what the value is.

The vocabulary is `labels.toml`; remarks of the CSV files and `idType` of the XML files share it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from fasti.tables.shipped import shipped

ALTERNATIVE = re.compile(r"^[Aa]lt\. ")
"""Said of every value of a label but the first; all of them are kept alike."""


class Use(StrEnum):
    """What becomes of a labelled value; the values are the sections of the vocabulary."""

    IDENTIFIER = "identifiers"
    FACT = "facts"
    DATED_FACT = "dated_facts"
    LABELLED_FACT = "labelled_facts"
    STATED = "stated"


@dataclass(frozen=True, slots=True)
class Label:
    """One label of the vocabulary.

    Attributes:
        text: As printed.
        use: What becomes of its value.
        name: Scheme of the identifier, kind of the fact, or what the stated date is.
        list: For a stated date: the list it speaks of.
        basis: For a stated date: the legal basis it speaks of, if only one.
    """

    text: str
    use: Use
    name: str
    list: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An item that begins with a known label.

    Attributes:
        label: The label.
        value: What follows it.
        printed: Both, as the publisher prints them.
    """

    label: Label
    value: str
    printed: str


def find(item: str) -> Labelled | None:
    """Split an item into its label and what follows; `None` if it begins with no known label.

    >>> found = find("alt. Tax ID No. 7707083893 (Russia)")
    >>> found.label.name, found.value
    ('tax_id', '7707083893 (Russia)')
    """
    printed = ALTERNATIVE.sub("", item, count=1)
    found = _pattern().match(printed)
    return Labelled(vocabulary()[found["label"]], found["value"].strip(), printed) if found else None


@cache
def vocabulary() -> dict[str, Label]:
    """Return every known label by its text; read once per process."""
    return {label.text: label for label in _labels(shipped("sources/ofac/labels.toml"))}


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of an item with a known label; the longest label wins.

    A label ends at a space, a colon, a dash or the end, so that "Fax" does not begin "Faxe".
    """
    longest_first = sorted(vocabulary(), key=len, reverse=True)
    either = "|".join(re.escape(text) for text in longest_first)
    return re.compile(rf"(?P<label>{either})(?:(?<=:)|:| -(?= )|(?=[\s.;(]|$))(?P<value>.*)", re.DOTALL)


def _labels(table: dict[str, Any]) -> Iterator[Label]:
    for use in (Use.IDENTIFIER, Use.FACT, Use.DATED_FACT, Use.LABELLED_FACT):
        for name, texts in table[use].items():
            yield from (Label(text, use, name) for text in texts)
    for dates in table[Use.STATED]:
        for what in ("listing", "effective", "divestment"):
            if what in dates:
                yield Label(dates[what], Use.STATED, what, dates["list"], dates.get("basis", ""))

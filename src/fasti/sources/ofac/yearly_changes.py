"""Read OFAC's yearly archives of changes to the SDN List (`sdnnewYY.txt`): under each day, who was added and removed.

The text has no numbers of entries and no marks but its own words: a line with a day, a sentence that says what follows,
and paragraphs, each one entry as the printed list has it. What a sentence does not plainly say is told and not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fasti.model.problem import Problem
from fasti.sources.drafting import RawMember
from fasti.sources.gates import refuse
from fasti.sources.records.wording import one_line

_TITLE = re.compile(
    r"CHANGES\s+TO\s+(?:THE\s+)?LIST\s+OF\s+SPECIALLY\s+DESIGNATED\s+NATIONALS.{0,200}?"
    r"SINCE\s+JANUARY\s+1,\s+(?P<year>\d{4})",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4096
_PARAGRAPH = re.compile(r"\n\s*\n")
_DAY = re.compile(r"\W*(\d{2})/(\d{2})/(?:\d{2})?(\d{2})\W*")
_SENTENCE = re.compile(r"(?:in addition, )?(?:the|these) .*:", re.IGNORECASE | re.DOTALL)
_ADDED = re.compile(r"\b(?:added|additions|(?<!in )addition)\b", re.IGNORECASE)
_REMOVED = re.compile(r"\b(?:removed|removals?|deleted|deletions?)\b", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:changes?|changed|amended|updated|corrected|revised|language)\b", re.IGNORECASE)
_OTHER_LIST = re.compile(r"\b(?:non-SDN|sectoral|SSI|consolidated|evaders|FSE|PLC|CAPTA|MBS|CMIC|561)\b", re.IGNORECASE)
_ENTRY = re.compile(r".*\[[^\]]+\][^\[]*", re.DOTALL)
_CENTURY = 2000


class Kind(StrEnum):
    """What became of an entry."""

    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry under one day.

    Attributes:
        on: The day.
        kind: What became of it.
        printed: The entry as printed, on one line.
        heading: The sentence above it.
    """

    on: date
    kind: Kind
    printed: str
    heading: str

    def names(self, name: str) -> bool:
        """Say whether the entry begins with a name, whatever its case, and the name ends there."""
        text, wanted = self.printed.casefold(), one_line(name).casefold()
        return text.startswith(wanted) and text[len(wanted) : len(wanted) + 2].strip()[:1] in {"(", ",", ";", "["}

    def says(self, words: str) -> bool:
        """Say whether the entry has some words, whole."""
        return re.search(rf"(?<!\w){re.escape(one_line(words))}(?!\w)", self.printed, re.IGNORECASE) is not None


@dataclass(frozen=True, slots=True)
class YearOfChanges:
    """An archive as read: its year, what it says of entries, and what of it was not read."""

    year: int
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]


def read_changes(member: RawMember) -> YearOfChanges:
    """Read an archive.

    Raises:
        RefusedError: It is no archive of changes to the SDN List in plain text.
    """
    text = _text(member)
    title = _TITLE.search(text[:_HEAD])
    if title is None:
        refuse(member.name, "does not call itself a list of changes to the SDN List since January 1 of a year")
    found: list[Change] = []
    problems: dict[Problem, None] = {}
    for one in _read(text[title.end() :], int(title["year"]), member.name):
        if isinstance(one, Change):
            found.append(one)
        else:
            problems[one] = None
    if not found:
        refuse(member.name, "names nobody who was added or removed")
    return YearOfChanges(int(title["year"]), tuple(dict.fromkeys(found)), tuple(problems))


def _text(member: RawMember) -> str:
    if member.data.startswith(b"%PDF") or b"\0" in member.data:
        refuse(member.name, "is no plain text", "Offer the text form of the archive.")
    try:
        text = member.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = member.data.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n")


def _read(text: str, year: int, name: str) -> Iterator[Change | Problem]:
    on: date | None = None
    kind: Kind | None = None
    heading = ""
    for paragraph in _paragraphs(text):
        day = _DAY.fullmatch(paragraph)
        if day:
            on, kind = _day(day), None
            if on is None or on.year != year:
                yield Problem("odd_day", f'"{paragraph}" is no day of {year}; what stands under it is not read', name)
                on = None
        elif _SENTENCE.fullmatch(paragraph):
            kind, heading = _kind(paragraph), paragraph
            if kind is None and not _is_plain_change(paragraph):
                yield Problem("unread_section", f'what follows "{paragraph}" is not read', name)
        elif on and kind and _ENTRY.fullmatch(paragraph):
            yield Change(on, kind, paragraph, heading)
        elif on and kind:
            yield Problem("unread_text", f'under {on}, "{paragraph[:80]}" is no entry: it has no programme', name)


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs on one line each; a line that is a day is one by itself."""
    for block in _PARAGRAPH.split(text):
        kept: list[str] = []
        for line in block.split("\n"):
            if _DAY.fullmatch(line.strip()):
                yield from filter(None, [one_line(" ".join(kept))])
                yield line.strip()
                kept = []
            else:
                kept.append(line)
        yield from filter(None, [one_line(" ".join(kept))])


def _day(found: re.Match[str]) -> date | None:
    month, day, year = (int(one) for one in found.groups())
    try:
        return date(_CENTURY + year, month, day)
    except ValueError:
        return None


def _kind(sentence: str) -> Kind | None:
    """Return what a sentence says of what follows; `None` if it says several things, or speaks of another list."""
    added, removed = bool(_ADDED.search(sentence)), bool(_REMOVED.search(sentence))
    if added == removed or _CHANGED.search(sentence) or _OTHER_LIST.search(sentence):
        return None
    return Kind.ADDED if added else Kind.REMOVED


def _is_plain_change(sentence: str) -> bool:
    """Say whether a sentence introduces changes of entries that stay: those are read from the editions."""
    both = _ADDED.search(sentence) or _REMOVED.search(sentence)
    return bool(_CHANGED.search(sentence)) and not both and not _OTHER_LIST.search(sentence)

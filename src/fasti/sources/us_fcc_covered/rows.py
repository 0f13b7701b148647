"""Turn the rows of the Covered List into listings: of the parties that a row names, or of a category of goods."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fasti.model.identity import Name, PartyKind
from fasti.model.listing import LISTING, Fact, Listing, Membership, StatedDate
from fasti.sources.description import Description
from fasti.sources.drafting import Note, RowRead
from fasti.sources.notices.dates import printed_days
from fasti.sources.records.wording import one_line

_LABEL = "Date of Inclusion on Covered List"
_ENDS = " ,;.:\u2014\u2013-"

Patterns = Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class CoveredRow:
    """One row of the list.

    Attributes:
        text: What is covered, as printed.
        marked: Names in bold.
        dates: Day of inclusion, then of each update, as printed.
        notes: The notes to which its signs point, those of the column's heading among them.
    """

    text: str
    marked: tuple[str, ...]
    dates: str
    notes: tuple[str, ...]


def subjects(row: CoveredRow, text: Patterns) -> tuple[str, ...]:
    """Return whom or what a row lists: the names in bold, else the category of goods that it describes."""
    if not names_parties(row, text):
        return (category(row.text, text),)
    return tuple(dict.fromkeys(name for one in row.marked if (name := _plain(one, text))))


def names_parties(row: CoveredRow, text: Patterns) -> bool:
    """Say whether a row is about parties: it says by whom something is produced or provided, and has names in bold."""
    return bool(text["party"].search(row.text)) and any(_plain(one, text) for one in row.marked)


def category(printed: str, text: Patterns) -> str:
    """Return the words that say what a category is, without signs and without its exceptions."""
    return _plain(text["exception"].split(printed, maxsplit=1)[0], text)


def read_rows(key: str, subject: str, rows: Sequence[CoveredRow], source: Description, text: Patterns) -> RowRead:
    """Return what all rows that list one party or category say together."""
    rule = source.rules[0]
    listing = Listing(
        key,
        PartyKind.ORGANIZATION if names_parties(rows[0], text) else PartyKind.UNKNOWN,
        names=(Name(subject),),
        memberships=(Membership(rule.list, rule.basis, rule.tag),),
        stated=tuple(sorted({one for row in rows for one in _stated(row, rule.list)})),
        facts=tuple(sorted({fact for row in rows for fact in _facts(row, subject, text)})),
    )
    return RowRead(listing, tuple(note for row in rows for note in _doubts(row, text)))


def _plain(words: str, text: Patterns) -> str:
    """Return words without the signs of notes; the full stop of an abbreviation stays."""
    bare = one_line(text["sign"].sub(" ", words)).strip(" ,;:\u2014\u2013")
    return bare if re.search(r"\b[A-Z][a-z]{1,4}\.$", bare) else bare.rstrip(_ENDS)


def _stated(row: CoveredRow, list_id: str) -> Iterator[StatedDate]:
    """Yield the day of inclusion, and each day on which the row was updated."""
    for place, day in enumerate(printed_days(row.dates)):
        yield StatedDate("amended" if place else LISTING, day, list_id, "Updated" if place else _LABEL)


def _facts(row: CoveredRow, subject: str, text: Patterns) -> Iterator[Fact]:
    yield Fact("covered", row.text)
    if not names_parties(row, text):
        yield Fact("category", subject)
    if not printed_days(row.dates):
        yield Fact("date_of_inclusion", row.dates)
    yield from (Fact("note", one) for one in row.notes)


def _doubts(row: CoveredRow, text: Patterns) -> Iterator[Note]:
    if bool(row.marked) != bool(text["party"].search(row.text)):
        why = "words are in bold" if row.marked else "no name is in bold"
        yield Note("party_unclear", row.text, f'{why}, and the row is read as a category: "{row.text}"')
    if not printed_days(row.dates):
        yield Note("unreadable_date", row.dates, f'"{row.dates}" is not a day of inclusion')

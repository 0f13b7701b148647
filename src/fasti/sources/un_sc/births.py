"""Read when and where a person was born.

From August 2023 to March 2025 the dates of a person with several stood in alias records without a name, and of
several places of birth only the first was printed; what those editions lost is read as facets of their own.
"""

from collections.abc import Iterator

from lxml.etree import QName, _Element

from fasti.model.listing import Fact
from fasti.sources.drafting import Note
from fasti.sources.records.dates import edtf
from fasti.sources.records.elements import children, text
from fasti.sources.records.wording import joined, without_debris
from fasti.sources.un_sc.vocabulary import vocabulary

DATE = "INDIVIDUAL_DATE_OF_BIRTH"
PLACE = "INDIVIDUAL_PLACE_OF_BIRTH"
ALIAS = "INDIVIDUAL_ALIAS"
_OBJECT = "[object Object]"
_NO_DATE = frozenset({"", "null"})


def birth_dates(element: _Element) -> Iterator[Fact | Note]:
    """Yield every date of birth, as exact as its digits, whether its record is a date's or a nameless alias's."""
    for record in children(element, DATE):
        yield from _dated(_printed(record))
    for record in children(element, ALIAS):
        if not text(record, "ALIAS_NAME"):
            yield from _dated(text(record, "DATE_OF_BIRTH"))


def birth_date_kinds(element: _Element) -> Iterator[Fact | Note]:
    """Yield what is said of the dates besides: that one is approximate, or a note."""
    for record in children(element, DATE):
        printed, kind = _printed(record), text(record, "TYPE_OF_DATE")
        mark = vocabulary().date_kinds.get(kind)
        if kind and mark is None:
            yield Note("unknown_date_kind", kind, f'no meaning is known for "{kind}" as the kind of a date')
        if printed and mark:
            yield Fact("birth_date_kind", f"{printed} ({kind})", edtf(printed) + mark)
        if note := note_of(record):
            yield Fact("birth_date_note", joined((printed, note), ": "))


def birth_places(element: _Element) -> tuple[Fact, ...]:
    """Return every place of birth, in file order."""
    names = ("STREET", "CITY", "STATE_PROVINCE", "COUNTRY")
    found = (
        joined((joined((text(record, name) for name in names), ", "), f"({note})" if (note := note_of(record)) else ""))
        for record in children(element, PLACE)
    )
    return tuple(Fact("birth_place", place) for place in dict.fromkeys(found) if place)


def has_several_dates(element: _Element) -> bool:
    """Say whether the person has several dates of birth where they belong."""
    return sum(bool(_printed(record)) for record in children(element, DATE)) > 1


def note_of(record: _Element) -> str:
    """Return the note of a record, without debris of the publisher's templates and without a country said twice."""
    note = without_debris(text(record, "NOTE"))
    return "" if note in {_OBJECT, text(record, "COUNTRY"), text(record, "COUNTRY_OF_ISSUE")} else note


def unreadable_notes(element: _Element) -> Iterator[Note]:
    """Yield a doubt for each note that the publisher's program spoiled."""
    for record in children(element):
        if text(record, "NOTE") == _OBJECT:
            yield Note(
                "unreadable_note", QName(record).localname, f'a note is printed as "{_OBJECT}", which says nothing'
            )


def _printed(record: _Element) -> str:
    """Return a date in one form, whichever fields give it."""
    span = joined((text(record, "FROM_YEAR"), text(record, "TO_YEAR")), " - ")
    day = text(record, "DATE")
    return edtf(day) or day or text(record, "YEAR") or span


def _dated(printed: str) -> Iterator[Fact | Note]:
    if printed in _NO_DATE:
        return
    value = edtf(printed)
    if not value:
        yield Note("unreadable_date", printed, f'"{printed}" is no date of birth')
    yield Fact("birth_date", printed, value)

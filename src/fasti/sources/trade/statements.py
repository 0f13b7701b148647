"""What the fields of the Commerce and State lists say: dates of the listing, citations, licence terms."""

import re
from collections.abc import Mapping

from fasti.model.listing import ENDED, LISTING, Fact, StatedDate
from fasti.sources.drafting import Note
from fasti.sources.records.wording import one_line
from fasti.sources.trade.citations import citations
from fasti.sources.trade.dates import iso_day

Statement = Fact | StatedDate | Note

_FOOTNOTE = re.compile(r"734\.9\([a-h]\)(?:\(\d\))?\W{0,3}([1-9])(?![\d(])")


def stated_date(what: str, label: str, text: str, list_id: str) -> tuple[Statement, ...]:
    """Return the date that a field states of an entry's stay on a list; text that is no day is kept and told.

    Args:
        what: `LISTING` or `ENDED`.
        label: The publisher's name of the field.
        text: What it says.
        list_id: The list it speaks of.
    """
    words = one_line(text)
    if not words:
        return ()
    day = iso_day(words)
    if day:
        return (StatedDate(what, day, list_id, label),)
    return Fact("remark", f"{label}: {words}"), Note(
        "unread_date", f"{label} {words}", f'"{words}" in {label} is no day'
    )


def began(label: str, text: str, list_id: str) -> tuple[Statement, ...]:
    """Return the day from which an entry has stood on a list."""
    return stated_date(LISTING, label, text, list_id)


def ended(label: str, text: str, list_id: str) -> tuple[Statement, ...]:
    """Return the day on which an entry's stay on a list ends."""
    return stated_date(ENDED, label, text, list_id)


def citation(text: str) -> tuple[Fact, ...]:
    """Return the Federal Register citation of an entry; its value has volume and page of each notice."""
    words = one_line(text)
    return (Fact("citation", words, "; ".join(citations(words))),) if words else ()


def terms(fields: Mapping[str, str]) -> tuple[Fact, ...]:
    """Return the licence requirement and policy of an entry, and the footnote that its requirement bears."""
    found = [
        Fact(what, words) for what in ("license_requirement", "license_policy") if (words := one_line(fields[what]))
    ]
    footnotes = dict.fromkeys(_FOOTNOTE.findall(fields["license_requirement"]))
    return (*found, *(Fact("footnote", f"Footnote {number}", number) for number in footnotes))


def facts_of(fields: Mapping[str, str], kinds: Mapping[str, str]) -> tuple[Fact, ...]:
    """Return a fact for each field that says something.

    Args:
        fields: Field to text.
        kinds: Field to kind of fact.
    """
    return tuple(Fact(what, words) for field, what in kinds.items() if (words := one_line(fields.get(field, ""))))

"""Put the records of one edition together: each key once, and nothing that belongs to another publication."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Never, Protocol, runtime_checkable

from lxml import etree

from fasti.model.listing import ENTRIES, Listing
from fasti.model.problem import Problem, Severity
from fasti.sources.description import Description
from fasti.sources.drafting import Draft, FieldUse, RawMember, RowRead
from fasti.sources.gates import refuse
from fasti.sources.xml_parsing import parse_xml

INFORMATIVE = frozenset({"facet_not_held"})
"""Codes of problems that say what was found and ask nobody to act."""


@runtime_checkable
class HasLine(Protocol):
    """A record that knows in which line of its file it stands."""

    @property
    def line(self) -> object:
        """The line, from 1."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One format of a publication, as its reader knows it.

    Attributes:
        name: Name of the format, e.g. `xml`.
        version: Of the reader; it changes when the same bytes give other listings.
        used: Paths of the fields that go into listings.
    """

    name: str
    version: str
    used: tuple[str, ...]


def only_member(members: Sequence[RawMember]) -> RawMember:
    """Return the one file of an edition; refuse a second."""
    if len(members) != 1:
        refuse(members[1].name, "is a second file of an edition that has one", "Offer one edition at a time.")
    return members[0]


def root_of(member: RawMember, name: str, title: str) -> etree._Element:
    """Return the root element of a file; refuse the document of another publication.

    Raises:
        RefusedError: It is cut short, malformed, or has another root.
    """
    root = parse_xml(member)
    found = etree.QName(root).localname
    if found != name:
        another_list(member.name, f"its root is {found}, and that of {title} is {name}")
    return root


def another_list(name: str, why: str) -> Never:
    """Refuse a file that is of another publication; `why` says by what it shows."""
    refuse(name, f"holds another list: {why}", "Offer it as the source it belongs to.")


def keep(reads: dict[str, RowRead], read: RowRead, member: str, place: object) -> None:
    """Add what was read of a record; refuse a key that stands twice and disagrees.

    Args:
        reads: Entry key to what was read so far.
        read: What was read of the next record.
        member: File name.
        place: The record, or the line in which it stands.
    """
    key = read.listing.key
    held = reads.setdefault(key, read)
    if held is not read and held.listing != read.listing:
        line = place.line if isinstance(place, HasLine) else place
        refuse(member, f"contradicts itself: {key} stands in it twice and differs, again in line {line}")


def tell(name: str, reads: Iterable[RowRead]) -> list[Problem]:
    """Return one problem for each doubt, however many records of an edition share it.

    Args:
        name: File name.
        reads: What was read, in file order.
    """
    found: dict[tuple[str, str, str], list[str]] = {}
    for one in reads:
        for note in one.notes:
            found.setdefault((note.code, note.subject, note.message), []).append(one.listing.key)
    return [problem(code, f"{message} ({_whose(keys)})", name) for (code, _, message), keys in found.items()]


def problem(code: str, message: str, name: str) -> Problem:
    """Return a problem of a file, with the severity of its code."""
    return Problem(code, message, name, Severity.INFO if code in INFORMATIVE else Severity.WARNING)


def make_draft(
    source: Description,
    form: Format,
    parts: Mapping[str, Mapping[str, Listing]],
    problems: Iterable[Problem],
    stated_on: date | None = None,
) -> Draft:
    """Return the draft of an edition of a publication that is complete for its lists."""
    series = f"{source.info.source_id}/{form.name}"
    return Draft(
        source=source.info.source_id,
        series=series,
        reader=f"{series}@{form.version}",
        stated_on=stated_on,
        zone=source.info.zone,
        parts={name: dict(listings) for name, listings in parts.items()},
        lists=source.info.lists,
        doubts=(),
        problems=tuple(sorted(problems)),
        fields=FieldUse(used=form.used, ignored=tuple(source.ignored[form.name].items())),
    )


def entries_of(name: str, reads: Mapping[str, RowRead]) -> dict[str, dict[str, Listing]]:
    """Return the part `entries`; refuse a file without any."""
    if not reads:
        refuse(name, "holds no entries")
    return {ENTRIES: {key: one.listing for key, one in reads.items()}}


def _whose(keys: Sequence[str]) -> str:
    return keys[0] if len(keys) == 1 else f"{keys[0]} and {len(keys) - 1} more"

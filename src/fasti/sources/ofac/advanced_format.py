"""Read one edition of an OFAC list in the advanced format (`Sanctions`): a single file with a single part."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from fasti.model.listing import ENTRIES
from fasti.model.problem import Problem
from fasti.sources.description import Description
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.gates import refuse
from fasti.sources.ofac.advanced_entries import read_party
from fasti.sources.ofac.advanced_fields import USED
from fasti.sources.ofac.advanced_raw import RawParty
from fasti.sources.ofac.advanced_stream import Gathered, gather
from fasti.sources.ofac.assembling import entry_key
from fasti.sources.ofac.editions import check_content, make_draft, tell

FORM = "advanced"


def read_advanced(source: Description, members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of one edition.

    Args:
        source: The publication.
        members: Its one file.
        memo: Parties already read in this run and series.

    Raises:
        RefusedError: The file is cut short, malformed, holds only changes, is another list, or contradicts itself.
    """
    if len(members) != 1:
        refuse(members[1].name, "is a second file of an edition that has one", "Offer one edition at a time.")
    name = members[0].name
    found = gather(members[0])
    reads, problems = _parties(found, name, source, memo)
    check_content(name, reads, source)
    return make_draft(
        source=source,
        form=FORM,
        parts={ENTRIES: {key: one.listing for key, one in reads.items()}},
        problems=[*problems, *tell(name, reads.values()), *_doubts(found, name, source)],
        fields=USED,
        stated_on=found.issued_on,
    )


def _parties(found: Gathered, name: str, source: Description, memo: Memo) -> tuple[dict[str, RowRead], list[Problem]]:
    """Return what was read by entry key, and a problem for each party that stands twice."""
    profiles: dict[str, list[str]] = {}
    for profile, number in found.numbers.items():
        profiles.setdefault(number, []).append(profile)
    reads: dict[str, RowRead] = {}
    problems = []
    for party in found.parties:
        whole = _whole(party, profiles.get(party.number, ()), found)
        read = memo.read(ENTRIES, whole, partial(read_party, whole, source))
        key = entry_key(party.number)
        if key in reads:
            problems.append(Problem("repeated_row", f"{key} stands twice with the same content", name))
        if reads.setdefault(key, read).listing != read.listing:
            refuse(name, f"contradicts itself: {key} stands in it twice and differs")
    return reads, problems


def _whole(party: RawParty, profiles: Sequence[str], found: Gathered) -> RawParty:
    """Return a party with its places on lists and its relationships."""
    return replace(
        party,
        entries=tuple(entry for profile in profiles for entry in found.entries.get(profile, ())),
        links=tuple(link for profile in profiles for link in found.links.get(profile, ())),
    )


def _doubts(found: Gathered, name: str, source: Description) -> list[Problem]:
    """Return the problems of the file as a whole."""
    problems = []
    if found.namespace not in source.namespaces:
        message = f"the namespace {found.namespace or 'none'} is new; the elements are read by their names alone"
        problems.append(Problem("unknown_namespace", message, name))
    if found.issued_on is None:
        problems.append(Problem("no_publish_date", "the file does not say on which day it was issued", name))
    for kind, count in sorted(Counter(kind for kind, _ in found.references.missing).items()):
        example = min(number for one, number in found.references.missing if one == kind)
        message = f"{count} values of {kind} are referred to, e.g. {example}, and are not in the file"
        problems.append(Problem("unknown_reference", message, name))
    message = "the format is not known to have the field {}; it is not read"
    strange = found.fields.strange(source.ignored[FORM])
    return [*problems, *(Problem("unknown_field", message.format(one), name) for one in strange), *_strays(found, name)]


def _strays(found: Gathered, name: str) -> list[Problem]:
    """Return a problem for each kind of record that belongs to no party of the file."""
    counts = {
        "documents": len(found.documents),
        "entries": len(found.entries.keys() - found.numbers.keys()),
        "relationships": len(found.links.keys() - found.numbers.keys()),
    }
    return [
        Problem("stray_records", f"{count} {what} belong to no party of the file", name)
        for what, count in counts.items()
        if count
    ]

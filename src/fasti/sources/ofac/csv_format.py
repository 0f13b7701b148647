"""Read one edition of an OFAC list in the CSV format: the primary file, alone or with its secondary files."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from fasti.model.listing import ENTRIES, Listing
from fasti.model.problem import Problem
from fasti.sources.description import Description
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.gates import refuse
from fasti.sources.ofac.assembling import entry_key
from fasti.sources.ofac.csv_entries import FIELDS, is_cut, read_entry, read_overflow
from fasti.sources.ofac.csv_parts import ADDRESS_FIELDS, ALIAS_FIELDS, read_addresses, read_aliases
from fasti.sources.ofac.csv_rows import Rows, by_key, cells, cut_rows, role_by_columns
from fasti.sources.ofac.editions import check_content, make_draft, tell

FORM = "csv"

_PARTS: dict[str, Callable[[list[list[str]]], RowRead]] = {"addresses": read_addresses, "aliases": read_aliases}
_USED = {
    ENTRIES: FIELDS,
    "addresses": tuple(field for field in ADDRESS_FIELDS if field != "Add_num"),
    "aliases": tuple(field for field in ALIAS_FIELDS if field != "alt_num"),
    "comments": ("ent_num", "Remarks"),
}


def read_csv(source: Description, members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of one edition.

    Args:
        source: The publication.
        members: Its files; the primary one must be among them.
        memo: Rows already read in this run and series.

    Raises:
        RefusedError: A file is cut short, malformed, another list, or contradicts itself.
    """
    rows = _rows(source, members)
    primary = rows[ENTRIES]
    reads, problems = _entries(primary, source, memo)
    check_content(primary.name, reads, source)
    parts: dict[str, Mapping[str, RowRead]] = {ENTRIES: reads}
    parts |= {role: _grouped(rows[role], read, memo) for role, read in _PARTS.items() if role in rows}
    if "comments" in rows:
        parts["comments"] = _overflow(primary, rows["comments"], source, memo)
        problems += _unfinished(primary.name, reads, parts["comments"])
    problems += [problem for one in rows.values() for problem in one.problems]
    problems += [problem for role, part in parts.items() for problem in tell(rows[role].name, part.values())]
    problems += [problem for role in parts for problem in _strangers(rows[role].name, parts[role], reads)]
    return make_draft(
        source=source,
        form=FORM,
        parts={role: _listings(part, reads) for role, part in parts.items()},
        problems=problems,
        fields=[f"{role}.{field}" for role in parts for field in _USED[role]],
    )


def _rows(source: Description, members: Sequence[RawMember]) -> dict[str, Rows]:
    """Return the rows of each member by role; the columns must be those of the role that the name gives."""
    found: dict[str, Rows] = {}
    primary = next(iter(source.members[FORM]))
    for member in members:
        by_columns = role_by_columns(member)
        if by_columns and by_columns != member.role:
            remedy = f"Offer it together with {primary}, under its own name."
            refuse(member.name, f"has the columns of the {by_columns}, not of the {member.role}", remedy)
        if member.role in found:
            refuse(member.name, f"is a second file of the {member.role}", "Offer one edition at a time.")
        found[member.role] = cut_rows(member)
    if ENTRIES not in found:
        refuse(members[0].name, "came without the primary file", f"Offer it together with {primary}.")
    return found


def _entries(rows: Rows, source: Description, memo: Memo) -> tuple[dict[str, RowRead], list[Problem]]:
    """Return what was read by entry key, and a problem for each row that stands twice."""
    reads: dict[str, RowRead] = {}
    problems = []
    for number, line in enumerate(rows.lines, 1):
        read = memo.read(ENTRIES, line, partial(read_entry, line, rows, number, source))
        key = read.listing.key
        if key not in reads:
            reads[key] = read
        elif reads[key].listing == read.listing:
            problems.append(Problem("repeated_row", f"{key} stands twice with the same content", rows.name))
        else:
            refuse(rows.name, f"contradicts itself: {key} stands in it twice and differs, again in line {number}")
    return reads, problems


def _grouped(rows: Rows, read: Callable[[list[list[str]]], RowRead], memo: Memo) -> dict[str, RowRead]:
    """Return what the rows of each entry say together, by entry key."""
    found = {}
    for places in by_key(rows.lines).values():
        raw = tuple(rows.lines[place] for place in places)
        one = memo.read(rows.role, raw, partial(_group, rows, tuple(places), read))
        found[one.listing.key] = one
    return found


def _group(rows: Rows, places: tuple[int, ...], read: Callable[[list[list[str]]], RowRead]) -> RowRead:
    return read([cells(rows.lines[place], rows, place + 1) for place in places])


def _overflow(entries: Rows, comments: Rows, source: Description, memo: Memo) -> dict[str, RowRead]:
    """Return what the overflow file adds to each entry that it names; several rows of one entry are one text."""
    places = by_key(entries.lines)
    found = {}
    for key, own in by_key(comments.lines).items():
        place = places.get(key, [None])[0]
        raw = (None if place is None else entries.lines[place], *(comments.lines[one] for one in own))
        one = memo.read(comments.role, raw, partial(_overflow_of, entries, place, comments, tuple(own), source))
        found[one.listing.key] = one
    return found


def _overflow_of(
    entries: Rows, place: int | None, comments: Rows, own: tuple[int, ...], source: Description
) -> RowRead:
    rows = [cells(comments.lines[one], comments, one + 1) for one in own]
    overflow = "".join(text for _, text in rows)
    if place is None:
        return RowRead(Listing(entry_key(rows[0][0]), remarks=overflow))
    return read_overflow(cells(entries.lines[place], entries, place + 1), overflow, source)


def _unfinished(name: str, entries: Mapping[str, RowRead], overflow: Mapping[str, RowRead]) -> list[Problem]:
    """Return a problem if the overflow file lacks what was cut."""
    keys = [key for key, one in entries.items() if is_cut(one.listing.remarks) and key not in overflow]
    if not keys:
        return []
    return [
        Problem(
            "missing_overflow", f"the remarks of {len(keys)} entries, e.g. {keys[0]}, are cut and go on nowhere", name
        )
    ]


def _strangers(name: str, part: Mapping[str, RowRead], entries: Mapping[str, RowRead]) -> list[Problem]:
    """Return a problem if a part speaks of entries that the primary file does not have."""
    keys = [key for key in part if key not in entries]
    if not keys:
        return []
    message = f"{len(keys)} entries of this file, the first of them {keys[0]}, are not in the primary file"
    return [Problem("stray_rows", message, name)]


def _listings(part: Mapping[str, RowRead], entries: Mapping[str, RowRead]) -> dict[str, Listing]:
    """Return a part's listings; those that say nothing, or of nobody in the edition, are left out."""
    return {key: one.listing for key, one in part.items() if key in entries and _speaks(one.listing)}


def _speaks(listing: Listing) -> bool:
    """Say whether a listing holds anything but its key; an address record can be null in every field."""
    return bool(listing.names or listing.addresses or listing.facts or listing.identifiers or listing.remarks)

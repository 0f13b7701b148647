"""Read one edition of DoD's s.1260H list out of the Federal Register notice that publishes it."""

from collections.abc import Iterator, Sequence
from functools import partial

from fasti.model.identity import Name, PartyKind
from fasti.model.listing import Fact, Listing, Membership
from fasti.model.problem import Problem
from fasti.sources.description import Description, describe
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.gates import refuse
from fasti.sources.notices import register_text, register_xml
from fasti.sources.notices.blocks import Notice, refuse_other
from fasti.sources.notices.doubts import doubts_of
from fasti.sources.notices.keys import name_key
from fasti.sources.notices.rules import patterns, table
from fasti.sources.records.editions import Format, entries_of, make_draft, only_member, problem, tell
from fasti.sources.us_dod_1260h.sections import NamedRow, Sections, read_sections

SOURCE_ID = "us_dod_1260h"
XML = Format("xml", "1", tuple(one for one in register_xml.USED if not one.startswith(("GPOTABLE", "SIG"))))
HTML = Format("html", "1", tuple(one for one in register_text.USED if one != "Dated"))


def read_xml(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of a notice in the Federal Register's XML.

    Raises:
        RefusedError: It is cut short, malformed, another document, or a notice of single changes.
    """
    source, member = describe(SOURCE_ID), only_member(members)
    return _draft(register_xml.read_register_xml(member, source), source, XML, member.name, memo)


def read_html(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of a notice in fixed-width text, within the page in which it is served.

    Raises:
        RefusedError: It is cut short, another document, or a notice of single changes.
    """
    source, member = describe(SOURCE_ID), only_member(members)
    return _draft(register_text.read_register_text(member), source, HTML, member.name, memo)


def _draft(notice: Notice, source: Description, form: Format, name: str, memo: Memo) -> Draft:
    _check_whole(notice, name)
    part_of_name = frozenset(table(SOURCE_ID)["names"]["part_of_name"])
    found = read_sections(notice.blocks, patterns(SOURCE_ID), part_of_name, name)
    by_key: dict[str, list[NamedRow]] = {}
    for row in found.listed:
        by_key.setdefault(name_key(SOURCE_ID, row.printed.name), []).append(row)
    reads = {key: memo.read("entries", tuple(rows), partial(_entry, key, rows, source)) for key, rows in by_key.items()}
    problems = [
        *found.problems,
        *tell(name, reads.values()),
        *doubts_of(notice, name),
        *_both(found, set(by_key), name),
    ]
    return make_draft(source, form, entries_of(name, reads), problems, notice.filed_on)


def _check_whole(notice: Notice, name: str) -> None:
    """Refuse what is no whole edition of the list."""
    text = patterns(SOURCE_ID)
    if not text["family"].search(notice.subject):
        refuse_other(name, f'the title "{notice.subject}" is not that of a notice on Chinese military companies')
    if text["single"].search(f"{notice.subject} / {notice.action}") or not text["whole"].search(notice.subject):
        refuse(
            name,
            f'adds or removes single names ("{notice.subject}"; {notice.action}) and is no whole edition of the list',
            "Curate it as an act of the chronicle.",
        )


def _entry(key: str, rows: Sequence[NamedRow], source: Description) -> RowRead:
    """Return what all places of the list that give one name say together."""
    first, rule = rows[0].printed, source.rules[0]
    aliases = (alias for row in rows for alias in row.printed.aliases)
    listing = Listing(
        key,
        PartyKind.ORGANIZATION,
        names=tuple(dict.fromkeys((Name(first.name), *aliases))),
        memberships=(Membership(rule.list, rule.basis, rule.tag),),
        facts=tuple(sorted({fact for row in rows for fact in _facts(row)})),
    )
    return RowRead(listing, tuple(note for row in rows for note in row.printed.notes))


def _facts(row: NamedRow) -> Iterator[Fact]:
    printed = row.printed
    said = {"printed": printed.text if printed.text != printed.name else "", "listed_under": row.under}
    said |= {"also_covers": printed.statement, "mark": printed.mark}
    yield from (Fact(what, text) for what, text in said.items() if text)
    yield from (Fact("reason", text) for text in row.reasons)


def _both(found: Sections, keys: set[str], name: str) -> Iterator[Problem]:
    """Yield a problem for each name that is on the list and among those removed."""
    for one in found.removed:
        if name_key(SOURCE_ID, one.name) in keys:
            yield problem("removed_and_listed", f"{one.name} is listed, and named among those removed", name)

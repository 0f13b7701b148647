"""Read the UFLPA Entity List: DHS's web page, or a Federal Register notice with the list as its appendix."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from fasti.model.identity import Name, PartyKind
from fasti.model.listing import LISTING, Fact, Listing, Membership, StatedDate
from fasti.model.problem import Problem
from fasti.sources.description import Description, TagRule, describe
from fasti.sources.drafting import Draft, Memo, Note, RawMember, RowRead
from fasti.sources.gates import refuse
from fasti.sources.notices.blocks import Block, refuse_other
from fasti.sources.notices.dates import printed_days
from fasti.sources.notices.doubts import doubts_of
from fasti.sources.notices.keys import name_key
from fasti.sources.notices.pages import page_blocks, parse_page
from fasti.sources.notices.register_xml import read_register_xml
from fasti.sources.notices.rules import patterns
from fasti.sources.records.editions import Format, entries_of, make_draft, only_member, tell
from fasti.sources.us_dhs_uflpa.sublists import Stay, read_sublists

SOURCE_ID = "us_dhs_uflpa"
HTML = Format("html", "1", ("number of the sub-list", "Name of Entity", "Effective Date"))
XML = Format(
    "xml",
    "1",
    (
        "PREAMB/SUBJECT", "SUPLINF/HD", "SUPLINF/P", "SUPLINF/FP", "GPOTABLE/TTITLE", "GPOTABLE/BOXHD/CHED",
        "GPOTABLE/ROW/ENT", "FRDOC",
    ),
)  # fmt: skip
_LABEL = "Effective Date"


def read_html(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of DHS's page; it speaks for the day on which it was seen.

    Raises:
        RefusedError: It is cut short, malformed, another page, or contradicts itself.
    """
    member = only_member(members)
    blocks = page_blocks(parse_page(member))
    if not any(patterns(SOURCE_ID)["family"].search(block.text) for block in blocks):
        refuse_other(member.name, "it is a web page that does not speak of the UFLPA Entity List")
    return _draft(blocks, HTML, member.name, memo)


def read_xml(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of a notice with the whole list, in the Federal Register's XML.

    Raises:
        RefusedError: It is cut short, malformed, another document, or contradicts itself.
    """
    source, member = describe(SOURCE_ID), only_member(members)
    notice = read_register_xml(member, source)
    if not patterns(SOURCE_ID)["family"].search(notice.subject):
        refuse_other(member.name, f'the title "{notice.subject}" does not speak of the UFLPA Entity List')
    return _draft(notice.blocks, XML, member.name, memo, notice.filed_on, doubts_of(notice, member.name))


def _draft(
    blocks: Iterable[Block],
    form: Format,
    name: str,
    memo: Memo,
    stated_on: date | None = None,
    doubts: Iterable[Problem] = (),
) -> Draft:
    source = describe(SOURCE_ID)
    by_key: dict[str, list[Stay]] = {}
    for stay in read_sublists(blocks, patterns(SOURCE_ID), name):
        by_key.setdefault(name_key(SOURCE_ID, stay.printed.name), []).append(stay)
    if not by_key:
        refuse_other(name, "it holds no table of entities with their effective dates")
    _check_dates(by_key, name)
    rules = {rule.tag: rule for rule in source.rules}
    reads = {
        key: memo.read("entries", tuple(stays), partial(_entry, key, stays, rules, source))
        for key, stays in by_key.items()
    }
    return make_draft(source, form, entries_of(name, reads), [*doubts, *tell(name, reads.values())], stated_on)


def _check_dates(by_key: Mapping[str, Sequence[Stay]], name: str) -> None:
    """Refuse two dates of one party on one sub-list."""
    for stays in by_key.values():
        dates: dict[str, str] = {}
        for stay in stays:
            if dates.setdefault(stay.tag, stay.date_text) != stay.date_text:
                refuse(name, f"contradicts itself: {stay.printed.name} has two effective dates under {stay.tag}")


def _entry(key: str, stays: Sequence[Stay], rules: Mapping[str, TagRule], source: Description) -> RowRead:
    """Return what the rows of one name say together, under whichever sub-lists."""
    aliases = (alias for stay in stays for alias in stay.printed.aliases)
    memberships = [_membership(stay.tag, rules, source) for stay in stays]
    listing = Listing(
        key,
        PartyKind.ORGANIZATION,
        names=tuple(dict.fromkeys((Name(stays[0].printed.name), *aliases))),
        memberships=tuple(sorted(set(memberships))),
        stated=tuple(sorted({one for stay in stays for one in _stated(stay, rules, source)})),
        facts=tuple(sorted({fact for stay in stays for fact in _facts(stay)})),
    )
    return RowRead(listing, tuple(note for stay in stays for note in _notes(stay, rules)))


def _membership(tag: str, rules: Mapping[str, TagRule], source: Description) -> Membership:
    rule = rules.get(tag, TagRule(tag, source.keeps_unknown, tag))
    return Membership(rule.list, rule.basis, rule.tag)


def _stated(stay: Stay, rules: Mapping[str, TagRule], source: Description) -> Iterator[StatedDate]:
    member = _membership(stay.tag, rules, source)
    for day in printed_days(stay.date_text)[:1]:
        yield StatedDate(LISTING, day, member.list, _LABEL, member.basis)


def _facts(stay: Stay) -> Iterator[Fact]:
    printed = stay.printed
    said = {"printed": printed.text if printed.text != printed.name else "", "listed_under": stay.under}
    said |= {"also_covers": printed.statement, "mark": printed.mark}
    said |= {"effective_date": "" if printed_days(stay.date_text) else stay.date_text}
    yield from (Fact(what, text) for what, text in said.items() if text)


def _notes(stay: Stay, rules: Mapping[str, TagRule]) -> Iterator[Note]:
    yield from stay.printed.notes
    if stay.tag not in rules:
        yield Note("unknown_tag", stay.tag, f"no meaning is known for the sub-list {stay.tag}")
    if len(printed_days(stay.date_text)) != 1:
        yield Note("unreadable_date", stay.date_text, f'"{stay.date_text}" is not one effective date')

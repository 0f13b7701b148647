"""Read the names in section 889 of the NDAA for FY2019 out of the text of the statute."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from fasti.model.identity import Name, PartyKind
from fasti.model.listing import LISTING, Fact, Listing, Membership, StatedDate
from fasti.sources.description import Description, TagRule, describe
from fasti.sources.drafting import Draft, Memo, Note, RawMember, RowRead
from fasti.sources.notices.blocks import refuse_other
from fasti.sources.notices.dates import printed_days
from fasti.sources.notices.keys import name_key
from fasti.sources.notices.pages import preformatted
from fasti.sources.notices.rules import patterns
from fasti.sources.records.editions import Format, entries_of, make_draft, only_member, problem, tell
from fasti.sources.us_ndaa_889.statute import Clause, find_clauses

SOURCE_ID = "us_ndaa_889"
HTML = Format("html", "1", ("889(f)(3)(A)", "889(f)(3)(B)", "889(f)(3)(C)", "Approved"))


def read_html(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of the public law's text, within the page in which it is served.

    Raises:
        RefusedError: It is cut short, another law, or lacks the section.
    """
    source, member = describe(SOURCE_ID), only_member(members)
    law, text = preformatted(member), patterns(SOURCE_ID)
    clauses = find_clauses(law, text, member.name)
    if not clauses:
        refuse_other(member.name, "no clause of section 889 names anybody")
    approved = text["approved"].search(law)
    day = next(iter(printed_days(approved[1] if approved else "")), "")
    by_name = {name: [one for one in clauses if name in one.names] for clause in clauses for name in clause.names}
    reads = {}
    for name, its in by_name.items():
        key = name_key(SOURCE_ID, name)
        reads[key] = memo.read("entries", (name, day, *its), partial(_entry, key, name, its, day, source))
    problems = tell(member.name, reads.values())
    if not day:
        problems.append(problem("no_approval_date", "the law does not say when it was approved", member.name))
    parts = entries_of(member.name, reads)
    return make_draft(source, HTML, parts, problems, date.fromisoformat(day) if day else None)


def _entry(key: str, name: str, clauses: Sequence[Clause], day: str, source: Description) -> RowRead:
    """Return what the clauses that give one name say."""
    rules = {rule.tag: rule for rule in source.rules}
    list_id = source.rules[0].list
    used = [rules.get(clause.tag, TagRule(clause.tag, list_id, clause.tag)) for clause in clauses]
    listing = Listing(
        key,
        PartyKind.ORGANIZATION,
        names=(Name(name),),
        memberships=tuple(sorted({Membership(rule.list, rule.basis, rule.tag) for rule in used})),
        stated=(StatedDate(LISTING, day, list_id, "Approved"),) if day else (),
        facts=tuple(sorted({fact for clause in clauses for fact in _facts(clause)})),
    )
    unknown = (clause.tag for clause in clauses if clause.tag not in rules)
    return RowRead(
        listing, tuple(Note("unknown_tag", tag, f"no clause {tag} is known to name anybody") for tag in unknown)
    )


def _facts(clause: Clause) -> Iterator[Fact]:
    yield Fact("covered", clause.text)
    yield Fact("also_covers", clause.reach)
    if clause.services:
        yield Fact("covered", clause.services)

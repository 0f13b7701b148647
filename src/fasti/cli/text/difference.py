"""The document of `fasti diff`: what was added, removed and amended between two moments."""

from collections.abc import Iterable, Mapping

from fasti.cli.text import running
from fasti.cli.text.document import Bullet, Bullets, Document, Group, Section, Tone, Words, para, section
from fasti.cli.text.words import count_of, say_date, say_instant
from fasti.model.catalog import ListInfo
from fasti.model.difference import ChangeGroup, DiffAnswer, EntryChange, LedgerDiffAnswer, ListDifference

SHOWN = 8
"""Members of a group named in the text form; the JSON form names them all."""


def document(answer: DiffAnswer, lists: Mapping[str, ListInfo]) -> Document:
    """Lay out the differences."""
    name = lists[answer.subject].title if answer.subject in lists else answer.subject
    compared = f"Compared: {', '.join(answer.editions)}." if answer.editions else "No edition was compared."
    return Document(
        banner="",
        title=f"What changed on {name} from {say_instant(answer.from_)} to {say_instant(answer.to)}",
        lead=(para(_counts(answer), Tone.STRONG), para(compared, Tone.QUIET)),
        groups=(),
        sections=(*_sections(answer), *running.sections_of(answer.run, lists)),
        notice=answer.notice,
    )


def ledger_document(answer: LedgerDiffAnswer, lists: Mapping[str, ListInfo]) -> Document:
    """Lay out the differences of every list."""
    changed = f"{count_of(len(answer.lists), 'list')} changed, {len(answer.unchanged):,} did not."
    return Document(
        banner="",
        title=f"What changed on every list from {say_instant(answer.from_)} to {say_instant(answer.to)}",
        lead=(para(changed, Tone.STRONG),),
        groups=tuple(
            Group(lists[one.list].title if one.list in lists else one.list, _counts(one), (), _sections(one))
            for one in answer.lists
        ),
        sections=running.sections_of(answer.run, lists),
        notice=answer.notice,
    )


def _counts(one: DiffAnswer | ListDifference) -> str:
    told = {
        "added": len(one.added),
        "removed": len(one.removed),
        "absent in one edition": len(one.blips),
        "amended": len(one.amended),
        "shared by many entries": len(one.groups),
    }
    always = ("added", "removed", "amended")
    return ", ".join(f"{count:,} {word}" for word, count in told.items() if count or word in always) + "."


def _sections(one: DiffAnswer | ListDifference) -> tuple[Section, ...]:
    return (
        *section("Added", _bullets(one.added)),
        *section("Removed", _bullets(one.removed)),
        *section("Absent in one edition, back in the next", _bullets(one.blips)),
        *section("Amended alike", Bullets(tuple(_group(change) for change in one.groups))),
        *section("Amended", _bullets(one.amended)),
    )


def _bullets(changes: Iterable[EntryChange]) -> Bullets:
    return Bullets(tuple(_bullet(one) for one in changes))


def _group(one: ChangeGroup) -> Bullet:
    if one.kind == "drift":
        head = Words(f"{one.field}: gained or lost by the edition as a whole, {one.count:,} entries; not observed")
        return Bullet((head,), (Words(_members(one), Tone.QUIET),))
    change = f"{one.field}: {one.before or '(nothing)'} -> {one.after or '(nothing)'}"
    head = Words(f"{one.count:,} entries alike", Tone.STRONG)
    return Bullet((head,), (Words(change, Tone.QUIET), Words(_members(one), Tone.QUIET)))


def _members(one: ChangeGroup) -> str:
    shown = ", ".join(one.members[:SHOWN])
    return f"{shown} and {len(one.members) - SHOWN:,} more" if len(one.members) > SHOWN else shown


def _bullet(one: EntryChange) -> Bullet:
    on = f", {say_date(one.on)}" if one.on else ""
    fields = tuple(
        Words(f"{change.field}: {change.before or '(nothing)'} -> {change.after or '(nothing)'}", Tone.QUIET)
        for change in one.changes
    )
    reason = (Words(one.reason, Tone.QUIET),) if one.reason else ()
    return Bullet((Words(one.caption, Tone.STRONG), Words(f" ({one.key}){on}")), (*fields, *reason))

"""`diff`: what changed on a list, or in a source, between two dates, with the reason where the record has one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from fasti.ledger.coverage import list_state
from fasti.ledger.diff import diff as content_diff
from fasti.ledger.diff import field_changes
from fasti.ledger.evidence import Evidence
from fasti.model.act import CLOSING, OPENING, Act
from fasti.model.answer import NOTICE, DiffAnswer, EntryChange
from fasti.model.entry import Edition
from fasti.model.errors import UsageError
from fasti.model.listing import ENTRIES, Listing
from fasti.model.vantage import Vantage
from fasti.workflows.asking import evidence_at, vantage_of
from fasti.workflows.listings import live_entries
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.running import Findings, make_run
from fasti.workflows.settings import Settings

SCHEMA = "fasti/diff/1"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: entry key to content per series, the entries present, and their captions."""

    evidence: Evidence
    editions: tuple[Edition, ...]
    present: Mapping[str, str]
    contents: Mapping[str, Mapping[str, str]]


def diff(
    settings: Settings, subject: str, from_: date | datetime, to: date | datetime, head: int | None = None
) -> DiffAnswer:
    """Compare a list or a source between two dates, with everything known today.

    Args:
        settings: Clock and place of the ledger.
        subject: List id or source id; an id that is both means the list.
        from_: Earlier side.
        to: Later side.
        head: Log position to read at.

    Raises:
        UsageError: The subject is unknown, or the dates are in the wrong order.
    """
    with open_ledger(settings) as ledger:
        lists = _lists(ledger, subject)
        now = settings.now()
        before = _side(ledger, vantage_of(from_, now, head, now), lists)
        after = _side(ledger, vantage_of(to, now, head, now), lists)
        zone_name = before.evidence.view.zone_of(lists[0])
        if before.evidence.view.vantage.at(zone_name) > after.evidence.view.vantage.at(zone_name):
            message = f"--from {from_} lies after --to {to}: give the earlier one as --from."
            raise UsageError(message)
        states = tuple(list_state(after.evidence.view, one) for one in lists)
        return DiffAnswer(
            schema=SCHEMA,
            notice=NOTICE,
            subject=subject,
            from_=from_.isoformat(),
            to=to.isoformat(),
            editions=tuple(f"{one.series} {one.edition_id}" for one in (*before.editions, *after.editions)),
            added=_came(before, after, lists),
            removed=_went(before, after, lists),
            amended=_amended(before, after),
            run=make_run(settings, ledger, after.evidence, Findings(states)),
        )


def _lists(ledger: Ledger, subject: str) -> tuple[str, ...]:
    """Return the lists that a subject means."""
    if subject in ledger.catalog.lists:
        return (subject,)
    source = ledger.catalog.sources.get(subject)
    if source is None or not source.lists:
        known = ", ".join(sorted({*ledger.catalog.lists, *ledger.catalog.sources}))
        message = f"{subject} is no list and no source with lists: use one of {known}."
        raise UsageError(message)
    return source.lists


def _side(ledger: Ledger, vantage: Vantage, lists: Iterable[str]) -> Side:
    evidence = evidence_at(ledger, vantage)
    present: dict[str, str] = {}
    editions: dict[str, Edition] = {}
    for list_id in lists:
        present |= {entry.key: entry.caption for entry in live_entries(evidence, list_id)}
        at = evidence.view.at(list_id)
        for series in evidence.view.series_of(list_id):
            held = [one for one in evidence.view.admitted(series) if one.listed_at <= at and ENTRIES in one.parts()]
            editions |= {series: held[-1]} if held else {}
    contents = {series: evidence.contents_at(series, edition.order) for series, edition in editions.items()}
    return Side(evidence, tuple(editions.values()), present, contents)


def _came(before: Side, after: Side, lists: tuple[str, ...]) -> tuple[EntryChange, ...]:
    new = sorted(after.present.keys() - before.present.keys())
    return tuple(_change(after, key, after.present[key], _act(before, after, key, lists, OPENING)) for key in new)


def _went(before: Side, after: Side, lists: tuple[str, ...]) -> tuple[EntryChange, ...]:
    gone = sorted(before.present.keys() - after.present.keys())
    return tuple(_change(before, key, before.present[key], _act(before, after, key, lists, CLOSING)) for key in gone)


def _change(side: Side, key: str, caption: str, act: Act | None) -> EntryChange:
    return EntryChange(
        key=key,
        caption=caption,
        kind=_kind(side, key),
        on=act.takes_effect.on.isoformat() if act else None,
        changes=(),
        reason=f"{act.title} ({act.citation})" if act else None,
    )


def _act(before: Side, after: Side, key: str, lists: tuple[str, ...], kinds: Iterable[object]) -> Act | None:
    """Return the last act between the two sides that put an entry on one of the lists, or took it off."""
    for list_id in lists:
        zone_name = after.evidence.view.zone_of(list_id)
        start = before.evidence.view.vantage.at(zone_name)
        for act in reversed(after.evidence.acts.of((list_id, key))):
            if act.kind in kinds and act.takes_effect.published(act.zone or zone_name) > start:
                return act
    return None


def _amended(before: Side, after: Side) -> tuple[EntryChange, ...]:
    """Return the entries present on both sides whose content differs within one series."""
    found = []
    for series in sorted(before.contents.keys() & after.contents.keys()):
        change = content_diff(before.contents[series], after.contents[series])
        for key, (old, new) in change.amended.items():
            if key in before.present and key in after.present:
                was, now = _listing(before, old), _listing(after, new)
                found.append(EntryChange(key, now.caption, now.kind.value, None, field_changes(was, now), None))
    return tuple(sorted(found, key=lambda one: one.key))


def _listing(side: Side, content: str) -> Listing:
    return side.evidence.contents()[content]


def _kind(side: Side, key: str) -> str:
    for contents in side.contents.values():
        if key in contents:
            return _listing(side, contents[key]).kind.value
    return "unknown"

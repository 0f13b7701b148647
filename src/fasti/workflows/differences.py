"""`diff`: what changed on a list, or in a source, between two dates, with the reason where the record has one."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from fasti.ledger.amending import Place, grouped_changes
from fasti.ledger.coverage import list_state
from fasti.ledger.diff import diff as content_diff
from fasti.ledger.evidence import Evidence
from fasti.model.act import CLOSING, OPENING, Act, ActKind
from fasti.model.answer import NOTICE, ListEntry
from fasti.model.difference import ChangeGroup, DiffAnswer, EntryChange
from fasti.model.entry import Edition
from fasti.model.errors import UsageError
from fasti.model.listing import ENTRIES
from fasti.model.values import dataclass
from fasti.model.vantage import Vantage
from fasti.workflows.asking import evidence_at, vantage_of
from fasti.workflows.correcting import corrections_in, everyone
from fasti.workflows.listings import live_entries
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.rekeying import keys_anew, listing_in, renumbered
from fasti.workflows.running import Findings, make_run
from fasti.workflows.settings import Settings

SCHEMA = "fasti/diff/1"
CITATION = "citation"
"""What a fact is called that names the Federal Register notice of an entry."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison.

    Attributes:
        evidence: What is visible from it.
        editions: For each series and part, the newest admitted edition that holds the part.
        contents: For each series and part, entry key to content hash in that edition.
        present: Caption and kind of the entries live then, among those that may differ.
    """

    evidence: Evidence
    editions: Mapping[Place, Edition]
    contents: Mapping[Place, Mapping[str, str]]
    present: Mapping[str, ListEntry]


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
        before, after = _sides(ledger, vantage_of(from_, now, head, now), vantage_of(to, now, head, now), lists)
        zone_name = before.evidence.view.zone_of(lists[0])
        if before.evidence.view.vantage.at(zone_name) > after.evidence.view.vantage.at(zone_name):
            message = f"--from {from_} lies after --to {to}: give the earlier one as --from."
            raise UsageError(message)
        amended, groups = _grouped(before, after)
        removed, blips = _split_blips(_went(before, after, lists), before, after)
        sides = (before.contents, after.contents)
        told = renumbered(_came(before, after, lists), removed, sides, after.evidence)
        states = tuple(list_state(after.evidence.view, one) for one in lists)
        corrections = corrections_in(after.evidence, lists, everyone(lists))
        return DiffAnswer(
            schema=SCHEMA,
            notice=NOTICE,
            subject=subject,
            from_=from_.isoformat(),
            to=to.isoformat(),
            editions=_editions(before, after),
            added=tuple(_citing(one, after) for one in told.added),
            removed=told.removed,
            blips=blips,
            amended=tuple(sorted((*amended, *told.rekeyed), key=lambda one: one.key)),
            groups=groups,
            run=make_run(settings, ledger, after.evidence, Findings(states, corrections=corrections)),
        )


def _editions(*sides: Side) -> tuple[str, ...]:
    """Return series and id of the editions compared."""
    return tuple(sorted({f"{one.series} {one.edition_id}" for side in sides for one in side.editions.values()}))


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


def _sides(ledger: Ledger, before: Vantage, after: Vantage, lists: tuple[str, ...]) -> tuple[Side, Side]:
    """Return both sides, entries folded only where files or acts leave room for a difference."""
    sides = [_contents(evidence_at(ledger, vantage), lists) for vantage in (before, after)]
    keys: set[str] = set()
    for place in {place for side in sides for place in side.contents}:
        change = content_diff(*(side.contents.get(place, {}) for side in sides))
        keys |= {*change.added, *change.removed, *change.amended}
    for list_id in lists:
        was, now = (_newest(side, list_id) for side in sides)
        keys |= was ^ now
    for side in sides:
        keys |= {key for list_id, key in side.evidence.acts.named if list_id in lists}
    first, second = (replace(side, present=_present(side.evidence, lists, keys)) for side in sides)
    return first, second


def _contents(evidence: Evidence, lists: tuple[str, ...]) -> Side:
    """Return what the newest editions of the lists' series hold."""
    editions: dict[Place, Edition] = {}
    for list_id in lists:
        at = evidence.view.at(list_id)
        for series in evidence.series_of(list_id):
            for edition in evidence.view.admitted(series):
                if edition.listed_at <= at:
                    editions |= {(series, part): edition for part in edition.parts()}
    contents = {place: evidence.contents_at(*place, edition.order) for place, edition in editions.items()}
    return Side(evidence, editions, contents, {})


def _newest(side: Side, list_id: str) -> frozenset[str]:
    """Return the keys of the edition that says who is on a list, of whichever series it is."""
    sequence = side.evidence.sequence(list_id, "")
    place = bisect_right(sequence.instants, side.evidence.view.at(list_id))
    if not place:
        return frozenset()
    edition = sequence.editions[place - 1]
    return frozenset(side.contents.get((edition.series, ENTRIES), {}))


def _present(evidence: Evidence, lists: tuple[str, ...], keys: set[str]) -> dict[str, ListEntry]:
    evidence.preload(keys)
    return {entry.key: entry for list_id in lists for entry in live_entries(evidence, list_id, keys)}


def _came(before: Side, after: Side, lists: tuple[str, ...]) -> tuple[EntryChange, ...]:
    new = sorted(after.present.keys() - before.present.keys())
    return tuple(_change(after.present[key], _act(before, after, key, lists, OPENING)) for key in new)


def _went(before: Side, after: Side, lists: tuple[str, ...]) -> tuple[EntryChange, ...]:
    gone = sorted(before.present.keys() - after.present.keys())
    return tuple(_change(before.present[key], _act(before, after, key, lists, CLOSING)) for key in gone)


def _change(entry: ListEntry, act: Act | None) -> EntryChange:
    return EntryChange(
        key=entry.key,
        caption=entry.caption,
        kind=entry.kind,
        on=act.takes_effect.on.isoformat() if act else None,
        changes=(),
        reason=f"{act.title} ({act.citation})" if act else None,
    )


def _citing(change: EntryChange, side: Side) -> EntryChange:
    """Return an addition with the notice that the entry itself cites, where no act gives the reason."""
    if change.reason:
        return change
    facts = listing_in(side.contents, change.key, side.evidence).facts
    cited = "; ".join(fact.text for fact in facts if fact.what == CITATION)
    return replace(change, reason=f"as the entry cites: {cited}") if cited else change


def _act(before: Side, after: Side, key: str, lists: tuple[str, ...], kinds: Iterable[ActKind]) -> Act | None:
    """Return the last act between the two sides that put an entry on one of the lists, or took it off."""
    for list_id in lists:
        zone_name = after.evidence.view.zone_of(list_id)
        start = before.evidence.view.vantage.at(zone_name)
        for act in reversed(after.evidence.acts.of((list_id, key))):
            if act.kind in kinds and act.takes_effect.published(act.zone or zone_name) > start:
                return act
    return None


def _grouped(before: Side, after: Side) -> tuple[tuple[EntryChange, ...], tuple[ChangeGroup, ...]]:
    """Return the changes of single entries, and those that many entries share."""
    both = before.present.keys() & after.present.keys()
    found = grouped_changes(after.evidence, before.contents, after.contents, both)
    entries = after.present
    amended = tuple(
        EntryChange(key, entries[key].caption, entries[key].kind, None, tuple(own), None)
        for key, own in sorted(found.rest.items())
    )
    return amended, found.groups


def _split_blips(
    gone: tuple[EntryChange, ...], before: Side, after: Side
) -> tuple[tuple[EntryChange, ...], tuple[EntryChange, ...]]:
    """Tell the entries that went from those that only the later edition lacks: the next one has them again.

    A party that comes back under another key is back.
    """
    absent = {one.key: listing_in(before.contents, one.key, after.evidence) for one in gone if not one.reason}
    back: set[str] = set()
    for (series, part), edition in after.editions.items():
        admitted = after.evidence.view.admitted(series)
        later = [one for one in admitted if one.order > edition.order and part in one.parts()]
        if part == ENTRIES and later and absent:
            held = after.evidence.contents_at(series, part, later[0].order)
            new = {key: content for key, content in held.items() if key not in after.contents[series, part]}
            after.evidence.fetch(new.values())
            listings = {key: after.evidence.contents()[content] for key, content in new.items()}
            back |= held.keys() | set(keys_anew(absent, listings, after.evidence).values())
    removed = tuple(one for one in gone if one.reason or one.key not in back)
    return removed, tuple(one for one in gone if not one.reason and one.key in back)

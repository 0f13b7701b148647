"""`diff`: what changed on a list, or in a source, between two dates, with the reason where the record has one."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime

from fasti.ledger.amending import grouped_changes
from fasti.ledger.coverage import list_state
from fasti.ledger.evidence import Evidence
from fasti.ledger.parties import strong
from fasti.model.act import CLOSING, OPENING, Act, ActKind
from fasti.model.answer import NOTICE
from fasti.model.difference import ChangeGroup, DiffAnswer, EntryChange, LedgerDiffAnswer, ListDifference
from fasti.model.errors import UsageError
from fasti.model.listing import ENTRIES
from fasti.model.vantage import Vantage
from fasti.workflows.asking import evidence_at, vantage_of
from fasti.workflows.correcting import corrections_in, everyone
from fasti.workflows.listings import Captioned
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.rekeying import keys_anew, renumbered
from fasti.workflows.running import Findings, make_run
from fasti.workflows.settings import Settings
from fasti.workflows.sides import Side, sides

SCHEMA = "fasti/diff/1"
SCHEMA_OF_ALL = "fasti/diff_all/1"
CITATION = "citation"
"""What a fact is called that names the Federal Register notice of an entry."""


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
        earlier, later = _evidence(ledger, _vantages(settings, from_, to, head), lists[0])
        told = _difference(*sides(earlier, later, lists), lists)
        states = tuple(list_state(later.view, one) for one in lists)
        corrections = corrections_in(later, lists, everyone(lists))
        return DiffAnswer(
            schema=SCHEMA,
            notice=NOTICE,
            subject=subject,
            from_=from_.isoformat(),
            to=to.isoformat(),
            editions=told.editions,
            added=told.added,
            removed=told.removed,
            blips=told.blips,
            amended=told.amended,
            groups=told.groups,
            run=make_run(settings, ledger, later, Findings(states, corrections=corrections)),
        )


def diff_all(
    settings: Settings, from_: date | datetime, to: date | datetime, head: int | None = None
) -> LedgerDiffAnswer:
    """Compare every list of the ledger between two dates, list by list; arguments and errors as for `diff`."""
    with open_ledger(settings) as ledger:
        lists = sorted(ledger.catalog.lists)
        earlier, later = _evidence(ledger, _vantages(settings, from_, to, head), lists[0])
        told = [_difference(*sides(earlier, later, (one,)), (one,)) for one in lists]
        states = tuple(list_state(later.view, one) for one in lists)
        corrections = corrections_in(later, lists, everyone(lists))
        return LedgerDiffAnswer(
            schema=SCHEMA_OF_ALL,
            notice=NOTICE,
            from_=from_.isoformat(),
            to=to.isoformat(),
            lists=tuple(one for one in told if not one.empty),
            unchanged=tuple(one.list for one, state in zip(told, states, strict=True) if one.empty and state.sources),
            run=make_run(settings, ledger, later, Findings(states, corrections=corrections)),
        )


def _vantages(
    settings: Settings, from_: date | datetime, to: date | datetime, head: int | None
) -> tuple[Vantage, Vantage]:
    """Return the vantages of both dates, with everything known today."""
    now = settings.now()
    return vantage_of(from_, now, head, now), vantage_of(to, now, head, now)


def _evidence(ledger: Ledger, vantages: tuple[Vantage, Vantage], list_id: str) -> tuple[Evidence, Evidence]:
    """Return what is visible from two vantages.

    Raises:
        UsageError: The first lies after the second, by the calendar of the list.
    """
    before, after = vantages
    zone_name = ledger.catalog.lists[list_id].zone
    if before.at(zone_name) > after.at(zone_name):
        message = f"--from {before.as_of} lies after --to {after.as_of}: give the earlier one as --from."
        raise UsageError(message)
    return evidence_at(ledger, before), evidence_at(ledger, after)


def _difference(before: Side, after: Side, lists: tuple[str, ...]) -> ListDifference:
    """Return what changed on some lists taken together."""
    amended, groups = _grouped(before, after)
    removed, blips = _split_blips(_went(before, after, lists), before, after)
    told = renumbered(_came(before, after, lists), removed, before, after)
    return ListDifference(
        list=lists[0],
        editions=_editions(before, after),
        added=_citing(told.added, after),
        removed=told.removed,
        blips=blips,
        amended=tuple(sorted((*amended, *told.rekeyed), key=lambda one: one.key)),
        groups=groups,
    )


def _editions(*both: Side) -> tuple[str, ...]:
    """Return series and id of the editions compared."""
    return tuple(sorted({f"{one.series} {one.edition_id}" for side in both for one in side.editions.values()}))


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


def _came(before: Side, after: Side, lists: tuple[str, ...]) -> tuple[EntryChange, ...]:
    new = sorted(after.present.keys() - before.present.keys())
    acts = _acts(before, after, new, lists, OPENING)
    return tuple(_change(after.present[key], acts.get(key)) for key in new)


def _went(before: Side, after: Side, lists: tuple[str, ...]) -> tuple[EntryChange, ...]:
    gone = sorted(before.present.keys() - after.present.keys())
    acts = _acts(before, after, gone, lists, CLOSING)
    return tuple(_change(before.present[key], acts.get(key)) for key in gone)


def _change(entry: Captioned, act: Act | None) -> EntryChange:
    return EntryChange(
        key=entry.key,
        caption=entry.caption,
        kind=entry.kind,
        on=act.takes_effect.on.isoformat() if act else None,
        changes=(),
        reason=f"{act.title} ({act.citation})" if act else None,
    )


def _citing(changes: Collection[EntryChange], side: Side) -> tuple[EntryChange, ...]:
    """Return additions with the notices that the entries themselves cite, where no act gives the reason."""
    open_ = [one.key for one in changes if not one.reason]
    side.fetch(open_)
    cites = {key for key in open_ if any(CITATION in [fact.what for fact in one.facts] for one in side.sketches(key))}
    facts = {key: listing.facts for key, listing in side.listings(cites).items()}
    cited = {key: "; ".join(fact.text for fact in some if fact.what == CITATION) for key, some in facts.items()}
    said = {key: f"as the entry cites: {text}" for key, text in cited.items() if text}
    return tuple(replace(one, reason=said[one.key]) if one.key in said else one for one in changes)


def _acts(
    before: Side, after: Side, keys: Iterable[str], lists: tuple[str, ...], kinds: Collection[ActKind]
) -> dict[str, Act]:
    """Return of some entries the last act between the two sides that put each on one of the lists, or took it off."""
    found: dict[str, Act] = {}
    for list_id in lists:
        concerned = after.evidence.acts.entries_of(list_id)
        zone_name = after.evidence.view.zone_of(list_id)
        start = before.evidence.view.vantage.at(zone_name)
        for key in keys:
            if key in concerned and key not in found:
                for act in reversed(after.evidence.acts.of((list_id, key))):
                    if act.kind in kinds and act.takes_effect.published(act.zone or zone_name) > start:
                        found[key] = act
                        break
    return found


def _grouped(before: Side, after: Side) -> tuple[tuple[EntryChange, ...], tuple[ChangeGroup, ...]]:
    """Return the changes of single entries, and those that many entries share."""
    both = after.entries(before.present.keys() & after.present.keys())
    found = grouped_changes(after.evidence.rolls, before.contents, after.contents, both)
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
    before.fetch(one.key for one in gone)
    absent = {one.key: before.strong(one.key) for one in gone if not one.reason}
    rolls = after.evidence.rolls
    back: set[str] = set()
    for (series, part), edition in after.editions.items():
        admitted = after.evidence.view.admitted(series)
        later = [one for one in admitted if one.order > edition.order and part in one.parts()]
        if part == ENTRIES and later and absent:
            held, numbers = rolls.held(series, part, later[0].order), rolls.numbers(absent)
            new = {entry: content for entry, content in held.items() if entry not in after.contents[series, part]}
            sketches, keys = rolls.sketches(new.values()), rolls.keys(new)
            identifiers = {keys[entry]: strong(sketches[content].identifiers) for entry, content in new.items()}
            back |= {key for key in absent if numbers.get(key) in held}
            back |= set(keys_anew(absent, identifiers, after.evidence).values())
    removed = tuple(one for one in gone if one.reason or one.key not in back)
    return removed, tuple(one for one in gone if not one.reason and one.key in back)

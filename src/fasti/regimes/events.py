"""Events: every act and every observed change of a party's entries on one list, derived and never stored."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import astuple, replace
from datetime import datetime

from fasti.ledger.amending import Amendment
from fasti.model.act import Act, ActKind, Confidence
from fasti.model.history import Boundary, EntryHistory
from fasti.model.moment import Moment
from fasti.model.standing import Event
from fasti.regimes.selecting import Placed

AMENDED = ActKind.AMENDED.value
NOTHING = "(nothing)"
BACK = "; the next one has the party again, so that it may never have been taken off."


def events_of(entries: Sequence[EntryHistory], past: Iterable[Placed]) -> tuple[Event, ...]:
    """Return the events begun by the vantage, in order.

    Args:
        entries: Entries of one party on one list.
        past: Their spells begun by the vantage, ends after it left open.
    """
    found: dict[str, tuple[datetime, Event]] = {}
    for entry in entries:
        for act in entry.acts:
            effect = act.takes_effect.starts(act.zone or entry.zone)
            event = act_event(act, entry)
            found[event.event_id] = (effect, event)
    equals: Counter[tuple[str, ...]] = Counter()
    placed = tuple(past)
    back = {(spell.legal_basis, spell.start.after) for _, spell in placed}
    for entry, spell in placed:
        for kind, boundary in (("listed", spell.start), ("delisted", spell.end)):
            ordinal = equals[entry.key, kind, spell.legal_basis]
            equals[entry.key, kind, spell.legal_basis] += 1
            if boundary is not None and boundary.basis != "act":
                blip = kind == "delisted" and (spell.legal_basis, boundary.by) in back
                event = _observed(entry, spell.legal_basis, kind, boundary, ordinal)
                event = replace(event, summary=event.summary[:-1] + BACK) if blip and boundary.by else event
                found[event.event_id] = (boundary.moment.starts(entry.zone), event)
    ordered = sorted(found.values(), key=lambda one: (one[0], one[1].kind, one[1].event_id))
    return tuple(event for _, event in ordered)


def amendment_event(entry: EntryHistory, amendment: Amendment) -> Event:
    """Return the event that a change of an entry's content is."""
    change, edition = amendment.change, amendment.edition
    shown = Moment.of(edition.listed_at, entry.zone)
    alike = f"One of {amendment.count:,} entries amended alike: " if amendment.count > 1 else ""
    return Event(
        event_id=event_id(
            entry.list, entry.key, AMENDED, *(repr(one) for one in astuple(change)), str(amendment.ordinal)
        ),
        kind=AMENDED,
        authority="",
        on=shown.on.isoformat(),
        made_on=None,
        effective_on=None,
        public_at=str(shown),
        summary=f"{alike}{change.field}: {change.before or NOTHING} -> {change.after or NOTHING}",
        citation=f"edition {edition.edition_id}",
        url="",
        confidence=Confidence.MED.value,
    )


def event_id(*parts: str) -> str:
    """Return the id of an event: a hash of list, entry, kind, before, after and ordinal among equals."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def act_event(act: Act, entry: EntryHistory) -> Event:
    """Return the event that an act is for an entry."""
    zone_name = act.zone or entry.zone
    published = act.publication
    assumed = "" if act.public_at else " (publication date assumed)"
    return Event(
        event_id=event_id(act.list or "", entry.list, act.kind.value, act.act_id),
        kind=act.kind.value,
        authority=act.authority,
        on=act.takes_effect.on.isoformat(),
        made_on=act.made_at.on.isoformat(),
        effective_on=str(act.takes_effect),
        public_at=str(Moment.of(published.published(zone_name), zone_name)),
        summary=act.title + assumed,
        citation=act.citation,
        url=act.url,
        confidence=act.confidence.value,
    )


def _observed(entry: EntryHistory, basis: str, kind: str, boundary: Boundary, ordinal: int) -> Event:
    on = boundary.moment.on.isoformat()
    seen = Moment.of(boundary.by, entry.zone) if boundary.by else boundary.moment
    if kind == "listed":
        stated = "the entry itself states the date" if boundary.basis == "stated" else "first edition held with it"
        summary = f"On the list under {basis}: {stated}."
    else:
        summary = f"No longer on the list under {basis}: first edition held without it."
    return Event(
        event_id=event_id(entry.list, entry.key, kind, basis, str(ordinal)),
        kind=kind,
        authority="",
        on=on,
        made_on=None,
        effective_on=None,
        public_at=str(seen),
        summary=summary,
        citation=f"edition {boundary.edition_id}",
        url="",
        confidence=Confidence.HIGH.value if boundary.basis == "stated" else Confidence.MED.value,
    )

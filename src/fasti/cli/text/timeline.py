"""The document of `fasti timeline`: every event in order, with what evidences it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from fasti.cli.text import running
from fasti.cli.text.check import banner
from fasti.cli.text.document import Bullet, Bullets, Document, Group, Tone, Words, para, section
from fasti.cli.text.words import count_of, info_of, say_date, say_vantage
from fasti.model.answer import TimelineAnswer, TimelineEvent, TimelineParty
from fasti.model.catalog import ListInfo


def document(answer: TimelineAnswer, lists: Mapping[str, ListInfo]) -> Document:
    """Lay out the answer of a timeline."""
    query = answer.query
    found = count_of(len(answer.parties), "party", "parties")
    return Document(
        banner=banner(answer.run),
        title=f"What happened up to {say_vantage(query.as_of, query.known_at)}: {query.name}",
        lead=() if answer.parties else (para(f"Nothing on record under this name; {found} found.", Tone.ALERT),),
        groups=tuple(_group(party, lists) for party in answer.parties),
        sections=running.sections_of(answer.run, lists),
        notice=answer.notice,
    )


def _group(party: TimelineParty, lists: Mapping[str, ListInfo]) -> Group:
    told = (list(ones) for _, ones in groupby(party.events, _edition))
    events = Bullets(tuple(_bullet(ones[0], lists) if len(ones) == 1 else _amended(ones, lists) for ones in told))
    subtitle = f"{party.kind}; {', '.join(party.keys)}; matched {party.match.matched_name}"
    return Group(party.caption, subtitle, (), section(count_of(len(party.events), "event"), events))


def _edition(one: TimelineEvent) -> tuple[str | None, str]:
    """Return what the changes have in common that stand in one bullet: list and edition; of all else, the event."""
    changed = one.event.kind == "amended" and not one.event.authority
    return (one.list, one.event.citation if changed else one.event.event_id)


def _amended(ones: Sequence[TimelineEvent], lists: Mapping[str, ListInfo]) -> Bullet:
    """Lay out what one edition changed in an entry."""
    first, event = ones[0], ones[0].event
    place = f" [{info_of(lists, first.list).short}]" if first.list else ""
    head = (
        Words(f"{say_date(event.on)}: ", Tone.STRONG),
        Words(f"{len(ones)} changes of the entry"),
        Words(f" ({event.kind}){place}", Tone.QUIET),
    )
    changes = tuple(Words(one.event.summary) for one in ones)
    below = (_dates(first), *_cited(first), *_further(first))
    return Bullet(head, (*changes, *(line for line in below if line.text)))


def _bullet(one: TimelineEvent, lists: Mapping[str, ListInfo]) -> Bullet:
    event = one.event
    place = f" [{info_of(lists, one.list).short}]" if one.list else ""
    head = (
        Words(f"{say_date(event.on)}: ", Tone.STRONG),
        Words(event.summary),
        Words(
            f" ({event.kind.replace('_', ' ')}{f'; {event.authority}' if event.authority else ''}){place}", Tone.QUIET
        ),
    )
    return Bullet(head, tuple(line for line in (_dates(one), *_cited(one), *_further(one)) if line.text))


def _dates(one: TimelineEvent) -> Words:
    event = one.event
    told = (("made", event.made_on), ("effective", event.effective_on), ("public", event.public_at))
    parts = [f"{word} {say_date(when)}" for word, when in told if when]
    return Words("; ".join([*parts, f"confidence {event.confidence}"]), Tone.QUIET)


def _cited(one: TimelineEvent) -> tuple[Words, ...]:
    return (Words(one.event.citation, Tone.QUIET), Words(one.event.url, Tone.QUIET, one.event.url))


def _further(one: TimelineEvent) -> Iterable[Words]:
    """Yield the evidence besides what the event itself cites, each thing once."""
    seen = {(one.event.citation, one.event.url)}
    for item in one.evidence:
        if (item.citation, item.url) in seen:
            continue
        seen.add((item.citation, item.url))
        yield Words(f"{item.rank.replace('_', ' ')}: {item.citation} [{item.source}]", Tone.QUIET)
        if item.url != one.event.url:
            yield Words(item.url, Tone.QUIET, item.url)
        yield Words(f"sha256 {item.sha256}" if item.sha256 else "", Tone.QUIET)
        yield Words(f'"{item.quote}"' if item.quote else "", Tone.QUIET)

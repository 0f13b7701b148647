"""The one sentence about a party on a list: listing, what follows from it, and what became of that.

It is put together from the standing alone, so that each word of it can be checked against a field of the answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from fasti.cli.text.words import join_words, on_day, say_date, sentence_case
from fasti.model.catalog import ListInfo
from fasti.model.standing import Deadline, Effect, EffectStatus, Event, ListingStatus, Standing

SHARED_WORDS = 3
"""So many words must be shared before two phrases are drawn together."""

NOT_MODELLED = "follows from the listing, but is not modelled here"
STAYING = ("enjoined", "rule_suspended")
ENDING = {
    "vacated": "when a court vacated the listing",
    "delisted": "when it was delisted",
    "rule_made": "when the law behind the list was replaced",
    "rule_amended": "when the law behind the list was replaced",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the verbs depend on: the day asked about, and whether it lies ahead of what was known."""

    as_of: str
    projected: bool


def sentence(standing: Standing, info: ListInfo, asked: Asked) -> str:
    """Return one sentence that says what the standing says.

    Args:
        standing: The party's standing on the list.
        info: What the catalogue says of the list.
        asked: The vantage.
    """
    clauses = [listing_clause(standing, info), *effect_clauses(standing, asked), *deadline_clauses(standing)]
    return sentence_case("; ".join(clauses)).removesuffix(".") + "."


def listing_clause(standing: Standing, info: ListInfo) -> str:
    """Say whether and since when the party is on the list, and what that date rests on."""
    issuer = issuer_of(info)
    match standing.status:
        case ListingStatus.ANNOUNCED:
            said = f"announced by {issuer}, with effect from {_day(standing.listed_on)}"
        case ListingStatus.LISTED:
            said = f"listed by {issuer}{_since(standing)}"
        case ListingStatus.SUSPENDED:
            said = f"listed by {issuer}{_since(standing)}, but {_stay_of(standing, 'the listing itself')}"
        case ListingStatus.ENDED:
            said = f"listed by {issuer}{_from(standing)} until {_day(standing.ended_on)}{_how_ended(standing)}"
        case ListingStatus.WITHDRAWN:
            said = f"announced by {issuer} and withdrawn{_on(standing.ended_on)}"
        case ListingStatus.NOT_FOUND:
            said = f"not found on the list of {issuer}"
        case _:
            said = f"no edition of the list of {issuer} is held for this date"
    return said


def issuer_of(info: ListInfo) -> str:
    """Return the phrase for who lists, naming the list where the phrase alone does not.

    >>> issuer_of(ListInfo("x", "X List", "X", "the Office", "UTC", ""))
    'the Office (X)'
    """
    return info.authority if "(" in info.authority else f"{info.authority} ({info.short})"


def effect_clauses(standing: Standing, asked: Asked) -> list[str]:
    """Say what became of the effects, in order of when they begin; those of one fate share a clause."""
    fates: dict[tuple[str, str | None, str | None], list[Effect]] = {}
    for effect in sorted(standing.effects, key=lambda one: one.from_ or ""):
        fates.setdefault((effect.status, effect.from_, effect.until), []).append(effect)
    return [effect_clause(tuple(effects), standing, asked) for effects in fates.values()]


def effect_clause(effects: tuple[Effect, ...], standing: Standing, asked: Asked) -> str:
    """Say what became of effects that share status and dates, by the day asked about."""
    effect = effects[0]
    phrases = list(dict.fromkeys(_phrase(one) for one in effects))
    what = join_phrases(phrases)
    many = " and the " in what
    match effect.status:
        case EffectStatus.IN_FORCE if asked.projected:
            said = f"{_dated('would apply from', effect.from_, 'would apply')}{_closing(effect)}"
        case EffectStatus.IN_FORCE:
            said = f"{_applies(effect, many=many)}{_closing(effect)}"
        case EffectStatus.PENDING:
            begins = "would begin on" if asked.projected else "begin on" if many else "begins on"
            said = _dated(begins, effect.from_, "have not begun" if many else "has not begun")
        case EffectStatus.SUSPENDED:
            said = _suspended(effect, standing, asked, "them" if many else "it")
        case EffectStatus.MOOT:
            due = f", due to begin on {say_date(effect.from_)}," if effect.from_ else ""
            return f"{what}{due} never came to apply: moot{_since_day(effect.until or standing.ended_on)}"
        case _:
            said = _less_common(effect, standing, many=many)
    return f"{what} {said}"


def join_phrases(phrases: list[str]) -> str:
    """Join noun phrases, saying the words they share at both ends only once.

    >>> join_phrases(["the ban on US persons' sale of its shares", "the ban on US persons' holding of its shares"])
    "the ban on US persons' sale and holding of its shares"
    >>> join_phrases(["the ban on exports", "the duty to report"])
    'the ban on exports and the duty to report'
    """
    words = [phrase.split() for phrase in phrases]
    head = _shared(words)
    tail = _shared([one[:head:-1] for one in words]) if len(words) > 1 else 0
    if len(words) == 1 or head < SHARED_WORDS or not tail:
        return join_words(phrases)
    middles = [" ".join(one[head : len(one) - tail]) for one in words]
    return " ".join([*words[0][:head], join_words(middles), *words[0][-tail:]])


def deadline_clauses(standing: Standing) -> list[str]:
    """Say the last day of each deadline still running."""
    running = [one for one in standing.deadlines if one.status == "pending"]
    return list(dict.fromkeys(_deadline(one) for one in running))


def _deadline(deadline: Deadline) -> str:
    what, day = deadline.what.partition(";")[0].removesuffix("."), on_day(deadline.last_day)
    if what.lower().startswith("last day for "):
        return f"the {what[:1].lower()}{what[1:]} is {day}"
    return f"{what[:1].lower()}{what[1:]}: last day {day}"


def _phrase(effect: Effect) -> str:
    return effect.phrase or f"what the rule forbids ({(effect.act or 'no act named').replace('_', ' ')})"


def _shared(rows: list[list[str]]) -> int:
    """Count the words that all rows begin with."""
    count = 0
    for column in zip(*rows, strict=False):
        if len(set(column)) > 1:
            break
        count += 1
    return count


def _applies(effect: Effect, *, many: bool) -> str:
    return _dated(f"{'have' if many else 'has'} applied since", effect.from_, "apply" if many else "applies")


def absent(infos: Iterable[ListInfo]) -> str:
    """Return the sentence on the lists that were consulted without finding the party."""
    return f"Not found on: {', '.join(info.short for info in infos)} (as held for this date)."


def not_held(infos: Iterable[ListInfo]) -> str:
    """Return the sentence on the lists of which no edition speaks for the date."""
    return f"Not covered: {', '.join(info.short for info in infos)} (no edition is held for this date)."


def _suspended(effect: Effect, standing: Standing, asked: Asked, it: str) -> str:
    stay = _stay_of(standing, it)
    stayed_on = _stay_day(standing)
    if effect.from_ is None:
        return f"is without effect: {stay}"
    begins = say_date(effect.from_)
    if effect.from_[:10] > asked.as_of[:10]:
        return f"would begin on {begins}, but {stay}"
    if stayed_on is not None and effect.from_[:10] < stayed_on:
        return f"applied from {begins}, but {stay}"
    return f"would have begun on {begins}, but {stay}"


def _less_common(effect: Effect, standing: Standing, *, many: bool) -> str:
    match effect.status:
        case EffectStatus.ENDED:
            until = f" until {say_date(effect.until)}" if effect.until else ", and that has ended"
            return f"applied{f' from {say_date(effect.from_)}' if effect.from_ else ''}{until}"
        case EffectStatus.UNCONFIRMED:
            to = f", confirmed up to {say_date(standing.confirmed_to)} only" if standing.confirmed_to else ""
            return f"{_applies(effect, many=many)}{to or ', not confirmed for this date'}"
        case EffectStatus.LICENSED:
            names = join_words(dict.fromkeys(one.name for one in effect.exceptions)) or "a licence"
            return f"{_applies(effect, many=many)}, but what is asked about is covered by {names}"
        case _:
            return "follow from the listing, but are not modelled here" if many else NOT_MODELLED


def _stay(standing: Standing) -> Event | None:
    named = [event for event in standing.events if event.event_id == standing.stayed_by]
    staying = [event for event in standing.events if event.kind in STAYING]
    return next(reversed(named or staying), None)


def _stay_day(standing: Standing) -> str | None:
    stay = _stay(standing)
    return stay.on[:10] if stay else None


def _stay_of(standing: Standing, what: str) -> str:
    stay = _stay(standing)
    if stay is None:
        return f"{what} is suspended{f' ({standing.stayed_by})' if standing.stayed_by else ''}"
    if stay.kind == "rule_suspended":
        return f"the rule was suspended on {on_day(stay.on)}"
    return f"a court suspended {what} on {on_day(stay.on)}"


def _how_ended(standing: Standing) -> str:
    if standing.basis == "observed" and standing.ended_after and standing.ended_by:
        last, first = on_day(standing.ended_after), on_day(standing.ended_by)
        return f" or shortly before (in the file of {last}, not in that of {first})"
    ends = [event.kind for event in standing.events if standing.ended_on and event.on[:10] == standing.ended_on[:10]]
    how = next((ENDING[kind] for kind in ends if kind in ENDING), "")
    return f", {how}" if how else ""


def _since(standing: Standing) -> str:
    if standing.listed_on is None:
        return ""
    return f" since {_day(standing.listed_on)}{_found(standing)}"


def _from(standing: Standing) -> str:
    return "" if standing.listed_on is None else f" from {_day(standing.listed_on)}{_found(standing)}"


def _found(standing: Standing) -> str:
    if standing.basis == "stated":
        return " (as the entry states)"
    if standing.basis != "observed":
        return ""
    if standing.listed_after is None:
        return " or earlier (it is in the first edition held)"
    by = on_day(standing.listed_by or standing.listed_on or "")
    return f" or shortly before (in the file of {by}, not in that of {on_day(standing.listed_after)})"


def _dated(verb: str, moment: str | None, undated: str) -> str:
    return f"{verb} {say_date(moment)}" if moment else undated


def _closing(effect: Effect) -> str:
    return f" and ends on {say_date(effect.until)}" if effect.until else ""


def _since_day(moment: str | None) -> str:
    return f" since {on_day(moment)}" if moment else ""


def _on(moment: str | None) -> str:
    return f" on {on_day(moment)}" if moment else ""


def _day(moment: str | None) -> str:
    return on_day(moment) if moment else "a day not on record"

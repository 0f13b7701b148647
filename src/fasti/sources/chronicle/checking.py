"""What must hold between the acts of the chronicle; each fault is a `Problem` naming file and act."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from zoneinfo import available_timezones

from fasti.model.act import CLOSING, PROCEDURAL, Act, ActKind, Confidence
from fasti.model.conduct import Conduct
from fasti.model.problem import Problem, Severity

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LICENSING = frozenset({ActKind.LICENSED, ActKind.LICENCE_AMENDED})
LISTING = frozenset({ActKind.LISTED, ActKind.DELISTED, ActKind.ANNOUNCED, ActKind.ENJOINED, ActKind.VACATED})
LEANING = frozenset({ActKind.WITHDRAWN, ActKind.AMENDED, ActKind.LICENCE_AMENDED, ActKind.LICENCE_ENDED})
STAYS = frozenset({"effects", "listing"})
CONDUCTS = frozenset(conduct.value for conduct in Conduct)


@dataclass(frozen=True, slots=True)
class Filed:
    """An act and the file it is written in."""

    act: Act
    file: str

    @property
    def where(self) -> str:
        """Place of the act, for messages."""
        return f"{self.file}, act {self.act.act_id}"


def check_acts(
    filed: Iterable[Filed],
    replacements: Iterable[Filed],
    lists: frozenset[str],
    keys: Mapping[str, frozenset[str]],
) -> list[Problem]:
    """Return every fault of the acts, alone and among each other.

    Args:
        filed: All acts, each with its file.
        replacements: Acts that corrections put in the place of others; checked alone.
        lists: List ids of the catalogue.
        keys: Authority keys of each party, by slug.
    """
    everything = tuple(filed)
    alone = (problem for one in (*everything, *replacements) for problem in _check_alone(one, lists, keys))
    return [*_check_unique(everything), *alone, *_check_references(everything), *_check_entries(everything)]


def _fault(code: str, filed: Filed, message: str) -> Problem:
    """Return a fault of one act."""
    return Problem(code, f"{filed.where}: {message}", filed.where, Severity.ERROR)


def _check_unique(filed: tuple[Filed, ...]) -> Iterator[Problem]:
    """Find ids that are used twice."""
    first: dict[str, Filed] = {}
    for one in filed:
        other = first.setdefault(one.act.act_id, one)
        if other is not one:
            yield _fault("id_used_twice", one, f"the id is used already in {other.file}; choose another.")


def _check_alone(filed: Filed, lists: frozenset[str], keys: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Find faults that one act shows by itself."""
    for check in ALONE:
        for code, message in check(filed.act):
            yield _fault(code, filed, message)
    if filed.act.list is not None and filed.act.list not in lists:
        yield _fault("unknown_list", filed, f"list {filed.act.list!r} is not in the catalogue of lists.")
    if filed.act.list is None and filed.act.zone not in _zones():
        yield _fault("no_zone", filed, "an act on no list says its zone, e.g. America/New_York.")
    for party in filed.act.parties:
        if ":" in party.key and party.key not in keys[party.slug]:
            yield _fault("unknown_key", filed, f"{party.key} is not among the keys of party {party.slug!r}.")


@cache
def _zones() -> frozenset[str]:
    """Return every IANA zone name."""
    return frozenset(available_timezones())


Fault = tuple[str, str]


def _evidence(act: Act) -> Iterator[Fault]:
    """Find what is missing of the evidence."""
    if not SLUG.fullmatch(act.act_id):
        yield "bad_id", "an id is lower-case words joined by hyphens."
    if not act.citation.strip():
        yield "no_citation", "an act without a citation is not accepted; say where it is written."
    if not act.url and "No link: " not in act.note:
        yield "no_link", "give a url, or say in no_url why there is none."
    if act.confidence is Confidence.HIGH and not act.primary_read:
        yield "too_sure", "an act whose primary text was not read cannot have confidence high; use med."


def _times(act: Act) -> Iterator[Fault]:
    """Find times that contradict each other."""
    if act.effective_at is not None and act.effective_at.on < act.made_at.on:
        yield "effective_before_made", "it takes effect before it was made; check both dates."
    if act.public_at is not None and act.public_at.on < act.made_at.on:
        yield "public_before_made", "it was public before it was made; check both dates."
    if act.ended_at is not None and act.ended_at.on <= act.takes_effect.on:
        yield "ends_before_start", "it ends before it takes effect; `ends` is exclusive."


def _scope(act: Act) -> Iterator[Fault]:
    """Find acts that do not say what they act on."""
    named = bool(act.parties)
    if act.kind in LISTING and (act.list is None or not (named or act.whole_list)):
        yield "no_object", f"an act of kind {act.kind} names a list, and parties or whole_list = true."
    if act.whole_list and named:
        yield "two_objects", "it names parties and has whole_list = true; choose one."
    if named and act.list is None:
        yield "no_list", "it names parties and no list; entries exist on a list only."
    if act.kind in LEANING and not act.acts:
        yield "no_act_named", f"an act of kind {act.kind} names in `acts` what it concerns."


def _kinds(act: Act) -> Iterator[Fault]:
    """Find fields that the kind of act needs or cannot have."""
    if act.kind in PROCEDURAL and act.matter is None:
        yield "no_matter", f"an act of kind {act.kind} names its matter."
    if act.kind in LICENSING and act.licence is None:
        yield "no_licence", f"an act of kind {act.kind} has a [act.licence] table."
    if (act.kind is ActKind.ENJOINED) != (act.stays in STAYS):
        yield "bad_stay", 'stays = "effects" or "listing" stands on an enjoined act, and only there.'
    if act.licence is not None:
        for conduct in act.licence.conducts:
            if conduct not in CONDUCTS:
                yield "unknown_conduct", f"licence conduct {conduct!r} is not one that a rule can forbid."


ALONE: tuple[Callable[[Act], Iterator[Fault]], ...] = (_evidence, _times, _scope, _kinds)


def _check_references(filed: tuple[Filed, ...]) -> Iterator[Problem]:
    """Find references to acts that are not there, or came later."""
    acts = {one.act.act_id: one.act for one in filed}
    for one in filed:
        for act_id in one.act.acts:
            other = acts.get(act_id)
            if other is None:
                yield _fault("unknown_act", one, f"act {act_id!r} is not in the chronicle.")
            elif other.made_at.on > one.act.made_at.on:
                yield _fault("later_act", one, f"it concerns {act_id!r}, which was made later.")


def _check_entries(filed: tuple[Filed, ...]) -> Iterator[Problem]:
    """Find entries with two meanings, doubled, or ended without having begun."""
    slugs: dict[tuple[str, str], str] = {}
    listed = {(one.act.list, party.key) for one in filed if one.act.kind is ActKind.LISTED for party in one.act.parties}
    for one in filed:
        keys = [party.key for party in one.act.parties]
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            yield _fault("entry_twice", one, f"entry {key!r} stands in it twice.")
        for party in one.act.parties:
            if slugs.setdefault((one.act.list or "", party.key), party.slug) != party.slug:
                yield _fault("key_of_two", one, f"entry {party.key!r} of {one.act.list} belongs to two parties.")
            if one.act.kind in CLOSING and (one.act.list, party.key) not in listed:
                yield _fault("never_listed", one, f"it ends entry {party.key!r}, which no act lists.")

"""Turn a target of SECO's list into a listing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.etree import QName, _Element

from fasti.model.identity import Identifier, PartyKind
from fasti.model.listing import Fact, Membership
from fasti.sources.ch_seco.fields import IDENTITY, PARTIES, PARTY, TARGET
from fasti.sources.ch_seco.identities import details_of
from fasti.sources.ch_seco.modifying import LIST, history_of, stated_of
from fasti.sources.ch_seco.naming import names_of
from fasti.sources.ch_seco.places import Places
from fasti.sources.ch_seco.programmes import Sets
from fasti.sources.ch_seco.vocabulary import labelled, vocabulary
from fasti.sources.description import Description
from fasti.sources.drafting import Note, RowRead
from fasti.sources.records.elements import attribute, children, text, texts, unknown_fields
from fasti.sources.records.saying import Said, collect
from fasti.sources.records.wording import joined

TARGET_NAME = "target"
_KINDS = {"individual": PartyKind.PERSON, "entity": PartyKind.ORGANIZATION}
_UN_REFERENCE = re.compile(r"[A-Z]{2,3}[ei]\.\d{3}")
_NUMBER = re.compile(r"[^\s,;]*\d[^\s,;]*|[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")


@dataclass(frozen=True, slots=True)
class Header:
    """What a file declares before its targets."""

    sets: Sets
    places: Places


def target_key(number: str) -> str:
    """Return the key of a target; empty if that is no number of one."""
    return f"ch:{number}" if number.isascii() and number.isdigit() else ""


def sets_named(target: _Element) -> tuple[str, ...]:
    """Return the numbers of the sets that a target names, as elements or, in older files, as an attribute."""
    older = attribute(target, "sanctions-set-id")
    return tuple(dict.fromkeys((*texts(target, "sanctions-set-id"), *([older] if older else []))))


def read_target(target: _Element, header: Header, source: Description) -> RowRead:
    """Return a target's listing; one that was de-listed states its end."""
    ignored = source.ignored["xml"]
    notes = unknown_fields(target, TARGET, ignored, [f"{TARGET_NAME}/{name}" for name in PARTIES])
    history = history_of(target)
    said: list[Said] = [*history.notes, *stated_of(history)]
    kind = PartyKind.UNKNOWN
    for party in (one for name in PARTIES for one in children(target, name)):
        kind = _kind(party)
        notes += unknown_fields(party, PARTY, ignored, ["party/identity"], "party")
        said += _party(party, kind, header.places)
        notes += [note for one in children(party, "identity") for note in unknown_fields(one, IDENTITY, ignored)]
    said += _references(target)
    said += _measures(target, header.sets)
    listing = collect(target_key(attribute(target, "ssid")), said, kind)
    if kind is PartyKind.UNKNOWN:
        said.append(Note("unknown_kind", "", "nothing says what kind of party the target is"))
    if not listing.names:
        said.append(Note("no_name", "", "the entry has no name"))
    memberships = () if history.undated_end else _memberships(target, header.sets)
    remarks = joined((one for name in PARTIES for one in texts(target, f"{name}/justification")), "\n")
    listing = replace(listing, memberships=memberships, remarks=remarks)
    return RowRead(listing, (*notes, *(one for one in said if isinstance(one, Note))))


def _kind(party: _Element) -> PartyKind:
    name = QName(party).localname
    return _KINDS.get(name) or vocabulary().objects.get(attribute(party, "object-type"), PartyKind.UNKNOWN)


def _party(party: _Element, kind: PartyKind, places: Places) -> Iterator[Said]:
    """Yield what a party says: its identities, the main one first, and what holds for all of them."""
    if sex := attribute(party, "sex"):
        yield Fact("gender", sex, sex)
    for identity in sorted(children(party, "identity"), key=lambda one: attribute(one, "main") == "false"):
        yield from names_of(identity)
        yield from details_of(identity, kind, places)
    for words in texts(party, "other-information"):
        yield from _information(words)
    for relation in children(party, "relation"):
        other, word = attribute(relation, "target-id"), attribute(relation, "relation-type")
        yield Fact("linked_to", joined((word, target_key(other), text(relation, "remark"))), target_key(other))


def _information(words: str) -> Iterator[Said]:
    """Yield what a free text says: an identifier or a fact if it begins with a known label, else the text."""
    label, value = labelled(words)
    number = value.rstrip(".")
    if label in vocabulary().identifiers and _NUMBER.fullmatch(number):
        yield Identifier(vocabulary().identifiers[label], number)
    elif label in vocabulary().facts:
        yield Fact(vocabulary().facts[label], value)
    else:
        yield Fact("other_information", words)


def _references(target: _Element) -> Iterator[Said]:
    """Yield the numbers under which the lists that Switzerland follows have the party."""
    for reference in texts(target, "foreign-identifier"):
        yield Identifier("un_ref" if _UN_REFERENCE.fullmatch(reference) else "foreign_id", reference)


def _measures(target: _Element, sets: Sets) -> Iterator[Said]:
    """Yield which measures fall on a target, and the doubts about its sets."""
    named = sets_named(target)
    for number in named:
        if number not in sets:
            yield Note("unknown_set", number, f"the file does not declare the set of sanctions {number}")
        elif sets[number].title:
            yield Fact("measure", sets[number].title)
    if not named:
        yield Note("unknown_set", "", "the target names no set of sanctions")


def _memberships(target: _Element, sets: Sets) -> tuple[Membership, ...]:
    """Return the target's stay under each programme; one whose sets are not declared stands all the same."""
    keys = {sets[number].programme if number in sets else number for number in sets_named(target)} or {""}
    return tuple(sorted(Membership(LIST, key, key) for key in keys))

"""Which listed parties are asked for: a seeded choice among those on the lists at the vantage, with all their names."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from fasti.index.tokens import tokenize
from fasti.ledger.evidence import Evidence
from fasti.ledger.histories import brief_history
from fasti.ledger.parties import component, node, party_history
from fasti.model.identity import Name, PartyKind, Quality
from fasti.model.listing import Listing, merge
from fasti.model.standing import LIVE
from fasti.regimes.selecting import select
from fasti.workflows.bulk.request import ScreenRequest


@dataclass(frozen=True, slots=True)
class Known:
    """A listed party.

    Attributes:
        party_id: The party.
        keys: Every key of it.
        listing: What the lists say of it, joined.
    """

    party_id: str
    keys: frozenset[str]
    listing: Listing

    @property
    def kind(self) -> PartyKind:
        """What sort of party."""
        return self.listing.kind

    def strong_names(self) -> tuple[Name, ...]:
        """Return its names that can find it by themselves, equal ones once."""
        found: dict[tuple[str, ...], Name] = {}
        for name in self.listing.names:
            if name.quality is Quality.STRONG and tokenize(name.text):
                found.setdefault(tokenize(name.text), name)
        return tuple(found.values())


def listed_keys(evidence: Evidence, request: ScreenRequest) -> list[str]:
    """Return the key of every entry that is on one of the lists at the vantage, sorted."""
    found: set[str] = set()
    for list_id in sorted(evidence.view.catalog.lists):
        if not request.lists or list_id in request.lists:
            found |= set(_live(evidence, list_id))
    return sorted(found)


def _live(evidence: Evidence, list_id: str) -> Iterator[str]:
    named = (key for ref, key in evidence.acts.named if ref == list_id)
    at = evidence.view.at(list_id)
    for key in {*evidence.preload_list(list_id), *named}:
        if select([brief_history(evidence, (list_id, key))], at, covered=True).status in LIVE:
            yield node((list_id, key))


def chosen(evidence: Evidence, keys: Sequence[str], most: int, seed: int) -> list[Known]:
    """Return some of the parties that the keys belong to, each once; the same for a seed.

    Args:
        evidence: What is visible, not yet asked for whole lists: those leave the aliases out.
        keys: Keys of entries on the lists.
        most: Parties at most.
        seed: Of the choice.
    """
    order = list(keys)
    Random(f"parties {seed}").shuffle(order)  # noqa: S311 - it has to repeat
    evidence.preload(order[: most * 2])
    found: dict[frozenset[str], Known] = {}
    for key in order:
        if len(found) == most:
            break
        whole = component(evidence, [key])
        known = found.get(whole) or _known(evidence, whole)
        if known is not None:
            found[whole] = known
    return list(found.values())


def _known(evidence: Evidence, keys: frozenset[str]) -> Known | None:
    history = party_history(evidence, keys, brief_history)
    listings = [entry.listing for entry in history.entries if entry.listing is not None and entry.listing.names]
    return Known(history.party_id, keys, _joined(listings)) if listings else None


def _joined(listings: Iterable[Listing]) -> Listing:
    """Return what several lists say of one party as if one did; a kind that one gives is the kind."""
    found = sorted(listings, key=lambda one: one.kind is PartyKind.UNKNOWN)
    return merge(found)

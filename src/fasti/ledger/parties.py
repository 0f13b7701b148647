"""Parties: connected components of entries, never by name alone.

Entries are one party over the same authority key, over equal strong identifiers in visible content, over
the chronicle's slug, and over same-as decisions minus not-same-as ones.
"""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from fasti.ledger.act_index import EntryRef
from fasti.ledger.binding import decided_pairs
from fasti.ledger.evidence import Evidence
from fasti.ledger.histories import entry_history
from fasti.ledger.sketching import Identified
from fasti.model.history import EntryHistory, PartyHistory
from fasti.model.identity import PartyKind


def _is_lei(value: str) -> bool:
    """Say whether a value is an LEI: 20 characters (ISO 17442), the check digits alone would let any length pass."""
    from stdnum import lei  # stdnum imports a web client's parts: who meets no such number does not wait for them

    return len(value) == LEI_LENGTH and bool(lei.is_valid(value))


LEI_LENGTH = 20


def _is_imo(value: str) -> bool:
    from stdnum import imo  # see above

    return bool(imo.is_valid(value))


def _is_uscc(value: str) -> bool:
    from stdnum.cn import uscc  # see above

    return bool(uscc.is_valid(value))


def _is_un_reference(value: str) -> bool:
    """Say whether a value without punctuation is a reference of a UN sanctions committee: `QDi.001`, `HTe.002`."""
    return _UN_REFERENCE.fullmatch(value) is not None


_UN_REFERENCE = re.compile(r"[A-Z]{2,3}[IE]\d{3}")

STRONG = {
    "lei": _is_lei,
    "imo": _is_imo,
    "uscc": _is_uscc,
    "un_ref": _is_un_reference,
    "ofsi_group_id": str.isdigit,
}
"""Schemes that name one party alone, each with the check its values must pass."""

TWICE = frozenset({"un_ref"})
"""Schemes without a check digit, in which a slip of one edition names another party: two editions must agree."""

SLUG = "party:"
"""Prefix of the chronicle's slugs among keys."""


CHECKED = 65_536
"""Values whose check is remembered: those that acts name are asked for in every answer."""


@lru_cache(maxsize=CHECKED)
def _passes(scheme: str, value: str) -> bool:
    return bool(STRONG[scheme](value))


def strong(identifiers: Iterable[Identified]) -> set[str]:
    """Return the strong, valid identifiers as keys `scheme:value`."""
    found = set()
    for identifier in identifiers:
        if identifier.scheme not in STRONG:
            continue
        value = "".join(char for char in identifier.value.upper() if char.isalnum())
        value = value.removeprefix("IMO") if identifier.scheme == "imo" else value
        if _passes(identifier.scheme, value):
            found.add(f"{identifier.scheme}:{value}")
    return found


def node(ref: EntryRef) -> str:
    """Return the key of an entry that is unique across lists: the authority's, or the slug with its list."""
    list_id, key = ref
    return key if ":" in key else f"{list_id}/{key}"


def component(evidence: Evidence, seeds: Iterable[str]) -> frozenset[str]:
    """Return every key of the party that the seeds belong to, slugs and strong identifiers included.

    Two keys that a decision holds apart are never in one component, whatever a third has in common with both: the
    one nearer to the seeds stays.
    """
    together = _decided(evidence, "same_as")
    apart = _decided(evidence, "not_same_as")
    found: set[str] = set()
    queue = deque(sorted(seeds))
    while queue:
        key = queue.popleft()
        if key in found or found & apart.get(key, set()):
            continue
        found.add(key)
        near = _neighbours(evidence, key) | together.get(key, set())
        queue += sorted(near - found)
    return frozenset(found)


Folding = Callable[[Evidence, EntryRef], EntryHistory]


def party_history(evidence: Evidence, keys: frozenset[str], fold: Folding = entry_history) -> PartyHistory:
    """Fold every entry of a party.

    Args:
        evidence: The visible evidence.
        keys: A whole component.
        fold: Folds one entry; `brief_history` leaves out the editions that evidence it.
    """
    refs = sorted({ref for key in keys for ref in _refs(evidence, key)})
    entries = tuple(fold(evidence, ref) for ref in refs)
    listings = [one.listing for one in entries if one.listing is not None]
    kinds = [one.kind for one in listings if one.kind is not PartyKind.UNKNOWN]
    slugs = sorted(key.removeprefix(SLUG) for key in keys if key.startswith(SLUG))
    shown = sorted(key for key in keys if not key.startswith(SLUG))
    return PartyHistory(
        party_id=slugs[0] if slugs else shown[0],
        keys=tuple(shown),
        caption=listings[-1].caption if listings else shown[0],
        kind=(kinds[0] if kinds else PartyKind.UNKNOWN).value,
        entries=entries,
    )


def _neighbours(evidence: Evidence, key: str) -> set[str]:
    """Return the keys that share an entry, a slug or a strong identifier with a key."""
    near = set(_act_links(evidence).get(key, ()))
    scheme, _, value = key.partition(":")
    if scheme in STRONG:
        near |= {
            other
            for _, other in evidence.store.keys_by_identifier(scheme, value)
            if key in _identifiers(evidence, other)
        }
    elif ":" in key and not key.startswith(SLUG):
        near |= _identifiers(evidence, key)
    return near


def _act_links(evidence: Evidence) -> Mapping[str, set[str]]:
    """Return for each key of an entry that acts name the keys it goes with."""
    if evidence.derived.links is None:
        links: dict[str, set[str]] = {}
        for ref, party in evidence.acts.named.items():
            own = {node(ref), SLUG + party.slug, *party.keys, *strong(party.identifiers)}
            for key in own:
                links.setdefault(key, set()).update(own)
        evidence.derived.links = links
    return evidence.derived.links


def _identifiers(evidence: Evidence, key: str) -> set[str]:
    """Return the strong identifiers of a file entry; one that editions come to print is taken from two of them."""
    contents = evidence.contents()
    seen: Counter[str] = Counter()
    for span in evidence.spans(key):
        for one in strong(contents[span.content].identifiers):
            seen[one] += evidence.reach(span)
    return {one for one, editions in seen.items() if editions > 1 or one.partition(":")[0] not in TWICE}


def _refs(evidence: Evidence, key: str) -> set[EntryRef]:
    list_id, slash, slug = key.partition("/")
    if slash and (list_id, slug) in evidence.acts.named:
        return {(list_id, slug)}
    if ":" in key and not key.startswith(SLUG) and key.partition(":")[0] not in STRONG:
        return {(one, key) for one in evidence.lists_of(key)}
    return set()


def _decided(evidence: Evidence, kind: str) -> Mapping[str, set[str]]:
    """Return each key with those that decisions of a kind pair it with; the last decision on a pair wins."""
    known = evidence.derived.decided.get(kind)
    if known is not None:
        return known
    pairs: dict[str, set[str]] = {}
    for subjects, decided in decided_pairs(evidence.view.decisions).items():
        pair = frozenset(map(_subject, subjects))
        for key in pair if decided == kind else ():
            pairs.setdefault(key, set()).update(pair - {key})
    evidence.derived.decided[kind] = pairs
    return pairs


def _subject(key: str) -> str:
    """Return the key that a decision's subject stands for: a party's id is its slug."""
    return key if ":" in key or "/" in key else SLUG + key

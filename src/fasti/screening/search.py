"""Decide which listed names a queried name hits, stored ones and ones handed in."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from fasti.index.lookup import NameStore, candidates, prepare
from fasti.index.rarity import TokenWeights
from fasti.index.tokens import tokenize
from fasti.model.answer import Contribution
from fasti.model.identity import Name, NameKind, Quality
from fasti.screening.legal_forms import legal_tokens
from fasti.screening.name_v0 import POSSIBLE, score
from fasti.screening.variants import readings

OwnerT = TypeVar("OwnerT")


@dataclass(frozen=True, slots=True)
class NameHit(Generic[OwnerT]):
    """One listed name that a query hits.

    Attributes:
        owner: Whose name it is: the content hash of a stored listing, or what was handed in with the name.
        name: Verbatim.
        kind: How the publisher relates the name to the party.
        quality: The publisher's grade.
        score: In (0, 1].
        explanation: Lines whose values add up to the score.
        exact: Whether both names have the same tokens in the same order.
    """

    owner: OwnerT
    name: str
    kind: NameKind
    quality: Quality
    score: float
    explanation: tuple[Contribution, ...]
    exact: bool


def search(
    store: NameStore | None,
    query: str,
    threshold: float = POSSIBLE,
    extra: Iterable[tuple[OwnerT, Name]] = (),
    weights: TokenWeights | None = None,
) -> list[NameHit[str | OwnerT]]:
    """Return every name whose score reaches the threshold, best first; the same names as scoring all would find.

    A weak alias is a hit by itself only if it is exact; otherwise it is kept beside a strong hit of the same
    owner, with that hit's score at most.

    Args:
        store: Where names are looked up; `None` searches the names handed in alone.
        query: A name in any script.
        threshold: Least score, above 0.
        extra: Owners and names that no store holds.
        weights: What each token says; by default the common-word table alone, so that scores do not move with
            the names that happen to be stored.
    """
    weights = weights or TokenWeights()
    found = [hit for hit in _scored(store, query, threshold, extra, weights) if hit.score >= threshold]
    return sorted(_settle_weak(found), key=_rank)


def _scored(
    store: NameStore | None,
    query: str,
    threshold: float,
    extra: Iterable[tuple[OwnerT, Name]],
    weights: TokenWeights,
) -> Iterable[NameHit[str | OwnerT]]:
    handed = [(owner, name, tokenize(name.text)) for owner, name in extra]
    asked = [reading.parted.core for reading in readings(query) if not reading.short]
    vocabulary = Counter(token for _, _, tokens in handed for token in {*tokens})
    vocabulary.update(dict(store.tokens()) if store is not None else {})
    lookup = prepare(asked, vocabulary, threshold, weights, legal_tokens())
    rows = candidates(store, lookup) if store is not None else []
    named: list[tuple[str | OwnerT, Name]] = [
        (row.content, Name(row.name, NameKind(row.kind), Quality(row.quality))) for row in rows
    ]
    named += [(owner, name) for owner, name, tokens in handed if lookup.admits(name.text, tokens)]
    scored = {text: score(query, text, weights) for text in {name.text for _, name in named}}
    asked_tokens = tokenize(query)
    for owner, name in named:
        result = scored[name.text]
        exact = result.score >= 1 and tokenize(name.text) == asked_tokens
        yield NameHit(owner, name.text, name.kind, name.quality, result.score, result.explanation, exact)


def _settle_weak(hits: list[NameHit[str | OwnerT]]) -> list[NameHit[str | OwnerT]]:
    strong: dict[str | OwnerT, float] = {}
    for hit in hits:
        if hit.quality is Quality.STRONG or hit.exact:
            strong[hit.owner] = max(hit.score, strong.get(hit.owner, 0.0))
    return [_capped(hit, strong[hit.owner]) for hit in hits if hit.owner in strong]


def _capped(hit: NameHit[str | OwnerT], most: float) -> NameHit[str | OwnerT]:
    if hit.score <= most:
        return hit
    cut = Contribution("weak_alias", "", hit.name, most - hit.score)
    return replace(hit, score=most, explanation=(*hit.explanation, cut))


def _rank(hit: NameHit[str | OwnerT]) -> tuple[object, ...]:
    return -hit.score, not hit.exact, hit.kind is not NameKind.PRIMARY, hit.name, str(hit.owner)

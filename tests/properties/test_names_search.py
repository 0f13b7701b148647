"""The law of the search: it finds exactly the names that scoring every name finds."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fasti.index.rarity import TokenWeights
from fasti.index.tokens import tokenize
from fasti.ledger.store import NameRow
from fasti.model.identity import Name
from fasti.screening.name_v0 import score
from fasti.screening.search import search
from tests.properties.test_names import names, weightings

LETTERS = st.text(alphabet="abch", min_size=1, max_size=7)
crowded = st.lists(LETTERS | st.sampled_from(["bank", "banks", "of", "group", "ltd", "as", "a", "3"]), min_size=1)
awkward = crowded.map(lambda words: " ".join(words[:6]))


@dataclass(frozen=True)
class HeldNames:
    """The least store that the search needs, over names in memory."""

    listed: Collection[str]

    @property
    def rows(self) -> list[NameRow]:
        return [NameRow(f"c{at}", name, "primary", "strong", tokenize(name)) for at, name in enumerate(self.listed)]

    def tokens(self) -> list[tuple[str, int]]:
        return sorted(Counter(token for row in self.rows for token in {*row.tokens}).items())

    def names_by_tokens(self, tokens: Collection[str]) -> list[NameRow]:
        return [row for row in self.rows if {*tokens} & {*row.tokens}]


def _scan(query: str, listed: list[str], threshold: float, weights: TokenWeights) -> dict[str, float]:
    scored = {f"c{at}": score(query, name, weights).score for at, name in enumerate(listed)}
    return {owner: value for owner, value in scored.items() if value >= threshold}


@settings(max_examples=400)
@given(names | awkward, st.lists(names | awkward, max_size=12), st.sampled_from([0.3, 0.5, 0.7, 0.85]), weightings)
def test_search_equals_scoring_every_name(
    query: str, listed: list[str], threshold: float, weights: TokenWeights
) -> None:
    found = search(HeldNames(listed), query, threshold, weights=weights)
    assert {hit.owner: hit.score for hit in found} == _scan(query, listed, threshold, weights)


@given(names, st.lists(names, max_size=8), st.lists(names, max_size=8))
def test_names_handed_in_are_found_like_stored_ones(query: str, stored: list[str], handed: list[str]) -> None:
    extra = [(at, Name(name)) for at, name in enumerate(handed)]
    found = search(HeldNames(stored), query, extra=extra)
    everything = search(HeldNames([*stored, *handed]), query)
    assert [hit.score for hit in found] == pytest.approx([hit.score for hit in everything])

"""Which tokens of a vocabulary a query word can pair with."""

import pytest

from fasti.index.near import near_tokens, reaches
from fasti.index.rarity import TokenWeights
from fasti.index.similarity import JOINED

VOCABULARY = {"norvik": 3, "norwik": 1, "nor": 2, "vik": 5, "norvikbank": 1, "technologies": 9, "tec": 1, "plant": 1}


def test_near_tokens_are_spellings_within_the_edits_and_of_the_same_word() -> None:
    listed = list(VOCABULARY)
    assert near_tokens("norvik", listed, VOCABULARY) == {"norvik", "norwik"}
    assert near_tokens("technology", listed, VOCABULARY) == {"technologies"}
    assert near_tokens("plant3", listed, VOCABULARY) == frozenset()


def test_a_word_reaches_the_rarest_of_the_words_it_splits_into() -> None:
    (reach,) = reaches(["norvik"], VOCABULARY, TokenWeights())
    assert reach.gains.keys() == {"norvik", "norwik", "nor"}
    assert reach.gains["norvik"] == 2
    assert reach.gains["nor"] == pytest.approx(JOINED * 3)
    assert reach.listed_weight == 2
    assert reach.postings == 6


def test_neighbouring_words_reach_the_word_they_make_together() -> None:
    first, second = reaches(["norvik", "bank"], VOCABULARY, TokenWeights())
    assert "norvikbank" in first.gains
    assert "norvikbank" in second.gains
    assert "norvikbank" not in reaches(["bank", "norvik"], VOCABULARY, TokenWeights())[0].gains


def test_a_word_unlike_all_reaches_nothing() -> None:
    (reach,) = reaches(["xanadu"], VOCABULARY, TokenWeights())
    assert (dict(reach.gains), reach.listed_weight, reach.postings) == ({}, 0, 0)

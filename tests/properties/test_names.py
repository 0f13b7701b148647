"""Laws of the name score, whatever the names."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fasti.index.rarity import TokenWeights
from fasti.screening.name_v0 import Scored, score
from fasti.screening.variants import readings

VOCABULARY = """
norvik norwik nor vik norv ik xanadu xanado zan adu al hassan hasan hassanov ali a h n 36 38 plant36
group holding technology technologies trading bank of and china iran iraq moscow branch
ltd limited co company llc gmbh sa as joint stock ooo 北 方 有 限 公 司 Норвик (NXB) (Uganda)
"""
WORDS = VOCABULARY.split()
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
texts = st.text(min_size=1, max_size=40).filter(lambda text: bool(text.strip()))
weightings = st.sampled_from(
    [TokenWeights(), TokenWeights.counted([("norvik", 40), ("hassan", 9), ("bank", 30), ("36", 2)], names=100)]
)


def _total(scored: Scored) -> float:
    return sum(line.value for line in scored.explanation)


@given(names | texts, names | texts, weightings)
def test_a_score_is_a_share_that_its_explanation_adds_up_to(query: str, listed: str, weights: TokenWeights) -> None:
    found = score(query, listed, weights)
    assert 0 <= found.score <= 1
    assert abs(_total(found) - found.score) < 1e-9
    assert score(query, listed, weights) == found


@given(names | texts, weightings)
def test_a_name_scores_one_against_itself(name: str, weights: TokenWeights) -> None:
    assert score(name, name, weights).score == 1


@given(names, st.randoms(use_true_random=False), weightings)
def test_case_and_punctuation_change_nothing(name: str, random: object, weights: TokenWeights) -> None:
    del random
    plain = name.replace("(", "").replace(")", "")
    assert score(plain.upper().replace(" ", " - "), plain, weights).score == 1


@given(names, names, weightings)
def test_swapping_two_names_of_several_words_changes_nothing(one: str, other: str, weights: TokenWeights) -> None:
    one, other = (name.replace("(NXB)", "") for name in (one, other))
    assume(all(len(reading.parted.core) > 1 for name in (one, other) for reading in readings(name)))
    assert score(one, other, weights).score == pytest.approx(score(other, one, weights).score, abs=1e-12)


@given(
    st.lists(st.sampled_from(["norvik", "xanadu", "bank", "of", "36", "hassan"]), min_size=1).flatmap(
        lambda words: st.tuples(st.just(words), st.permutations(words))
    )
)
def test_the_order_of_words_does_not_matter(pair: tuple[list[str], list[str]]) -> None:
    written, shuffled = (" ".join(words) for words in pair)
    assert score(shuffled, written, TokenWeights()).score == 1

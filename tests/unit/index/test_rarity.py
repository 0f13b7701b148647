"""What tokens weigh, with and without a vocabulary."""

import pytest

from fasti.index.rarity import LEAST_RARITY, TokenWeights


def test_without_a_vocabulary_every_uncommon_word_weighs_the_same() -> None:
    weights = TokenWeights()
    assert {weights.of(token) for token in ("norvik", "xanadu", "36")} == {1.0}


def test_common_words_and_single_letters_weigh_less() -> None:
    weights = TokenWeights()
    order = ["of", "group", "trading", "china", "norvik"]
    assert [weights.of(token) for token in order] == sorted(weights.of(token) for token in order)
    assert weights.of("n") < weights.of("7") == 1


def test_a_frequent_token_weighs_less_down_to_a_floor() -> None:
    weights = TokenWeights.counted([("ivan", 400), ("norvik", 2), ("the", 5), ("and", 100_000)], names=1000)
    assert LEAST_RARITY <= weights.of("ivan") < weights.of("norvik") < weights.of("unheard") == 1
    assert weights.of("the") == TokenWeights().of("the"), "the table holds where it is lower"


@pytest.mark.parametrize("frequency", [0, 1])
def test_a_token_of_one_name_is_as_rare_as_can_be(frequency: int) -> None:
    assert TokenWeights.counted([("norvik", frequency)], names=10).of("norvik") == 1

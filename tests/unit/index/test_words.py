"""What the table of common words holds, and how it may be written."""

from fasti.index.tokens import tokenize
from fasti.index.words import common_words


def test_spellings_of_a_word_share_its_stem() -> None:
    words = common_words()
    assert words["technologies"].stem == words["technology"].stem != words["trading"].stem


def test_every_spelling_is_one_token_and_weighs_less_than_an_ordinary_word() -> None:
    for spelling, word in common_words().items():
        assert tokenize(spelling) == (spelling,)
        assert 0 < word.weight < 1
        assert spelling in word.spellings
        assert word.stem == word.spellings[0]


def test_no_spelling_belongs_to_two_words() -> None:
    words = common_words()
    for word in words.values():
        assert {words[spelling].stem for spelling in word.spellings} == {word.stem}, word

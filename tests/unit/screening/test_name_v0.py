"""What the scorer says of two names, and how it explains it."""

import pytest

from fasti.index.rarity import TokenWeights
from fasti.model.answer import Contribution
from fasti.screening.ceilings import COMMON_WORD, COMMON_WORDS, OTHER_WORDS, UNMATCHED_WORD
from fasti.screening.name_v0 import FORM_ON_ONE_SIDE, MATCH, OTHER_FORM, POSSIBLE, SHORT_NAME, score

PLAIN = TokenWeights()


def test_the_bands_are_in_order() -> None:
    assert 0 < POSSIBLE < MATCH < 1


def test_words_explain_their_share() -> None:
    found = score("Norvik Bank", "Norvik Bank Ltd", PLAIN)
    assert [(line.feature, line.query) for line in found.explanation] == [
        ("word", "norvik"),
        ("word", "bank"),
        ("legal_form", ""),
    ]
    assert found.explanation[0].value > found.explanation[1].value > 0 > found.explanation[2].value


@pytest.mark.parametrize(
    ("query", "listed", "expected"),
    [
        ("Norvik Ltd", "Norvik Limited", 1),
        ("Norvik Ltd", "Norvik GmbH", 1 - OTHER_FORM),
        ("Norvik", "Norvik GmbH", 1 - FORM_ON_ONE_SIDE),
        ("Norvik Ltd", "Norvik OAO Company Ltd", 1 - FORM_ON_ONE_SIDE),
        ("Norvik", "Norvik Zembla", 2 / 3),
        ("Norvik Harbin Tau Rho Phi Chi Psi", "Norvik Harbin Tau Rho Phi Chi Psi Omega", 1 - UNMATCHED_WORD),
        ("Aa Bb Cc Dd Technology Ee", "Aa Bb Cc Dd Shipping Ee", OTHER_WORDS),
        ("Bank of Zembla", "Bank Zembla", 2.7 / 2.78),
        ("Bank", "The Bank", COMMON_WORD),
        ("United Trading Bank", "United Trading Bank Group", COMMON_WORDS),
        ("BWT", "Borealis Wind Turbines (BWT)", SHORT_NAME),
        ("Borwind", "Borealis Wind Turbines (Borwind Group)", SHORT_NAME),
        ("Norvik", "", 0),
        ("", "", 0),
        ("Norvik", "Zembla", 0),
    ],
)
def test_what_a_difference_costs(query: str, listed: str, expected: float) -> None:
    assert score(query, listed, PLAIN).score == pytest.approx(expected)


def test_a_short_name_in_the_query_is_no_name_by_itself() -> None:
    assert score("Borealis Wind Turbines (BWT)", "BWT", PLAIN).score < POSSIBLE
    assert score("Borealis Wind Turbines (BWT)", "Borealis Wind Turbines", PLAIN).score == 1


def test_what_only_one_name_has_is_named() -> None:
    found = score("Norvik Harbin Xanadu", "Norvik Harbin Zembla", PLAIN)
    assert Contribution("only_in_query", "xanadu", "", 0.0) in found.explanation
    assert Contribution("only_in_list", "", "zembla", 0.0) in found.explanation


def test_a_cut_names_the_words_that_are_its_reason() -> None:
    found = score("Norvik Harbin Tau Rho", "Norvik Harbin Tau Rho Omega", PLAIN)
    assert [(line.feature, line.listed) for line in found.explanation if line.value < 0] == [
        ("unmatched_word", "omega")
    ]


def test_a_published_single_word_says_less_of_a_name_asked_for_in_full() -> None:
    bare = score("Norvik Limited", "NORVIK", TokenWeights())
    assert bare.score < MATCH
    assert bare.explanation[-1].feature == "legal_form"
    assert score("Norvik Limited", "NORVIK OIL CORP. (NORVIK)", TokenWeights()).score < MATCH
    assert score("Norvik", "NORVIK LIMITED", TokenWeights()).score >= MATCH
    assert score("Norvik Trading Limited", "NORVIK TRADING", TokenWeights()).score >= MATCH


def test_frequency_lowers_what_a_word_says() -> None:
    weights = TokenWeights.counted([("ivan", 500)], names=1000)
    assert score("Ivan Norvik", "Ivan Zembla", weights).score < score("Ivan Norvik", "Ivan Zembla", PLAIN).score

"""How alike two tokens are."""

import pytest

from fasti.index.similarity import OTHER_FIRST_LETTER, SAME_WORD, similarity


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("norvik", "norvik", 1),
        ("norvik", "norwik", 1 - 1 / 6),
        ("norvik", "novrik", 1 - 1 / 6),
        ("norvik", "norvikk", 1 - 1 / 7),
        ("aleksandr", "alexander", 0),
        ("aleksander", "alexander", 1 - 2 / 10),
        ("norvik", "gorvik", (1 - 1 / 6) * OTHER_FIRST_LETTER),
        ("ivan", "iban", 0.75),
        ("ivan", "ibon", 0),
        ("al", "ul", SAME_WORD),
        ("xi", "xu", 0),
        ("plant36", "plant38", 0),
        ("36", "36", 1),
        ("technology", "technologies", SAME_WORD),
        ("iran", "iraq", 0),
        ("iran", "irina", 0),
        ("tradng", "trading", 1 - 1 / 7),
        ("n", "norvik", 0),
    ],
)
def test_likeness_of_two_tokens(one: str, other: str, likeness: float) -> None:
    assert similarity(one, other) == pytest.approx(likeness)
    assert similarity(other, one) == similarity(one, other)

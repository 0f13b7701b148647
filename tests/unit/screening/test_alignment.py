"""Which words of two names are paired."""

import pytest

from fasti.index.rarity import TokenWeights
from fasti.screening.alignment import align


def _paired(query: str, listed: str) -> list[tuple[str, str, str]]:
    mine, theirs = tuple(query.split()), tuple(listed.split())
    found = align(mine, theirs, TokenWeights())
    return [
        (one.feature, " ".join(mine[slice(*one.query)]), " ".join(theirs[slice(*one.listed)])) for one in found.pairs
    ]


@pytest.mark.parametrize(
    ("query", "listed", "pairs"),
    [
        ("anna norvik", "norvik anna", "word anna anna, word norvik norvik"),
        ("norvik", "norwik", "spelling norvik norwik"),
        ("norvik technology", "norvik technologies", "word norvik norvik, same_word technology technologies"),
        ("nor vik", "norvik", "joined nor+vik norvik"),
        ("norvik", "n or vik", "joined norvik n+or+vik"),
        ("a norvik", "anna norvik", "word norvik norvik, initial a anna"),
        ("anna norvik", "a norvik", "word norvik norvik, initial anna a"),
        ("a n", "anna norvik", ""),
        ("a bank", "anna bank", "word bank bank"),
        ("norvik norvik", "norvik", "word norvik norvik"),
        ("norvik norwik", "norwik xanadu", "word norwik norwik"),
        ("norvik", "xanadu", ""),
        ("7 norvik", "70 norvik", "word norvik norvik"),
    ],
)
def test_pairs(query: str, listed: str, pairs: str) -> None:
    wanted = [tuple(pair.replace("+", " ", 0).split(" ")) for pair in pairs.split(", ") if pair]
    found = [tuple(part.replace(" ", "+") for part in pair) for pair in _paired(query, listed)]
    assert sorted(found) == sorted(wanted)


def test_what_is_left_over_is_named_by_place() -> None:
    found = align(("x", "norvik", "bank"), ("norvik", "of", "zembla"), TokenWeights())
    assert (found.query_left, found.listed_left) == ((0, 2), (1, 2))

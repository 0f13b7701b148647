"""What a search returns and in which order."""

from fasti.model.identity import Name, NameKind, Quality
from fasti.screening.search import NameHit, search


def _weak(text: str) -> Name:
    return Name(text, NameKind.AKA, Quality.WEAK)


def _found(query: str, *names: tuple[object, Name]) -> list[tuple[object, str]]:
    hits: list[NameHit[object]] = search(None, query, extra=names)
    return [(hit.owner, hit.name) for hit in hits]


def test_best_first_then_exact_then_primary_names() -> None:
    names = [
        (1, Name("Norwik Trading")),
        (2, Name("Trading Norvik")),
        (3, Name("NORVIK TRADING", NameKind.AKA)),
        (4, Name("Norvik Trading")),
        (5, Name("Zembla Trading")),
    ]
    assert _found("Norvik Trading", *names) == [
        (4, "Norvik Trading"),
        (3, "NORVIK TRADING"),
        (2, "Trading Norvik"),
        (1, "Norwik Trading"),
    ]


def test_a_weak_alias_alone_is_a_hit_only_if_exact() -> None:
    assert _found("Norvik Ltd", (1, _weak("Norvik"))) == []
    assert _found("NORVIK.", (1, _weak("Norvik"))) == [(1, "Norvik")]


def test_a_weak_alias_stands_beside_a_strong_hit_and_no_higher() -> None:
    names = [(1, Name("Norvik Trading")), (1, _weak("Norvik Ltd")), (2, _weak("Norvik Ltd"))]
    strong, weak = search(None, "Norvik", extra=names)
    assert (strong.owner, weak.owner, weak.quality) == (1, 1, Quality.WEAK)
    assert strong.score == weak.score
    assert weak.explanation[-1].feature == "weak_alias"


def test_the_threshold_is_inclusive() -> None:
    score = search(None, "Norvik", extra=[(1, Name("Norvik Trading"))])[0].score
    assert search(None, "Norvik", score, extra=[(1, Name("Norvik Trading"))])
    assert not search(None, "Norvik", score + 1e-6, extra=[(1, Name("Norvik Trading"))])


def test_nothing_is_found_for_a_blank_query_or_among_no_names() -> None:
    assert _found("", (1, Name("Norvik"))) == []
    assert _found("Norvik") == []

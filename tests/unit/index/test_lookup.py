"""Which names are fetched and which are scored."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from fasti.index.bounds import bound_of_words, essential_tokens
from fasti.index.lookup import Lookup, candidates, prepare
from fasti.index.near import reaches
from fasti.index.rarity import TokenWeights
from fasti.index.tokens import tokenize
from fasti.ledger.store import NameRow

NAMES = ["Norvik Technologies", "Norwik Bank", "Xanadu Technologies", "Technologies of Zembla", "Zembla Bank"]


@dataclass
class Shelf:
    """Names in memory, and what was asked of them."""

    asked: list[tuple[str, ...]] = field(default_factory=list)

    def tokens(self) -> list[tuple[str, int]]:
        held = [token for name in NAMES for token in {*tokenize(name)}]
        return [(token, held.count(token)) for token in sorted({*held})]

    def names_by_tokens(self, tokens: Collection[str]) -> list[NameRow]:
        self.asked.append(tuple(tokens))
        rows = [NameRow(name, name, "primary", "strong", tokenize(name)) for name in NAMES]
        return [row for row in rows if {*tokens} & {*row.tokens}]


def _prepared(query: Sequence[str], threshold: float) -> Lookup:
    return prepare([query], dict(Shelf().tokens()), threshold, TokenWeights())


def test_common_words_that_cannot_reach_the_threshold_are_not_fetched() -> None:
    shelf = Shelf()
    found = candidates(shelf, _prepared(["norvik", "technologies"], 0.7))
    assert shelf.asked == [("norvik", "norwik")]
    assert [row.name for row in found] == ["Norvik Technologies"]


def test_a_lower_threshold_fetches_more() -> None:
    found = candidates(Shelf(), _prepared(["norvik", "technologies"], 0.2))
    assert [row.name for row in found] == NAMES[:4]


def test_a_word_that_no_name_holds_is_not_asked_for() -> None:
    shelf = Shelf()
    assert candidates(shelf, _prepared(["quxeter"], 0.7)) == []
    assert shelf.asked == []


def test_the_bound_of_all_words_is_one_and_falls_with_fewer() -> None:
    found = reaches(["norvik", "technologies"], dict(Shelf().tokens()), TokenWeights())
    assert bound_of_words(found, found) == 1
    assert bound_of_words(found[1:], found) < bound_of_words(found[:1], found) < 1
    assert essential_tokens(found, 0.7) == {"norvik", "norwik"}


def test_initials_count_beside_an_uncommon_word_only() -> None:
    lookup = _prepared(["norvik", "jansen"], 0.7)
    assert lookup.admits("J. Norvik", ("j", "norvik"))
    assert not lookup.admits("Q Norvik Zembla Bank", ("q", "norvik", "zembla", "bank", "ruritania"))

"""The contract between a scorer and the index, shown with a scorer of a few lines."""

from typing import Any

import pytest

from fasti.index.promised import may_pair, most_score
from fasti.index.wording import NO_KEYS, Alone, Form, Key, Keys, Limits, Shelf, Sort, Unit
from fasti.model.identity import PartyKind

LIMITS = Limits(
    edits=(0, 0, 0, 1, 1, 1, 2),
    likeness=((1.0,), (0.0, 0.0, 0.0, 0.5, 0.8), (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.6)),
    initial=0.5,
    joined=0.9,
    most_joined=3,
)


class PlainWording:
    """Every word weighs 1; `of` a tenth and nothing when it is missing; words that end alike share a key."""

    version = "plain"

    def shelves(self, kind: PartyKind) -> tuple[Shelf, ...]:
        return (Shelf.PERSON,) if kind is PartyKind.PERSON else tuple(Shelf)

    def limits(self, shelf: Shelf) -> Limits:  # noqa: ARG002 - the protocol
        return LIMITS

    def forms(self, name: str, shelves: tuple[Shelf, ...]) -> list[tuple[Form, ...]]:
        words = name.split()
        units = tuple(Unit(word, 0.1, 0.0) if word == "of" else Unit(word, 1.0, 0.5) for word in words)
        return [(Form(units),) * bool(words)] * len(shelves)

    def keys(self, token: str, sort: int, shelf: Shelf) -> Keys:  # noqa: ARG002 - the protocol
        return Keys.both(Key(f"ends:{token[-4:]}", 0.7)) if len(token) > 7 else NO_KEYS


@pytest.mark.parametrize(
    ("one", "other", "most"),
    [
        ("onhava", "onhava", 1.0),
        ("onhava", "onhawa", 0.8),
        ("onhava", "onahwa", 0.6),
        ("abc", "abd", 0.5),
        ("ab", "ac", 0.0),
        ("plant36", "plant38", 0.0),
        ("o", "onhava", 0.5),
        ("n", "onhava", 0.0),
        ("3", "3x", 0.0),
        ("borealisav", "meridional", 0.0),
        ("borealisav", "meridialisav", 0.7),
    ],
)
def test_tokens_may_be_paired_in_stated_ways_only(one: str, other: str, most: float) -> None:
    mine, theirs = Unit(one, 1.0, 0.5), Unit(other, 1.0, 0.5)
    assert may_pair(PlainWording(), Shelf.PERSON, mine, theirs) == most
    assert may_pair(PlainWording(), Shelf.PERSON, theirs, mine) == most


BOUNDS = [
    ("kinbote shade", "kinbote shade", 1.0),
    ("kinbote shade", "shade kinbote", 1.0),
    ("kinbote", "kinbote of", 1.0),  # what counts nothing when it is missing lowers no bound
    ("kinbote shade", "kinbote gradus", 2 / 3),  # 2 over 2 and two leasts of a half
    ("kin bote", "kinbote", 0.9),
    ("kinbote", "kin bote", 0.9),
    ("kinbote shade", "onhava zembla", 0.0),
    ("", "kinbote", 0.0),
]


@pytest.mark.parametrize(("one", "other", "most"), BOUNDS)
def test_the_bound_of_two_names_is_what_the_contract_allows(one: str, other: str, most: float) -> None:
    assert most_score(PlainWording(), Shelf.PERSON, one, other) == pytest.approx(most, abs=1e-9)


@pytest.mark.parametrize(
    ("limits", "what"),
    [
        ({"edits": (0, 1, 2)}, "2 edits apart"),
        ({"edits": (0, 1), "sorts": (Sort(),) * 257}, "257 sorts"),
        ({"edits": (0, 1), "alone": (Alone(1.0, 1.0),) * 9}, "9 rules"),
    ],
)
def test_limits_that_the_index_cannot_hold_are_refused(limits: dict[str, Any], what: str) -> None:
    with pytest.raises(ValueError, match=what):
        Limits(likeness=((1.0,), (0.5,)), initial=0.0, joined=0.9, most_joined=2, **limits)

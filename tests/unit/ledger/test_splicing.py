"""How the spans of one entry change when an edition comes in: at the end, at the beginning, between two others."""

import pytest

from fasti.ledger.splicing import Neighbour, Splice, Stretch, splice

KEY = "test:1"


def neighbour(seq: int, *stretches: Stretch) -> Neighbour:
    return Neighbour(seq, {one.key: one for one in stretches})


def stretch(content: str, start: int, end: int | None) -> Stretch:
    return Stretch(KEY, content, start, end)


NONE: tuple[Stretch, ...] = ()


@pytest.mark.parametrize(
    ("before", "held", "removed", "added"),
    [
        (NONE, {}, NONE, NONE),
        (NONE, {KEY: "A"}, NONE, (stretch("A", 9, None),)),
        ((stretch("A", 1, None),), {KEY: "A"}, NONE, NONE),
        ((stretch("A", 1, None),), {}, (stretch("A", 1, None),), (stretch("A", 1, 9),)),
        ((stretch("A", 1, None),), {KEY: "B"}, (stretch("A", 1, None),), (stretch("A", 1, 9), stretch("B", 9, None))),
    ],
    ids=["still absent", "comes", "stays", "goes", "changes"],
)
def test_at_the_end(
    before: tuple[Stretch, ...], held: dict[str, str], removed: tuple[Stretch, ...], added: tuple[Stretch, ...]
) -> None:
    assert splice(neighbour(1, *before), None, held, 9) == Splice(removed, added)


def test_the_first_edition_of_all() -> None:
    assert splice(None, None, {KEY: "A"}, 1) == Splice((), (stretch("A", 1, None),))


@pytest.mark.parametrize(
    ("held", "removed", "added"),
    [
        ({}, NONE, NONE),
        ({KEY: "A"}, (stretch("A", 2, None),), (stretch("A", 9, None),)),
        ({KEY: "B"}, NONE, (stretch("B", 9, 2),)),
    ],
    ids=["absent", "the same", "another"],
)
def test_before_all_others(held: dict[str, str], removed: tuple[Stretch, ...], added: tuple[Stretch, ...]) -> None:
    after = neighbour(2, stretch("A", 2, None))
    assert splice(None, after, held, 9) == Splice(removed, added)


@pytest.mark.parametrize(
    ("held", "removed", "added"),
    [
        ({KEY: "A"}, NONE, NONE),
        ({}, (stretch("A", 1, None),), (stretch("A", 1, 9), stretch("A", 2, None))),
        (
            {KEY: "B"},
            (stretch("A", 1, None),),
            (stretch("A", 1, 9), stretch("A", 2, None), stretch("B", 9, 2)),
        ),
    ],
    ids=["goes on", "a gap", "another between"],
)
def test_within_a_run(held: dict[str, str], removed: tuple[Stretch, ...], added: tuple[Stretch, ...]) -> None:
    run = stretch("A", 1, None)
    assert splice(neighbour(1, run), neighbour(2, run), held, 9) == Splice(removed, added)


@pytest.mark.parametrize(
    ("held", "removed", "added"),
    [
        ({KEY: "A"}, NONE, NONE),
        (
            {KEY: "B"},
            (stretch("A", 1, 2), stretch("B", 2, 5)),
            (stretch("A", 1, 9), stretch("B", 9, 5)),
        ),
        ({KEY: "C"}, (stretch("A", 1, 2),), (stretch("A", 1, 9), stretch("C", 9, 2))),
        ({}, (stretch("A", 1, 2),), (stretch("A", 1, 9),)),
    ],
    ids=["joins the one before", "joins the one after", "neither", "absent"],
)
def test_between_two_runs(held: dict[str, str], removed: tuple[Stretch, ...], added: tuple[Stretch, ...]) -> None:
    before, after = neighbour(1, stretch("A", 1, 2)), neighbour(2, stretch("B", 2, 5))
    assert splice(before, after, held, 9) == Splice(removed, added)


def test_a_run_that_comes_back_later_is_not_taken_for_one() -> None:
    before, after = neighbour(1, stretch("A", 1, 2)), neighbour(3, stretch("A", 3, None))
    assert splice(before, after, {}, 9) == Splice((stretch("A", 1, 2),), (stretch("A", 1, 9),))

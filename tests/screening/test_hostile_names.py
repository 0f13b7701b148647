"""Names that nobody bears: huge, empty, of odd characters; each gets an answer, and equals itself."""

import pytest

from fasti.index.wording import Shelf
from fasti.model.identity import PartyKind
from fasti.model.subject import Subject
from fasti.screening.name_v1 import score
from fasti.screening.names.reading import prepare

HOSTILE = [
    "a" * 1_000_000,
    "John " * 200_000,
    "".join(f"w{number} " for number in range(10_000)),
    "陈" * 100_000,
    "م" * 100_000,
    "박" * 100_000,
    "ТЕСТ" * 100_000,
    "\u202eJohn\u202c Shade\u200f",
    "John\x00Shade\x1b[31m",
    "J̵o̶h̷n̸ S̴h̵a̶d̷e̸",
    "Jоhn Shаde",
    "🙂🙃",
    "(((((((((((Kinbote)))))))",
    "/" * 5_000,
    "1" * 5_000,
    "aA" * 5_000,
    "ibn " * 5_000,
    "twenty " * 5_000,
    "al-" * 5_000,
]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("kind", PartyKind)
def test_a_hostile_name_is_read_within_bounds_and_equals_itself(name: str, kind: PartyKind) -> None:
    assert score(Subject.named(name, kind), Subject.named(name, kind)).score == 1
    assert score(Subject.named(name, kind), Subject.named("Gradus Zembla", kind)).score < 0.7


@pytest.mark.parametrize("shelf", Shelf)
@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_reading_has_few_words_however_long_the_name(name: str, shelf: Shelf) -> None:
    assert all(len(one.words) <= 60 for one in prepare(name, shelf).readings)


@pytest.mark.parametrize("blank", ["", " ", "\t\n", "\u200b"])
@pytest.mark.parametrize("kind", PartyKind)
def test_a_blank_name_agrees_with_nothing(blank: str, kind: PartyKind) -> None:
    assert score(Subject.named(blank, kind), Subject.named("Kinbote", kind)).score == 0

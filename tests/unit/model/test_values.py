"""Values whose methods are made late are what the standard library would have made at once."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest

from fasti.model import values

Stay = Any
"""One class, decorated by either decorator."""

DECORATORS: dict[str, Callable[[type], Any]] = {
    "stdlib": dataclasses.dataclass(frozen=True, slots=True, order=True),
    "late": values.dataclass(frozen=True, slots=True, order=True),
}


@pytest.fixture(params=DECORATORS)
def stay(request: pytest.FixtureRequest) -> Stay:
    class Stayed:
        name: str
        days: int = 1
        tags: list[str] = field(default_factory=list, compare=False)
        hidden: str = field(default="", repr=False)
        letters: int = field(init=False, default=0)
        marks: list[str] = field(init=False, default_factory=list)

        def __post_init__(self) -> None:
            object.__setattr__(self, "letters", len(self.name))

    return DECORATORS[request.param](Stayed)


def test_arguments_are_taken_by_place_and_by_name(stay: Stay) -> None:
    one = stay("a", 3, hidden="s")
    assert (one.name, one.days, one.tags, one.hidden, one.letters, one.marks) == ("a", 3, [], "s", 1, [])
    assert stay("a").tags is not stay("a").tags


@pytest.mark.parametrize("wrong", [{}, {"name": "a", "other": 1}, {"name": "a", "letters": 3}])
def test_wrong_arguments_are_refused(stay: Stay, wrong: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        stay(**wrong)


def test_equal_fields_make_equal_values(stay: Stay) -> None:
    assert stay("a", 2, ["x"]) == stay("a", 2, ["y"])
    assert stay("a") != stay("b")
    assert stay("a") != ("a", 1)


def test_values_are_ordered_by_their_fields(stay: Stay) -> None:
    one, two = stay("a", 2), stay("a", 3)
    assert one < two
    assert two > one
    assert one <= stay("a", 2)
    assert one >= stay("a", 2)
    with pytest.raises(TypeError):
        sorted([one, ("a",)])


def test_a_value_shows_its_fields(stay: Stay) -> None:
    shown = "Stayed(name='a', days=1, tags=[], letters=1, marks=[])"
    assert repr(stay("a", hidden="s")).endswith(shown)


def test_nothing_of_a_value_changes(stay: Stay) -> None:
    one = stay("a")
    with pytest.raises(FrozenInstanceError):
        one.name = "b"
    with pytest.raises(FrozenInstanceError):
        del one.days
    assert one == stay("a")
    assert not hasattr(one, "__dict__")


def test_the_tools_for_dataclasses_know_it(stay: Stay) -> None:
    one = stay("a", 2)
    assert [each.name for each in dataclasses.fields(stay)][:2] == ["name", "days"]
    assert dataclasses.replace(one, days=5) == stay("a", 5)
    assert dataclasses.asdict(one)["days"] == 2
    assert copy.copy(one) == one
    assert copy.deepcopy(one) == one
    match one:
        case stay(name, days):
            assert (name, days) == ("a", 2)
        case _:
            pytest.fail("not matched by place")


@values.dataclass(frozen=True, slots=True)
class Packed:
    """Found by its name, as pickle needs."""

    name: str
    days: int = 1


@values.dataclass(frozen=True, slots=True, eq=False)
class Itself:
    name: str


@values.dataclass(frozen=True, slots=True)
class Own:
    name: str

    def __eq__(self, other: object) -> bool:
        """Equal whatever the name."""
        return isinstance(other, Own)

    def __hash__(self) -> int:
        """Return one number for all."""
        return 7


def test_values_travel_between_processes() -> None:
    assert pickle.loads(pickle.dumps(Packed("a", 4))) == Packed("a", 4)  # noqa: S301 - what it packed itself


def test_equal_values_have_one_hash() -> None:
    assert len({Packed("a"), Packed("a", 1), Packed("b")}) == 2


def test_without_eq_a_value_equals_itself_alone() -> None:
    one = Itself("a")
    assert one != Itself("a")
    assert len({one, one, Itself("a")}) == 2


def test_methods_of_the_class_stay() -> None:
    assert Own("a") == Own("b")
    assert hash(Own("a")) == 7


def test_a_method_is_made_once_and_takes_its_own_place() -> None:
    """After the first call nothing stands between a caller and the method."""

    @values.dataclass(frozen=True, slots=True)
    class Fresh:
        name: str

    stand_in = vars(Fresh)["__eq__"]
    assert Fresh("a") == Fresh("a")
    made = vars(Fresh)["__eq__"]
    assert made is not stand_in
    assert Fresh("b") != Fresh("a")
    assert vars(Fresh)["__eq__"] is made


def test_what_is_made_often_is_made_as_quickly_as_can_be() -> None:
    """The first few values are set field by field, the others by an `__init__` that was compiled for them."""

    @values.dataclass(frozen=True, slots=True)
    class Often:
        name: str
        days: int = 1

    stand_in = vars(Often)["__init__"]
    first = [Often("a", days=place) for place in range(values.BY_HAND)]
    assert vars(Often)["__init__"] is stand_in
    later = [Often("a", days=place) for place in range(values.BY_HAND)]
    assert vars(Often)["__init__"] is not stand_in
    assert first == later

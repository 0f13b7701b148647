"""What is gathered for a shelf: each distinct unit and form once, whoever made it."""

import gc
from pathlib import Path

import pytest

from fasti.index import drafting
from fasti.index.drafting import ShelfDraft
from fasti.index.segments import ListedName, write_segment
from fasti.index.wording import Form, Unit
from fasti.model.identity import PartyKind
from tests.unit.index.wordings import WeighedWording


def _forms() -> list[Form]:
    """Return forms of units made for the occasion, so that none is another's object."""
    one, two = Unit("".join("ab"), 1.0, 0.5), Unit("".join("cd"), 1.0, 0.5)
    return [Form((one, two), 0), Form((one, two), 1), Form((two, one), 0), Form((one, one), 0)]


def _gathered(times: int) -> ShelfDraft:
    draft = ShelfDraft()
    for name in range(times):
        draft.add(name, _forms())
    return draft


def test_equal_units_and_forms_are_gathered_once() -> None:
    draft = _gathered(3)
    assert draft.units == {
        (Unit("ab", 1.0, 0.5), 0): 0,
        (Unit("cd", 1.0, 0.5), 0): 1,
        (Unit("ab", 1.0, 0.5), 1): 2,
        (Unit("cd", 1.0, 0.5), 1): 3,
    }
    assert [*draft.lengths] == [2, 2, 2, 2]
    assert [*draft.members] == [0, 1, 2, 3, 1, 0, 0, 0]
    assert [*draft.form_of] == [0, 1, 2, 3] * 3


def test_units_that_are_no_longer_kept_are_found_by_what_they_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _gathered(5)
    monkeypatch.setattr(drafting, "MOST_KEPT", 1)
    again = _gathered(5)
    assert (again.units, again.members, again.form_of) == (whole.units, whole.members, whole.form_of)


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was(tmp_path: Path, *, on: bool) -> None:
    was_on = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        write_segment(tmp_path / "segment", [ListedName("abc def", PartyKind.PERSON)], WeighedWording())
        assert gc.isenabled() is on
    finally:
        (gc.enable if was_on else gc.disable)()

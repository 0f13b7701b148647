"""A list's own file says who is on it while it is fresh; a publication that repeats it counts only where it is not."""

from datetime import date

from fasti.model.history import EntryHistory
from tests.unit.ledger.worlds import ECHO, LIST, World, issue, told

KEY = "test:1"


def _history(*editions: object, as_of: date = date(2021, 12, 1)) -> EntryHistory:
    return World().add(*editions).history(KEY, as_of)  # type: ignore[arg-type] # editions with their parts


def _codes(history: EntryHistory) -> list[str]:
    return [one.message for one in history.problems if one.code == "repeated_otherwise"]


def test_what_repeats_a_list_puts_nobody_on_it() -> None:
    history = _history(issue("2021-01-01 16:00"), issue("2021-01-20 16:00", KEY, series=ECHO))
    assert history.spells == ()
    assert _codes(history) == [
        "The echo file of 2021-01-20 has it and the list's own file has not; the list's own file is followed"
    ]


def test_what_repeats_a_list_takes_nobody_off() -> None:
    history = _history(
        issue("2021-01-01 16:00", KEY),
        issue("2021-01-20 16:00", series=ECHO),
        issue("2021-02-01 16:00", KEY),
        issue("2021-02-10 16:00", series=ECHO),
    )
    assert len(history.spells) == 1
    assert history.spells[0].end is None
    assert ["from 2021-01-20 to 2021-02-10" in one for one in _codes(history)] == [True]


def test_it_counts_where_no_own_file_is_fresh() -> None:
    history = _history(
        issue("2021-01-01 16:00"),
        issue("2021-06-01 16:00", KEY, series=ECHO),
        issue("2021-06-20 16:00", KEY, series=ECHO),
        issue("2021-09-01 16:00"),
    )
    assert told(history) == told(
        _history(
            issue("2021-01-01 16:00"),
            issue("2021-06-01 16:00", KEY),
            issue("2021-06-20 16:00", KEY),
            issue("2021-09-01 16:00"),
        )
    )
    assert _codes(history) == []


def test_to_follow_some_days_late_is_no_difference() -> None:
    own = (issue("2021-01-01 16:00"), issue("2021-01-18 16:00", KEY), issue("2021-02-10 16:00"))
    late = (issue("2021-01-20 16:00", series=ECHO), issue("2021-02-12 16:00", KEY, series=ECHO))
    assert _codes(_history(*own, *late)) == []
    later = (issue("2021-01-30 16:00", series=ECHO), issue("2021-02-25 16:00", KEY, series=ECHO))
    assert len(_codes(_history(*own, *later))) == 2


def test_without_any_own_file_it_is_the_list() -> None:
    history = _history(issue("2021-01-01 16:00", series=ECHO), issue("2021-01-20 16:00", KEY, series=ECHO))
    assert [one.list for one in history.spells] == [LIST]

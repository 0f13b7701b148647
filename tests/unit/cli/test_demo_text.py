"""The demo's text: nothing is said twice, and dates are in words."""

from dataclasses import replace

from fasti.cli.text import demo
from fasti.cli.text.printing import render
from tests.surfaces.authored import LISTS
from tests.surfaces.authored_others import DEMO

FIRST, SECOND, *_ = DEMO.strip


def drawn(**changes: object) -> str:
    """Return the demo's text with some of its fields changed, its lines joined."""
    document = demo.document(replace(DEMO, **changes), LISTS)  # type: ignore[arg-type] # fields by name
    return " ".join(render(document, width=200, colour=False).split())


def test_a_reason_is_told_once_and_then_only_what_is_new() -> None:
    rows = (
        replace(FIRST, why="DoD listed it (release of 14 January (second page))."),
        replace(FIRST, why="DoD listed it (release of 14 January (second page)). A court stayed it (Dkt. 21)."),
        replace(FIRST, why="DoD listed it (release of 14 January (second page)). A court stayed it (Dkt. 21)."),
    )
    text = drawn(strip=rows)
    assert text.count("DoD listed it.") == 1
    assert text.count("A court stayed it.") == 1
    assert text.count("as above") == 1


def test_commands_that_differ_in_a_date_are_shown_as_one() -> None:
    text = drawn()
    assert '$ fasti check "Xiaomi Corporation" --as-of DATE' in text
    assert '$ fasti check "Xiaomi Corporation" --as-of 2021-03-16 --known-at DATE' in text


def test_commands_that_differ_otherwise_are_all_shown() -> None:
    text = drawn(strip=(FIRST, replace(SECOND, command="fasti timeline Xiaomi")))
    assert f"$ {FIRST.command}" in text
    assert "$ fasti timeline Xiaomi" in text


def test_what_was_only_foreseen_is_told_as_such() -> None:
    assert "2021-03-11 listed would be in force 2021-03-15" in drawn()


def test_dates_of_the_record_are_in_words() -> None:
    claim = replace(DEMO.claims[0], record="due 2022-01-14", difference="said 2021-11-21", citation="No. 1")
    assert "Record: due 14 January 2022. Difference: said 21 November 2021. [No. 1]" in drawn(claims=(claim,))
    assert "Difference" not in drawn(claims=(replace(claim, difference=""),))

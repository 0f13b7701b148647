"""The strip's geometry: everything inside the drawing, in the order of time, and nothing on top of anything."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.cli.html.lanes import Band, Lane, Mark, Stretch, day_of
from fasti.cli.html.strip import LABELS, MARK_GAP, MOST_TICKS, RIGHT, WIDTH, Scale, Vantage, strip, ticks

DAYS = st.floats(min_value=day_of("1990-01-01"), max_value=day_of("2040-01-01"))
STRETCHES = st.builds(Stretch, st.sampled_from(Band), DAYS, st.none() | DAYS)
MARKS = st.builds(Mark, DAYS, st.sampled_from(["act", "deadline"]), st.just("a label"))
LANES = st.builds(Lane, st.text(max_size=40), st.tuples(STRETCHES), st.lists(MARKS, max_size=4).map(tuple))
LISTED = Lane("a list", (Stretch(Band.LISTED, day_of("2021-01-14"), None),), ())
NOW = Vantage(day_of("2021-03-16"), "asked about")


@given(st.lists(LANES, min_size=1, max_size=4).map(tuple), DAYS)
def test_everything_lies_inside_the_drawing(lanes: tuple[Lane, ...], day: float) -> None:
    drawn = strip(lanes, (Vantage(day, "asked about"),))
    assert all(LABELS <= box.x <= box.x + box.width <= WIDTH - RIGHT + 1 for box in drawn.boxes)
    assert all(0 < box.y < box.y + box.height < drawn.bottom for box in drawn.boxes)
    assert all(LABELS <= rule.x <= WIDTH - RIGHT for rule in (*drawn.ticks, *drawn.vantages))
    assert len(drawn.captions) == len(lanes)


@given(st.lists(MARKS, min_size=1, max_size=6).map(tuple))
def test_marks_are_numbered_in_order_and_do_not_cover_each_other(marks: tuple[Mark, ...]) -> None:
    dots = strip((Lane("a list", (), marks),), (NOW,)).dots
    assert [dot.number for dot in dots] == list(range(1, len(marks) + 1))
    assert all(after.x - before.x >= MARK_GAP - 0.11 for before, after in pairwise(dots))


def test_an_open_listing_runs_to_the_day_asked_about() -> None:
    drawn = strip((LISTED,), (NOW,))
    (box,) = drawn.boxes
    assert box.x + box.width == pytest.approx(drawn.vantages[0].x)


def test_what_is_scheduled_runs_to_the_edge() -> None:
    ahead = Lane("a list", (Stretch(Band.SCHEDULED, day_of("2021-06-01"), None),), ())
    (box,) = strip((ahead,), (NOW,)).boxes
    assert box.x + box.width == pytest.approx(WIDTH - RIGHT)


def test_the_thin_line_of_the_listing_lies_on_top() -> None:
    both = Lane("a list", (LISTED.stretches[0], Stretch(Band.IN_EFFECT, day_of("2021-02-01"), None)), ())
    assert [box.style for box in strip((both,), (NOW,)).boxes] == [Band.IN_EFFECT, Band.LISTED]


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2021-01-10", "2021-04-10", ["Feb 2021", "Mar 2021", "Apr 2021"]),
        (
            "2020-10-10",
            "2022-02-10",
            ["Nov 2020", "Jan 2021", "Mar 2021", "May 2021", "Jul 2021", "Sep 2021", "Nov 2021", "Jan 2022"],
        ),
        ("2014-05-01", "2022-05-01", ["2015", "2016", "2017", "2018", "2019", "2020", "2021", "2022"]),
    ],
)
def test_ticks_are_at_firsts_of_months(first: str, last: str, labels: list[str]) -> None:
    assert [tick.label for tick in ticks(Scale(day_of(first), day_of(last)))] == labels


@given(DAYS, st.floats(min_value=1, max_value=15000))
def test_ticks_are_few(first: float, length: float) -> None:
    assert len(list(ticks(Scale(first, first + length)))) <= MOST_TICKS + 1


def test_a_long_name_is_shortened_and_kept_in_full() -> None:
    (caption,) = strip((Lane("A list with a very long name indeed", (), ()),), (NOW,)).captions
    assert caption.text.endswith("…")
    assert caption.full == "A list with a very long name indeed"


@pytest.mark.parametrize(("day", "anchor"), [("2021-01-01", "start"), ("2021-06-01", "middle"), ("2021-12-31", "end")])
def test_a_label_near_an_edge_is_set_inwards(day: str, anchor: str) -> None:
    year = Lane("a list", (Stretch(Band.LISTED, day_of("2021-01-01"), day_of("2021-12-31")),), ())
    (rule,) = strip((year,), (Vantage(day_of(day), "asked about"),)).vantages
    assert rule.anchor == anchor

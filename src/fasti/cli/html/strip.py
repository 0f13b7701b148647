"""The geometry of the strip: lanes over a time scale, as shapes with coordinates and a class each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fasti.cli.html.lanes import Band, Lane

WIDTH, LABELS, RIGHT = 960.0, 150.0, 16.0
TOP, LANE, AXIS = 44.0, 64.0, 34.0
THICKNESS = {Band.LISTED: 4.0, Band.IN_EFFECT: 18.0, Band.SUSPENDED: 18.0, Band.SCHEDULED: 18.0}
ORDER = (Band.SCHEDULED, Band.SUSPENDED, Band.IN_EFFECT, Band.LISTED)
"""What is drawn first lies under the rest: the thin line of the listing stays visible."""

MARK_SIZE, MARK_GAP, MARK_RISE = 7.0, 17.0, 24.0
MARGIN_SHARE, LEAST_DAYS, MOST_TICKS = 0.05, 60.0, 9
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
LABEL_LENGTH = 22


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    style: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A vertical line over the lanes."""

    x: float
    style: str
    label: str = ""
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Dot:
    """A numbered mark; `style` is `act` or `deadline`."""

    x: float
    y: float
    style: str
    number: int
    label: str


@dataclass(frozen=True, slots=True)
class Caption:
    """The name of a lane."""

    y: float
    text: str
    full: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Everything to draw, in drawing order."""

    width: float
    height: float
    left: float
    right: float
    bottom: float
    captions: tuple[Caption, ...]
    ticks: tuple[Rule, ...]
    boxes: tuple[Box, ...]
    dots: tuple[Dot, ...]
    vantages: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Vantage:
    """A day to mark over all lanes."""

    at: float
    label: str
    style: str = "asked"


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to horizontal coordinates."""

    first: float
    last: float
    left: float = LABELS
    right: float = WIDTH - RIGHT

    def x(self, day: float) -> float:
        """Return where a day lies, held within the drawing."""
        share = (day - self.first) / (self.last - self.first)
        return round(self.left + min(max(share, 0.0), 1.0) * (self.right - self.left), 1)


def strip(lanes: tuple[Lane, ...], vantages: tuple[Vantage, ...]) -> Strip:
    """Lay out lanes, the first on top; an open stretch runs to the last vantage and on, if scheduled, to the edge.

    Args:
        lanes: At least one.
        vantages: At least one; days that the answer stands on.
    """
    scale = scale_of(lanes, vantages)
    bottom = TOP + LANE * len(lanes)
    present = max(one.at for one in vantages)
    return Strip(
        width=WIDTH,
        height=bottom + AXIS,
        left=scale.left,
        right=scale.right,
        bottom=bottom,
        captions=tuple(Caption(_middle(row), _shorten(one.label), one.label) for row, one in enumerate(lanes)),
        ticks=tuple(ticks(scale)),
        boxes=tuple(_boxes(lanes, scale, present)),
        dots=tuple(_dots(lanes, scale)),
        vantages=tuple(_rule(one, scale) for one in vantages),
    )


def scale_of(lanes: Iterable[Lane], vantages: Iterable[Vantage]) -> Scale:
    """Return a scale that holds every stretch, mark and vantage with some room at both ends."""
    days = [one.at for one in vantages]
    for lane in lanes:
        days += [edge for one in lane.stretches for edge in (one.from_, one.until) if edge is not None]
        days += [mark.at for mark in lane.marks]
    first, last = min(days), max(days)
    room = max((last - first) * MARGIN_SHARE, (LEAST_DAYS - (last - first)) / 2, 1.0)
    return Scale(first - room, last + room)


def ticks(scale: Scale) -> Iterable[Rule]:
    """Yield a tick at the first of a month, at most nine, as far apart as that takes."""
    first, last = (date.fromordinal(int(day)) for day in (scale.first, scale.last))
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    step = next((one for one in STEPS if len(months) / one <= MOST_TICKS), STEPS[-1])
    for month in months:
        if month % step == 0:
            day = date(month // 12, month % 12 + 1, 1)
            label = str(day.year) if step >= STEPS[4] else f"{day:%b %Y}"
            yield Rule(scale.x(day.toordinal()), "tick", label)


def _boxes(lanes: Iterable[Lane], scale: Scale, present: float) -> Iterable[Box]:
    for row, lane in enumerate(lanes):
        for one in sorted(lane.stretches, key=lambda stretch: ORDER.index(stretch.band)):
            open_end = scale.last if one.band is Band.SCHEDULED else max(present, one.from_)
            start, end = scale.x(one.from_), scale.x(open_end if one.until is None else one.until)
            height = THICKNESS[one.band]
            yield Box(start, _middle(row) - height / 2, round(max(end - start, 1.0), 1), height, one.band)


def _dots(lanes: Iterable[Lane], scale: Scale) -> Iterable[Dot]:
    """Yield the marks, numbered through all lanes; those that would cover each other stand side by side."""
    number = 0
    for row, lane in enumerate(lanes):
        edge = 0.0
        for mark in sorted(lane.marks, key=lambda one: (one.at, one.label)):
            number += 1
            edge = max(scale.x(mark.at), edge + MARK_GAP if edge else 0.0)
            yield Dot(round(edge, 1), _middle(row) - MARK_RISE, mark.kind, number, mark.label)


def _rule(vantage: Vantage, scale: Scale) -> Rule:
    x = scale.x(vantage.at)
    share = (x - scale.left) / (scale.right - scale.left)
    anchor = "start" if share < 0.15 else "end" if share > 0.85 else "middle"  # noqa: PLR2004 - near an edge
    return Rule(x, vantage.style, vantage.label, anchor)


def _middle(row: int) -> float:
    return TOP + LANE * row + LANE * 0.6


def _shorten(text: str) -> str:
    return text if len(text) <= LABEL_LENGTH else f"{text[: LABEL_LENGTH - 1]}…"

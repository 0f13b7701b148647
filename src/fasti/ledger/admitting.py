"""Decide which editions of a series count: those not held for an implausible loss or a doubt, or freed since.

The decision is part of the fold, not of ingestion, so that it depends on the visible editions alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fasti.model.catalog import SourceInfo
from fasti.model.entry import Decision, Edition
from fasti.model.listing import ENTRIES

DAYS_PER_YEAR = 365.25
MOST = 0.95
"""No gap between two editions makes a greater loss than this plausible."""

Loss = Callable[[Edition, Edition], int]
"""How many entries of the first edition the second lacks."""


@dataclass(frozen=True, slots=True)
class Admission:
    """What became of one edition in the fold.

    Attributes:
        edition: The edition.
        admitted: Whether it counts.
        reason: Why it is held, or by whom it was freed; empty for an edition admitted as a matter of course.
    """

    edition: Edition
    admitted: bool
    reason: str = ""


def admit(
    editions: Sequence[Edition], source: SourceInfo, loss: Loss, decisions: Sequence[Decision]
) -> tuple[Admission, ...]:
    """Go through the editions of one series in order and hold the implausible ones.

    Args:
        editions: Visible editions of one series, in order of `Edition.order`.
        source: Bounds on the share that may be lost.
        loss: Number of entries of one edition that another lacks.
        decisions: Visible decisions, in log order; the last on an edition wins.
    """
    rulings = {subject: ruling for ruling in decisions for subject in ruling.subjects if ruling.kind in _RULINGS}
    admissions: list[Admission] = []
    last: Edition | None = None
    for edition in editions:
        admission = _admission(edition, last, source, loss, rulings.get(edition.edition_id))
        admissions.append(admission)
        last = edition if admission.admitted and _has_entries(edition) else last
    return tuple(admissions)


def plausible_loss(before: Edition, after: Edition, source: SourceInfo) -> float:
    """Return the greatest share (0-1) that may go between two editions, given the time between them."""
    years = (after.listed_at - before.listed_at).days / DAYS_PER_YEAR
    return min(MOST, source.max_loss + source.max_loss_per_year * years)


_RULINGS = frozenset({"release", "hold"})


def _has_entries(edition: Edition) -> bool:
    return ENTRIES in edition.parts()


def _admission(
    edition: Edition, last: Edition | None, source: SourceInfo, loss: Loss, ruling: Decision | None
) -> Admission:
    if ruling is not None:
        freed = ruling.kind == "release"
        word = "freed" if freed else "held"
        return Admission(edition, freed, f"{word} by {ruling.decided_by}: {ruling.why}")
    if edition.doubts:
        return Admission(edition, admitted=False, reason="; ".join(edition.doubts))
    if last is None or not _has_entries(edition):
        return Admission(edition, admitted=True)
    total = dict(last.counts)[ENTRIES]
    lost = loss(last, edition)
    bound = plausible_loss(last, edition, source)
    if total and lost / total > bound:
        share = f"{lost:,} of the {total:,} entries"
        reason = f"lacks {share} of edition {last.edition_id} ({lost / total:.0%}; bound {bound:.0%})"
        return Admission(edition, admitted=False, reason=reason)
    return Admission(edition, admitted=True)

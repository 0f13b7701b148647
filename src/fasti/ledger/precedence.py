"""Which publication says who is on a list: the authority's own file, while it is fresh, and not one that repeats it.

A publication that repeats other publishers' lists counts where no file of their own does. Where both speak at one time
and differ for longer than the repeating takes, the difference is a `Problem` of the entry.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from fasti.ledger.runs import EditionSequence, Run
from fasti.ledger.store import Span
from fasti.model.catalog import SourceInfo
from fasti.model.entry import Edition
from fasti.model.listing import Listing
from fasti.model.moment import Moment
from fasti.model.problem import Problem

Series = Mapping[str, Sequence[Edition]]
"""Series to its editions, in order of what they speak for."""


@dataclass(frozen=True, slots=True)
class Precedence:
    """What of a list's editions counts for who is on it.

    Attributes:
        counted: The editions that count.
        set_aside: Those of publications that only repeat the list, from times at which its own file was fresh.
    """

    counted: dict[str, list[Edition]]
    set_aside: dict[str, list[Edition]]


def precede(admitted: Series, sources: Mapping[str, SourceInfo]) -> Precedence:
    """Set aside the editions that repeat a list while a file of its own authority is fresh.

    Args:
        admitted: Of one list.
        sources: The catalogue's.
    """
    own = [
        (one.listed_at, one.listed_at + timedelta(days=sources[one.source].stale_after_days + 1))
        for ones in admitted.values()
        for one in ones
        if sources[one.source].repeats_within_days is None
    ]
    found = Precedence({}, {})
    for series, ones in admitted.items():
        for one in ones:
            repeats = sources[one.source].repeats_within_days is not None
            aside = repeats and any(start <= one.listed_at < end for start, end in own)
            (found.set_aside if aside else found.counted).setdefault(series, []).append(one)
    return found


@dataclass(frozen=True, slots=True)
class Compared:
    """One entry as its list's own file has it, and as a series set aside does.

    Attributes:
        list_id: The list.
        runs: What the editions that count show.
        sequence: The editions that count.
        zone: Zone of the list.
    """

    list_id: str
    runs: Sequence[Run]
    sequence: EditionSequence
    zone: str

    def differences(
        self, aside: Sequence[Edition], spans: Sequence[Span], contents: Mapping[str, Listing], source: SourceInfo
    ) -> Iterator[Problem]:
        """Yield one problem for each way in which a series set aside differs for longer than repeating takes.

        Args:
            aside: Its editions that were set aside, in order.
            spans: Of the entry in that series.
            contents: Listings by content hash.
            source: The publication of that series.
        """
        delay = timedelta(days=source.repeats_within_days or 0)
        shown = self._shown(aside, spans, contents)
        for has in (True, False):
            ones = [
                one
                for one, there in zip(aside, shown, strict=True)
                if there is has and self._own(one, timedelta()) is not has and self._own(one, delay) is not has
            ]
            if ones:
                yield self._problem(ones, source, has=has)

    def _shown(self, aside: Sequence[Edition], spans: Sequence[Span], contents: Mapping[str, Listing]) -> list[bool]:
        """Return for each edition set aside whether it has the entry on the list."""
        orders = [one.order for one in aside]
        shown = [False] * len(aside)
        for span in spans:
            if contents[span.content].on_list(self.list_id):
                first = bisect_left(orders, span.from_order)
                stop = len(orders) if span.to_order is None else bisect_left(orders, span.to_order)
                shown[first:stop] = [True] * (stop - first)
        return shown

    def _own(self, one: Edition, before: timedelta) -> bool:
        """Say whether the list itself had the entry at the time of an edition set aside, or so long before."""
        place = bisect_right(self.sequence.instants, one.listed_at - before) - 1
        return any(run.first <= max(place, 0) < run.stop for run in self.runs)

    def _problem(self, ones: Sequence[Edition], source: SourceInfo, *, has: bool) -> Problem:
        first, last = (Moment.of(one.listed_at, self.zone).on.isoformat() for one in (ones[0], ones[-1]))
        when = f"of {first}" if first == last else f"from {first} to {last}"
        what = "has it and the list's own file has not" if has else "has it not and the list's own file has"
        message = f"{source.title} {when} {what}; the list's own file is followed"
        return Problem("repeated_otherwise", message, f"edition {ones[0].edition_id}")

"""Decides what each edition of a series held, from the spans alone, and whether those are maximal runs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from fasti.ledger.store import Span
from fasti.model.entry import Edition

Present = dict[str, dict[str, str]]
"""Part, then key, to content hash."""


def present_by_edition(
    editions: Sequence[Edition], spans: Sequence[Span], faults: list[str]
) -> Iterator[tuple[Edition, Mapping[str, Mapping[str, str]]]]:
    """Go through the editions of one series in order and yield what each held.

    Args:
        editions: All of the series, sorted by order.
        spans: All of the series.
        faults: Takes a sentence for each span that no ingestion could have left so.

    Yields:
        The edition with key to content hash of each part that it holds; to be used before the next is taken.
    """
    starts, ends = _boundaries(spans)
    present: Present = defaultdict(dict)
    for edition in editions:
        for part in edition.parts():
            ended = ends.pop((part, edition.order), [])
            faults += [_sentence(one) for one in ended if present[part].pop(one.key, None) != one.content]
            before = {one.key: one.content for one in ended}
            for one in starts.pop((part, edition.order), []):
                if one.key in present[part] or before.get(one.key) == one.content:
                    faults.append(_sentence(one))
                present[part][one.key] = one.content
        yield edition, {part: present[part] for part in edition.parts()}
    left = [one for boundary in (starts, ends) for some in boundary.values() for one in some]
    faults += [_sentence(one) for one in left]


def _boundaries(spans: Sequence[Span]) -> tuple[dict[tuple[str, str], list[Span]], dict[tuple[str, str], list[Span]]]:
    """Return the spans by part and the order at which they start, and by that at which they end."""
    starts: dict[tuple[str, str], list[Span]] = defaultdict(list)
    ends: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for one in spans:
        starts[one.part, one.from_order].append(one)
        if one.to_order is not None:
            ends[one.part, one.to_order].append(one)
    return starts, ends


def _sentence(span: Span) -> str:
    return f"The span of {span.key} in {span.part} from {span.from_order} to {span.to_order} is not as it was left."

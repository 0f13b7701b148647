"""What is odd about the newest edition of a series: volume, fields, drift, and a feed that no longer changes.

Findings are for a person; none of them holds an edition or changes an answer.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from fasti.ledger.diff import field_labels
from fasti.ledger.evidence import Evidence
from fasti.model.catalog import SourceInfo
from fasti.model.entry import Edition
from fasti.model.listing import ENTRIES
from fasti.model.problem import Problem, Severity

NEARLY_NONE = 0.02
"""Share of entries up to which a field counts as absent from an edition."""
OFTEN = 0.2
"""Share of entries from which on a field that comes or goes is told."""


def findings(evidence: Evidence, source: SourceInfo) -> tuple[Problem, ...]:
    """Return what is odd about the newest editions of a source, sorted."""
    found: list[Problem] = []
    for series in evidence.view.admissions:
        held = [one for one in evidence.view.admitted(series) if one.source == source.source_id and _has_entries(one)]
        if held:
            found += _of_volume(held[-1], source)
            found += _of_fields(evidence, held, source)
            found += _of_silence(held, source)
    return tuple(sorted(found))


def _has_entries(edition: Edition) -> bool:
    return ENTRIES in edition.parts()


def _of_volume(edition: Edition, source: SourceInfo) -> Iterable[Problem]:
    count = dict(edition.counts)[ENTRIES]
    if count < source.least or (source.most is not None and count > source.most):
        most = f" and at most {source.most:,}" if source.most is not None else ""
        bounds = f"at least {source.least:,}{most}"
        yield _problem("odd_volume", f"It has {count:,} entries; {bounds} are expected", edition)


def _of_fields(evidence: Evidence, held: Sequence[Edition], source: SourceInfo) -> Iterable[Problem]:
    newest = _shares(evidence, held[-1])
    for label, least in source.filled:
        share = newest.get(label, 0.0)
        if share < least:
            message = f"{share:.0%} of its entries have {label}; at least {least:.0%} are expected"
            yield _problem("rarely_filled", message, held[-1])
    before = _shares(evidence, held[-2]) if len(held) > 1 else newest
    for label in sorted(before.keys() | newest.keys()):
        was, now = before.get(label, 0.0), newest.get(label, 0.0)
        if was >= OFTEN and now <= NEARLY_NONE:
            shares = f"{was:.0%} before, {now:.0%} now"
            message = f"{label} is gone from nearly all entries ({shares}): not observed, not removed"
            yield _problem("field_vanished", message, held[-1])
        if was <= NEARLY_NONE and now >= OFTEN:
            yield _problem("field_first_seen", f"{label} is on {now:.0%} of the entries for the first time", held[-1])


def _of_silence(held: Sequence[Edition], source: SourceInfo) -> Iterable[Problem]:
    """Yield a finding if the content has been the same for implausibly long, however often it was published."""
    same = [held[-1]]
    for edition in reversed(held[:-1]):
        if edition.digest != same[-1].digest:
            break
        same.append(edition)
    days = (same[0].listed_at - same[-1].listed_at).days
    if source.unchanged_after_days is not None and days > source.unchanged_after_days:
        message = f"Its content has not changed for {days} days; the feed may be dead"
        yield _problem("unchanged_feed", message, held[-1])


def _shares(evidence: Evidence, edition: Edition) -> Mapping[str, float]:
    """Return for each field the share of the edition's entries that have it."""
    contents = Counter(evidence.rolls.roll(edition.series).held(edition.order).values())
    sketches = evidence.rolls.sketches(contents)
    counts: Counter[str] = Counter()
    for content, entries in contents.items():
        counts.update(dict.fromkeys(field_labels(sketches[content]), entries))
    return {label: count / contents.total() for label, count in counts.items()}


def _problem(code: str, message: str, edition: Edition) -> Problem:
    return Problem(code, message, f"{edition.series} edition {edition.edition_id}", Severity.WARNING)

"""Runs: over which admitted editions, of all series of a list together, an entry stands under a legal basis."""

from fasti.ledger.runs import EditionSequence, Run, observed_runs, united
from fasti.ledger.store import Span
from fasti.model.entry import Edition
from fasti.model.listing import Listing
from tests.unit.ledger.worlds import CSV, LIST, OTHER, XML, entry, issue

KEY = "test:1"


def editions(*seen: tuple[int, str]) -> list[Edition]:
    """Return editions of days in January, each with its series."""
    return [issue(f"2021-01-{day:02} 12:00", series=series)[0] for day, series in seen]


def sequence(ones: list[Edition]) -> EditionSequence:
    """Unite editions by series."""
    return united({series: [one for one in ones if one.series == series] for series in (CSV, XML)})


def span(series: str, content: str, first: Edition, stop: Edition | None) -> Span:
    """Return a span between two editions."""
    return Span(series, "entries", KEY, content, first.order, stop.order if stop else None)


def shape(runs: tuple[Run, ...]) -> list[tuple[str, int, int]]:
    """Return basis and places of runs."""
    return [(run.basis, run.first, run.stop) for run in runs]


CONTENTS: dict[str, Listing] = {
    "one": entry(KEY, "SDGT"),
    "two": entry(KEY, "SDGT", "IFSR"),
    "renamed": entry(KEY, "SDGT", note="another"),
    "elsewhere": entry(KEY, "SSI", lists=(OTHER,)),
}


def test_the_editions_of_all_series_stand_in_one_order() -> None:
    ones = editions((1, CSV), (3, CSV), (2, XML))
    assert [one.order for one in sequence(ones).editions] == sorted(one.order for one in ones)


def test_spans_that_follow_each_other_under_one_basis_are_one_run() -> None:
    ones = editions((1, CSV), (2, CSV), (3, CSV))
    spans = [span(CSV, "one", ones[0], ones[1]), span(CSV, "renamed", ones[1], None)]
    assert shape(observed_runs(LIST, spans, CONTENTS, sequence(ones))) == [("SDGT", 0, 3)]


def test_each_basis_runs_by_itself() -> None:
    ones = editions((1, CSV), (2, CSV), (3, CSV))
    spans = [span(CSV, "one", ones[0], ones[1]), span(CSV, "two", ones[1], ones[2])]
    assert shape(observed_runs(LIST, spans, CONTENTS, sequence(ones))) == [("IFSR", 1, 2), ("SDGT", 0, 2)]


def test_an_edition_of_another_series_that_lacks_the_entry_cuts_the_run() -> None:
    ones = editions((1, CSV), (2, XML), (3, CSV))
    spans = [span(CSV, "one", ones[0], None)]
    assert shape(observed_runs(LIST, spans, CONTENTS, sequence(ones))) == [("SDGT", 0, 1), ("SDGT", 2, 3)]
    spans.append(span(XML, "one", ones[1], None))
    assert shape(observed_runs(LIST, spans, CONTENTS, sequence(ones))) == [("SDGT", 0, 3)]


def test_a_span_over_editions_that_do_not_count_covers_those_between_alone() -> None:
    """A span counts every edition held; the second here is not admitted."""
    ones = editions((1, CSV), (2, CSV), (3, CSV), (4, CSV))
    admitted = [ones[0], *ones[2:]]
    spans = [span(CSV, "one", ones[1], ones[3])]
    assert shape(observed_runs(LIST, spans, CONTENTS, sequence(admitted))) == [("SDGT", 1, 2)]


def test_membership_of_another_list_makes_no_run() -> None:
    ones = editions((1, CSV), (2, CSV))
    spans = [span(CSV, "elsewhere", ones[0], None)]
    assert observed_runs(LIST, spans, CONTENTS, sequence(ones)) == ()


def test_a_run_keeps_what_its_first_edition_says() -> None:
    ones = editions((1, CSV), (2, CSV))
    spans = [span(CSV, "renamed", ones[1], None), span(CSV, "one", ones[0], ones[1])]
    (run,) = observed_runs(LIST, spans, CONTENTS, sequence(ones))
    assert run.listing == CONTENTS["one"]


def test_an_edition_without_entries_has_no_place() -> None:
    aliases = issue("2021-01-02 12:00", parts={"aliases": [entry(KEY)]})[0]
    assert sequence([*editions((1, CSV)), aliases]).editions == tuple(editions((1, CSV)))


def test_two_editions_of_one_instant_stand_in_the_order_seen() -> None:
    """Their order is listed_at, then seen_at, then the id, so that no order of ingestion matters."""
    early, late = (issue(f"2021-01-03 1{hour}:00", series=series)[0] for hour, series in ((1, XML), (0, CSV)))
    assert sequence([early, late]).editions == (late, early)

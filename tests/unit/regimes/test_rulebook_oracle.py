"""OFAC states effective and divestment dates in its own entries; the rulebook's formulas must give the same days."""

import gzip
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fasti.model.moment import Moment
from fasti.regimes.clock import WALL, resolve
from fasti.regimes.rule import Case, RuleVersion
from fasti.regimes.rulebook import load_rulebook

NEW_YORK = "America/New_York"
ENTRY = re.compile(r"<sdnEntry>.*?</sdnEntry>", re.DOTALL)
FIELD = re.compile(r"<idType>([^<]*Date \((CCMC|CMIC)\))</idType>\s*<idNumber>([^<]*)</idNumber>")
ANNEX_LISTING = date(2020, 11, 12)
"""OFAC's listing date for the Annex of EO 13959: the day of the order, though DoD had listed the companies before."""


def stated(path: Path, mark: str) -> Iterator[tuple[date, date, date]]:
    """Yield listing, effective and divestment date of every entry that states them."""
    text = gzip.decompress(path.read_bytes()).decode("utf-8")
    for entry in ENTRY.findall(text):
        fields = {
            label.split()[0]: datetime.strptime(day, "%d %b %Y").replace(tzinfo=UTC).date()
            for label, list_mark, day in FIELD.findall(entry)
            if list_mark == mark
        }
        if fields:
            yield fields["Listing"], fields["Effective"], fields.get("Divestment") or fields["Purchase/Sales"]


def case_of(version: str, list_id: str, *, annex: bool) -> Case:
    """Return the case of the ban on purchases for one class."""
    rules = (one for regime in load_rulebook().reaching(list_id) for one in regime.rules)
    rule = next(one for one in rules if one.rule_id == "purchase")
    found: RuleVersion = next(one for one in rule.versions if one.version == version and list_id in one.lists)
    return next(case for case in found.cases if bool(case.when.named_in) is annex)


def computed(case: Case, listing: date) -> tuple[date, date]:
    """Return the day of the start and the day of the deadline."""
    (deadline,) = case.deadlines
    start = resolve(case.start, Moment(listing), NEW_YORK, WALL)
    return start.on, resolve(deadline.due, Moment(listing), NEW_YORK, WALL).on


@pytest.mark.realdata
def test_the_order_gives_ofacs_dates_but_for_the_annex(shared: Path) -> None:
    """All 39 entries agree, except that OFAC's file says 12 November 2021 where s.1(b) says 11 November."""
    path = shared / "data" / "us_ofac_cons_series" / "2021-05-22T0037Z_58d709a9.xml.gz"
    found = list(stated(path, "CCMC"))
    later = [(listing, dates) for listing, *dates in found if listing != ANNEX_LISTING]
    annex = [dates for listing, *dates in found if listing == ANNEX_LISTING]
    assert (len(found), len(annex)) == (39, 31)
    for listing, dates in later:
        assert computed(case_of("v2", "us_dod_ccmc", annex=False), listing) == tuple(dates)
        assert computed(case_of("v2", "us_ofac_ns_ccmc", annex=False), listing) == tuple(dates)
    start, due = computed(case_of("v2", "us_dod_ccmc", annex=True), ANNEX_LISTING)
    assert {tuple(dates) for dates in annex} == {(start, date(2021, 11, 12))}
    assert due == date(2021, 11, 11)


@pytest.mark.realdata
def test_its_successor_gives_ofacs_dates(shared: Path) -> None:
    """All 68 entries agree: the Annex with the printed dates, the nine of December 2021 with the counted ones."""
    path = shared / "data" / "us_ofac_cons_series" / "2022-06-29T0103Z_a2808383.xml.gz"
    found = list(stated(path, "CMIC"))
    assert len(found) == 68
    for listing, *dates in found:
        case = case_of("v3", "us_ofac_ns_cmic", annex=listing == date(2021, 6, 3))
        assert computed(case, listing) == tuple(dates)


def test_ofacs_date_for_the_first_annex_is_a_count_and_the_orders_is_not() -> None:
    """365 days from the order are 12 November 2021, OFAC's date; the order prints the 11th."""
    assert computed(case_of("v2", "us_dod_ccmc", annex=False), ANNEX_LISTING) == (date(2021, 1, 11), date(2021, 11, 12))
    assert computed(case_of("v2", "us_dod_ccmc", annex=True), ANNEX_LISTING) == (date(2021, 1, 11), date(2021, 11, 11))
    counted = computed(case_of("v3", "us_ofac_ns_cmic", annex=False), date(2021, 6, 3))
    assert counted == computed(case_of("v3", "us_ofac_ns_cmic", annex=True), date(2021, 6, 3))

"""The dated OFAC series through the whole program: what was on each list when, and what must never be lost."""

import gzip
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fasti.model.answer import CheckAnswer
from fasti.model.standing import Standing
from fasti.workflows.asking import CheckRequest
from fasti.workflows.checking import check
from fasti.workflows.differences import diff
from fasti.workflows.inventory import sources
from fasti.workflows.listings import list_entries
from fasti.workflows.settings import Settings
from fasti.workflows.verification import verify

pytestmark = pytest.mark.realdata

PUBLISHED = re.compile(r"<Publish_Date>(\d+)/(\d+)/(\d+)<")
NON_SDN = ("561", "capta", "fse", "mbs", "ns_ccmc", "ns_cmic", "plc", "ssi")


def _seen(path: Path) -> datetime:
    return datetime.strptime(path.name.partition("_")[0], "%Y-%m-%dT%H%MZ").replace(tzinfo=UTC)


def _published(path: Path) -> date:
    """Return the day that a consolidated file states; it can lie weeks before the file was seen."""
    text = gzip.decompress(path.read_bytes())[:1000].decode()
    month, day, year = PUBLISHED.findall(text)[0]
    return date(int(year), int(month), int(day))


def _standing(answer: CheckAnswer, list_id: str) -> Standing | None:
    return next((one for party in answer.parties for one in party.standings if one.list == list_id), None)


def _status(settings: Settings, key: str, list_id: str, as_of: date) -> str | None:
    standing = _standing(check(settings, CheckRequest(key, as_of)), list_id)
    return standing.status if standing else None


def test_each_sdn_edition_comes_back_exactly(
    ledger_of_series: Settings, shared: Path, keys_in: Callable[[Path], set[str]]
) -> None:
    files = sorted((shared / "data" / "us_ofac_sdn_series").glob("*.csv.gz"))
    for path in files[::10]:
        answer = list_entries(ledger_of_series, "us_ofac_sdn", known_at=_seen(path))
        assert {entry.key for entry in answer.entries} == keys_in(path), path.name


def test_each_consolidated_edition_comes_back_exactly(
    ledger_of_series: Settings, shared: Path, keys_in: Callable[[Path], set[str]]
) -> None:
    for path in sorted((shared / "data" / "us_ofac_cons_series").glob("*.xml.gz")):
        lists = [list_entries(ledger_of_series, f"us_ofac_{name}", known_at=_published(path)) for name in NON_SDN]
        assert {entry.key for answer in lists for entry in answer.entries} == keys_in(path), path.name


@pytest.mark.parametrize(
    ("as_of", "on_sdn"), [(date(2022, 4, 5), "not_found"), (date(2022, 4, 7), "listed")], ids=["before", "after"]
)
def test_a_bank_stays_on_one_list_when_another_takes_it(ledger_of_series: Settings, as_of: date, on_sdn: str) -> None:
    assert _status(ledger_of_series, "ofac:17018", "us_ofac_ssi", as_of) == "listed"
    assert _status(ledger_of_series, "ofac:17018", "us_ofac_sdn", as_of) == on_sdn


def test_a_designation_replaced_on_one_day_leaves_no_gap(ledger_of_series: Settings) -> None:
    day = date(2022, 11, 8)
    assert _status(ledger_of_series, "ofac:38499", "us_ofac_sdn", day) == "ended"
    assert _status(ledger_of_series, "ofac:39796", "us_ofac_sdn", day) == "listed"
    assert _status(ledger_of_series, "ofac:38499", "us_ofac_sdn", date(2022, 11, 6)) == "listed"


def test_the_chinese_military_programme_is_replaced_on_one_day(ledger_of_series: Settings) -> None:
    before = {entry.key for entry in list_entries(ledger_of_series, "us_ofac_ns_ccmc", date(2021, 6, 2)).entries}
    after = {entry.key for entry in list_entries(ledger_of_series, "us_ofac_ns_cmic", date(2021, 6, 3)).entries}
    assert (len(before), len(after)) == (39, 59)
    assert (len(before & after), len(after - before), len(before - after)) == (29, 30, 10)
    assert list_entries(ledger_of_series, "us_ofac_ns_ccmc", date(2021, 6, 3)).count == 0
    assert list_entries(ledger_of_series, "us_ofac_ns_cmic", date(2021, 12, 16)).count == 68


def test_a_renamed_tag_is_no_event(ledger_of_series: Settings) -> None:
    answer = diff(ledger_of_series, "us_ofac_ns_cmic", date(2021, 6, 5), date(2021, 6, 17))
    assert (answer.added, answer.removed) == ((), ())
    standing = _standing(check(ledger_of_series, CheckRequest("ofac:30946", date(2021, 7, 1))), "us_ofac_ns_cmic")
    assert standing is not None
    assert [spell.listed_on for spell in standing.spells] == ["2021-06-03"]


def test_a_rename_hides_no_real_correction(ledger_of_series: Settings) -> None:
    answer = diff(ledger_of_series, "us_ofac_ns_cmic", date(2021, 6, 5), date(2021, 6, 17))
    assert [(one.key, [change.field for change in one.changes]) for one in answer.amended] == [
        ("ofac:30925", ["identifiers.isin"]),
        ("ofac:30926", ["identifiers.ticker"]),
    ]


def test_a_note_added_to_many_is_one_mass_amendment(ledger_of_series: Settings) -> None:
    answer = diff(ledger_of_series, "us_ofac_cons", date(2022, 4, 28), date(2022, 4, 30))
    assert [(one.kind, one.field, one.count) for one in answer.groups] == [
        ("mass_amendment", "facts.secondary_sanctions", 290)
    ]


def test_the_empty_file_clears_nobody(ledger_of_series: Settings) -> None:
    answer = list_entries(ledger_of_series, "us_ofac_sdn", date(2024, 5, 6))
    assert answer.count == 14_965
    held = next(one for one in sources(ledger_of_series).sources if one.source == "us_ofac_sdn")
    assert len(held.editions) == 71


def test_a_name_on_the_files_is_found_and_before_them_not_covered(ledger_of_series: Settings) -> None:
    answer = check(ledger_of_series, CheckRequest("Rosneft", date(2023, 1, 1)))
    assert any(one.status == "listed" for party in answer.parties for one in party.standings)
    early = check(ledger_of_series, CheckRequest("AEROCARIBBEAN AIRLINES", date(2015, 1, 1)))
    assert {one.status for party in early.parties for one in party.standings} == {"not_covered"}


def test_seen_is_not_published(ledger_of_series: Settings) -> None:
    standing = _standing(check(ledger_of_series, CheckRequest("ofac:30946", date(2021, 2, 1))), "us_ofac_ns_ccmc")
    assert standing is not None
    assert standing.status == "listed"
    known_then = check(ledger_of_series, CheckRequest("ofac:30946", date(2021, 2, 1), date(2021, 2, 1)))
    assert _standing(known_then, "us_ofac_ns_ccmc") is not None


def test_the_whole_ledger_verifies(ledger_of_series: Settings) -> None:
    assert verify(ledger_of_series, deep=True).faults == ()

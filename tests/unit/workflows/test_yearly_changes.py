"""OFAC's yearly archives date what the editions only bracket; what they do not plainly say of one entry is left out."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fasti.model.backfill import PastView
from fasti.model.errors import RefusedError, UsageError
from fasti.sources.drafting import RawMember
from fasti.sources.ofac.yearly_changes import Kind, read_changes
from fasti.workflows.asking import CheckRequest
from fasti.workflows.checking import check
from fasti.workflows.ingesting import ingest
from fasti.workflows.settings import Settings
from fasti.workflows.verification import verify
from fasti.workflows.yearly_changes import backfill_changes

NOW = datetime(2026, 3, 3, tzinfo=UTC)
TITLE = """OFFICE OF FOREIGN ASSETS CONTROL

CHANGES TO THE
LIST OF SPECIALLY DESIGNATED NATIONALS AND BLOCKED PERSONS
SINCE JANUARY 1, 2021

This publication is for reference.

"""
TEXT = (
    TITLE
    + """01/14/21

The following individuals have been added to OFAC's SDN List:

ESTERLI, Ada (a.k.a. "THE CARTOGRAPHER"), Port
Selm, Norvik; DOB 01 May 1963; Gender Female (individual) [SDGT].

QUAY LANTERN COMPANY, Lantern Street, Selm City [IRAN] (Linked To: ESTERLI, Ada).

The following entity has been added to OFAC's Non-SDN List:

OTHER LIST HOUSE, Selm City [SDGT].

02/10/21

The following deletions have been made to OFAC's SDN List:

HARBOUR PILOT, Nils, Port Selm; DOB 03 Mar 1970; nationality Norvik (individual) [SDGT].

OLD SETTLER, Ivo, Selm City; DOB 09 Sep 1950 (individual) [SDGT].

In addition, the following changes have been made to OFAC's SDN List:

STAYING, Una, Port Selm (individual) [SDGT]. -to- STAYING, Una, Selm City (individual) [SDGT].

03/01/22

The following individuals have been added to OFAC's SDN List:

WRONG YEAR, Wim, Selm City (individual) [SDGT].
"""
)
NAMES = {
    1: ("ESTERLI, Ada", "DOB 01 May 1963; Gender Female."),
    2: ("HARBOUR PILOT, Nils", "DOB 03 Mar 1970; nationality Norvik."),
    3: ("STAYING, Una", "DOB 02 Feb 1972."),
    4: ("OLD SETTLER, Ivo", "DOB 09 Sep 1950."),
}


def _rows(*numbers: int) -> bytes:
    people = {number: NAMES[number] for number in numbers}
    people |= {number: (f"BALLAST {chr(number)}, Bo", "DOB 01 Jan 1980.") for number in range(65, 90)}
    lines = [
        f'{number},"{name}","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"{remarks}"\r\n'
        for number, (name, remarks) in people.items()
    ]
    return "".join(lines).encode() + b"\x1a"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return the settings of a ledger with three editions of an authored list."""
    settings = Settings(tmp_path / "ledger.db", "test", clock=lambda: NOW)
    folder = tmp_path / "series"
    folder.mkdir()
    for day, numbers in (("2021-01-02", (2, 3, 4)), ("2021-02-01", (1, 2, 3, 4)), ("2021-03-01", (1, 3))):
        (folder / f"{day}T2200Z.csv").write_bytes(_rows(*numbers))
    assert {one.outcome for one in ingest(settings, "us_ofac_sdn", [folder]).editions} == {"admitted"}
    return settings


def _taken(settings: Settings, tmp_path: Path, text: str = TEXT) -> tuple[PastView, ...]:
    path = tmp_path / "sdnnew21.txt"
    path.write_text(text, encoding="utf-8")
    return backfill_changes(settings, "us_ofac_sdn", [path]).past


def _standing(settings: Settings, key: str) -> tuple[str | None, str | None, str]:
    (party,) = check(settings, CheckRequest(key, as_of=date(2025, 1, 1))).parties
    (one,) = [one for one in party.standings if one.list == "us_ofac_sdn"]
    return one.listed_on, one.ended_on, str(one.basis)


def test_an_archive_is_read_by_its_own_words() -> None:
    read = read_changes(RawMember("entries", "sdnnew21.txt", TEXT.encode()))
    assert [(str(one.on), one.kind, one.printed[:12]) for one in read.changes] == [
        ("2021-01-14", Kind.ADDED, "ESTERLI, Ada"),
        ("2021-01-14", Kind.ADDED, "QUAY LANTERN"),
        ("2021-02-10", Kind.REMOVED, "HARBOUR PILO"),
        ("2021-02-10", Kind.REMOVED, "OLD SETTLER,"),
    ]
    assert [one.code for one in read.problems] == ["unread_section", "odd_day"]


def test_days_come_into_the_histories(settings: Settings, tmp_path: Path) -> None:
    assert _standing(settings, "ofac:1")[0] == "2021-02-01"
    views = _taken(settings, tmp_path)
    assert [one.name for one in views if one.outcome == "admitted"] == [
        "2021-01-14 added: ofac:1",
        "2021-02-10 removed: ofac:2",
        "2021-02-10 removed: ofac:4",
    ]
    assert _standing(settings, "ofac:1") == ("2021-01-14", None, "act")
    assert _standing(settings, "ofac:2")[1] == "2021-02-10"
    assert [one.outcome for one in views if "QUAY LANTERN" in one.name] == ["unchanged"]
    assert [one.message for one in verify(settings, deep=True).faults] == []


def test_the_same_archive_again_changes_nothing(settings: Settings, tmp_path: Path) -> None:
    _taken(settings, tmp_path)
    assert {one.outcome for one in _taken(settings, tmp_path)} == {"unchanged"}


@pytest.mark.parametrize(
    ("old", "new"),
    [("01/14/21", "02/20/21"), ("[SDGT].\n\nQUAY", "[IRAN].\n\nQUAY"), ("ESTERLI, Ada (", "ESTERLI, Ada Maria (")],
)
def test_another_day_programme_or_name_dates_nobody(settings: Settings, tmp_path: Path, old: str, new: str) -> None:
    _taken(settings, tmp_path, TEXT.replace(old, new))
    assert _standing(settings, "ofac:1") == ("2021-02-01", None, "observed")


def test_before_the_first_edition_a_name_is_not_enough(settings: Settings, tmp_path: Path) -> None:
    before = (
        TITLE.replace("2021", "2020")
        + """05/05/20

The following individuals have been added to OFAC's SDN List:

HARBOUR PILOT, Nils, Port Selm; DOB 03 Mar 1970; nationality Norvik (individual) [SDGT].

STAYING, Una, Port Selm (individual) [SDGT].
"""
    )
    views = _taken(settings, tmp_path, before)
    assert [one.name for one in views if one.outcome == "admitted"] == ["2020-05-05 added: ofac:2"]
    assert _standing(settings, "ofac:2")[0] == "2020-05-05"
    assert _standing(settings, "ofac:3")[2] == "observed"


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"nothing", TITLE.encode()])
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedError):
        read_changes(RawMember("entries", "x.txt", data))


def test_no_other_source_has_such_archives(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="us_ofac_sdn"):
        backfill_changes(settings, "un_sc", [tmp_path])

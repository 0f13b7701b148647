"""Documents of the Federal Register are kept once, and told with the acts that cite them; none becomes an act."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from fasti.model.act import Act, ActKind
from fasti.model.backfill import BackfillAnswer
from fasti.model.errors import RefusedError, UnavailableError, UsageError
from fasti.model.moment import Moment, utc_text
from fasti.sources.archives import Search, searches
from fasti.workflows import backfilling, notices
from fasti.workflows.asking_archives import Asker
from fasti.workflows.notices import Notice, cited_by, find, keep_notices, past_notices
from tests.unit.workflows.answering import answering
from tests.unit.workflows.past_worlds import settings_in

YEAR_2021 = (date(2021, 1, 1), date(2021, 12, 31))
TEXT = b'<?xml version="1.0"?><NOTICE><P>The End-User Review Committee adds one entity.</P></NOTICE>'


@dataclass
class Register:
    """What the Register answers, and what it was asked.

    Attributes:
        base: Its address.
        results: The documents, as the API writes them.
        texts: Full text by document number; one that is missing is answered 404.
        count: What it says it found; `None` means the number of results.
        asked: Paths and queries, in order.
    """

    base: str = ""
    results: list[dict[str, object]] = field(default_factory=list)
    texts: dict[str, bytes] = field(default_factory=dict)
    count: int | None = None
    asked: list[str] = field(default_factory=list)

    def page(self, query: dict[str, list[str]]) -> bytes:
        """Return one page of a search, two documents each."""
        since, until = (query[f"conditions[publication_date][{one}]"][0] for one in ("gte", "lte"))
        found = [one for one in self.results if since <= str(one["publication_date"]) <= until]
        number = int(query["page"][0])
        told = {"count": len(found) if self.count is None else self.count, "total_pages": -(-len(found) // 2)}
        return json.dumps({**told, "results": found[2 * number - 2 : 2 * number]} if found else told).encode()


def _document(number: str, day: str, citation: str | None = None) -> dict[str, object]:
    year, month, of_month = day.split("-")
    return {
        "citation": citation,
        "document_number": number,
        "effective_on": None,
        "full_text_xml_url": f"https://www.federalregister.gov/documents/full_text/xml/{year}/{month}/{of_month}/{number}.xml",
        "html_url": f"https://www.federalregister.gov/documents/{year}/{month}/{of_month}/{number}/a-notice",
        "publication_date": day,
        "title": f"Notice {number}",
    }


@contextmanager
def _served() -> Iterator[Register]:
    told = Register()

    def answer(path: str) -> tuple[int, str, bytes]:
        told.asked.append(path)
        parts = urlsplit(path)
        if parts.path == "/api/v1/documents.json":
            return 200, "application/json; charset=utf-8", told.page(parse_qs(parts.query))
        number = parts.path.rpartition("/")[2].removesuffix(".xml")
        found = told.texts.get(number)
        return 404 if found is None else 200, "text/xml", found or b""

    with answering(answer) as told.base:
        yield told


@pytest.fixture
def register() -> Iterator[Register]:
    """Return a Register with three documents of one year and one of the next."""
    with _served() as told:
        days = {"2021-00995": "2021-01-15", "2021-10001": "2021-05-12", "2021-10002": "2021-06-16"}
        told.results = [_document(number, day) for number, day in days.items()]
        told.results += [_document("2022-10001", "2022-02-02")]
        told.texts = {str(one["document_number"]): TEXT for one in told.results}
        yield told


def _kept(register: Register, folder: Path) -> BackfillAnswer:
    settings = settings_in(folder.parent / "ledger")
    return keep_notices(settings, "us_bis_entity", folder, YEAR_2021, (register.base, 0.0))


def test_each_document_of_the_years_is_kept_with_an_index(register: Register, tmp_path: Path) -> None:
    """Page by page, oldest first; the address's host is the archive's own, whatever the answer says."""
    answer = _kept(register, tmp_path / "read")
    assert [(one.name, one.outcome) for one in answer.past] == [
        ("2021-00995", "kept"),
        ("2021-10001", "kept"),
        ("2021-10002", "kept"),
    ]
    assert answer.past[0].seen_at == "2021-01-16T04:59:59Z"
    assert (tmp_path / "read" / "2021-05-12_2021-10001.xml").read_bytes() == TEXT
    index = json.loads((tmp_path / "read" / "notices.json").read_text(encoding="utf-8"))
    assert [one["file"] for one in index] == [
        f"{one['publication_date']}_{one['document_number']}.xml" for one in index
    ]
    query = parse_qs(urlsplit(register.asked[0]).query)
    assert query["conditions[agencies][]"] == ["industry-and-security-bureau"]
    assert query["conditions[term]"] == ['"Entity List"']


def test_the_chronicles_acts_that_cite_a_document_are_named(register: Register, tmp_path: Path) -> None:
    """The first document is one that the shipped chronicle knows."""
    _kept(register, tmp_path / "read")
    index = json.loads((tmp_path / "read" / "notices.json").read_text(encoding="utf-8"))
    assert index[0]["acts"]
    assert [one["acts"] for one in index[1:]] == [[], []]


def test_a_second_run_asks_for_no_text_again(register: Register, tmp_path: Path) -> None:
    """One that could not be had is asked for again."""
    text = register.texts.pop("2021-10001")
    assert [one.outcome for one in _kept(register, tmp_path / "read").past] == ["kept", "unavailable", "kept"]
    register.texts["2021-10001"] = text
    register.asked.clear()
    assert [one.outcome for one in _kept(register, tmp_path / "read").past] == ["unchanged", "kept", "unchanged"]
    assert [one for one in register.asked if "/full_text/" in one] == [
        "/documents/full_text/xml/2021/05/12/2021-10001.xml"
    ]


@pytest.mark.parametrize("number", ["../evil", "2021/1", "", ".hidden", "a b"])
def test_a_number_that_is_none_is_no_file_name(register: Register, tmp_path: Path, number: str) -> None:
    register.results = [{**_document("x", "2021-05-12"), "document_number": number}]
    answer = _kept(register, tmp_path / "read")
    assert [one.outcome for one in answer.past] == ["refused"]
    assert [one.name for one in (tmp_path / "read").iterdir()] == ["notices.json"]


def test_a_page_for_people_is_no_text(register: Register, tmp_path: Path) -> None:
    register.texts["2021-10001"] = b"<!DOCTYPE html><html><body>busy</body></html>"
    assert [one.outcome for one in _kept(register, tmp_path / "read").past] == ["kept", "refused", "kept"]


def test_more_than_the_archive_shows_is_refused(register: Register, tmp_path: Path) -> None:
    """A list of documents cut short would pass for a whole one."""
    register.count = 2001
    with pytest.raises(RefusedError, match="more than can be shown"):
        _kept(register, tmp_path / "read")


def test_what_cannot_be_searched_or_written_is_told(register: Register, tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "ledger")
    with pytest.raises(UsageError, match="No documents about ca_sema"):
        keep_notices(settings, "ca_sema", tmp_path, YEAR_2021, (register.base, 0.0))
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UnavailableError, match="cannot be written"):
        _ = _kept(register, tmp_path / "file")
    with pytest.raises(UsageError, match="No public archive of us_ofac_sdn is known"):
        backfilling.of_archive(settings, "us_ofac_sdn", register.base, 0.0)


def test_a_notice_that_is_an_edition_is_seen_by_the_end_of_its_day(register: Register, tmp_path: Path) -> None:
    """Its text is had when it is loaded, and not before."""
    search = Search(register.base, ("defense-department",), ("NOTICE",), "1260H", editions=True)
    ask = Asker(settings_in(tmp_path / "ledger"), register.base, 0.0)
    past = past_notices(search, ask, date(2022, 12, 31))
    assert [(one.name, utc_text(one.seen_at)) for one in past][-1] == ("2022-10001", "2022-02-03T04:59:59Z")
    assert not any("/full_text/" in one for one in register.asked)
    assert [member.data for member in past[-1].load()] == [TEXT]


def test_bounds_are_days_of_publication(register: Register, tmp_path: Path) -> None:
    search = Search(register.base, (), (), "x")
    ask = Asker(settings_in(tmp_path / "ledger"), register.base, 0.0)
    found = find(search, ask, date(2021, 6, 16), date(2022, 2, 2))
    assert [one.document_number for one in found] == ["2021-10002", "2022-10001"]


def test_a_page_of_the_register_is_not_found_in_a_longer_number() -> None:
    """86 FR 48 is not 86 FR 4862."""
    listed = Act("one", ActKind.LISTED, "Listed", "BIS", Moment(date(2021, 1, 15)), "86 FR 4862, FR Doc. 2021-00995")
    day = date(2021, 1, 15)
    told = {
        citation: cited_by(Notice(document_number="x-1", publication_date=day, title="", citation=citation), [listed])
        for citation in ("86 FR 48", "86 FR 4862")
    }
    assert told == {"86 FR 48": (), "86 FR 4862": ("one",)}
    number = Notice(document_number="2021-0099", publication_date=day, title="")
    assert cited_by(number, [listed]) == ()


def test_every_search_asks_one_archive_for_something() -> None:
    assert {one.base for one in searches().values()} == {"https://www.federalregister.gov"}
    assert all(one.agencies and one.types and one.term for one in searches().values())
    assert notices.INDEX.endswith(".json")

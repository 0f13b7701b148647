"""The EU's real files at hand are parts of the list; what is in them is read without an unexplained doubt."""

from pathlib import Path

import pytest

from fasti.model.errors import RefusedError
from fasti.model.listing import ENTRIES
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.offers import find_offers, load
from fasti.sources.reading import read

pytestmark = pytest.mark.realdata

OLD_XML = "2016-02_old_xml/data.xml"
OLD_CSV = "2018-07-04_1000rows/EUSanctionsShort.csv"


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    """Return the folder of the files."""
    return shared / "data" / "format_samples" / "eu_fsf"


def _read(path: Path) -> Draft:
    return read("eu_fsf", load(find_offers("eu_fsf", path)[0]), Memo())


@pytest.fixture(scope="module")
def document(folder: Path) -> Draft:
    """Return the draft of the XML of format 1.0."""
    return _read(folder / OLD_XML)


@pytest.fixture(scope="module")
def table(folder: Path) -> Draft:
    """Return the draft of the CSV of format 1.0, out of the cells that a spreadsheet wrapped its rows in."""
    lines = (folder / OLD_CSV).read_bytes().decode("cp1252").splitlines()
    rows = [line[1:-1].rstrip("\t").replace('""', '"') for line in lines]
    rows[0] = rows[0].replace("Date_filexxxx", "Date_file")
    width = rows[0].count(";")
    whole = [row for row in rows if row.count(";") == width]
    return read("eu_fsf", [RawMember("entries", "unwrapped.csv", ("\n".join(whole) + "\n").encode())], Memo())


def test_the_old_document(document: Draft) -> None:
    """Every entity, no Problem; and held, because it is a part of the list."""
    assert len(document.parts[ENTRIES]) == 595
    assert document.series == "eu_fsf/xml_1_0"
    assert str(document.stated_on) == "2016-02-11"
    assert document.problems == ()
    assert "a part of one" in document.doubts[0]


def test_every_birth_and_document_is_understood(document: Draft) -> None:
    """Dates of every form, documents packed with their type."""
    facts = [fact for one in document.parts[ENTRIES].values() for fact in one.facts]
    assert all(fact.value for fact in facts if fact.what == "birth_date")
    numbers = [one for listing in document.parts[ENTRIES].values() for one in listing.identifiers]
    assert sum(one.scheme == "passport" for one in numbers) == 68
    assert not any("(" in one.value and "-" in one.value.partition("(")[2] for one in numbers)


def test_the_table_as_it_is_is_refused(folder: Path) -> None:
    """A spreadsheet put each row into one cell."""
    with pytest.raises(RefusedError, match="spreadsheet"):
        _read(folder / OLD_CSV)


def test_the_table_unwrapped(table: Draft) -> None:
    """Its only doubt is that letters outside Windows-1252 are lost."""
    assert len(table.parts[ENTRIES]) == 93
    assert str(table.stated_on) == "2018-07-04"
    assert [problem.code for problem in table.problems] == ["lost_letters"]


def test_the_formats_agree(document: Draft, table: Draft) -> None:
    """On the parties that both have, two years apart: number, kind and programme."""
    old, new = document.parts[ENTRIES], table.parts[ENTRIES]
    both = old.keys() & new.keys()
    assert len(both) > 50
    assert all(old[key].kind == new[key].kind for key in both)
    assert all(old[key].memberships == new[key].memberships for key in both)

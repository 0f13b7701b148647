"""The simple CSV form, in and out: one party a row, lists in cells, no formula for a spreadsheet."""

import pytest

from fasti.model.errors import RefusedError
from fasti.model.identity import Identifier, Name, NameKind, PartyKind
from fasti.model.listing import Address, Fact, Listing, Membership
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.ftm.exported import Exported
from fasti.sources.ftm.reader import read_csv
from fasti.sources.ftm.simple import cut, unguarded
from fasti.sources.ftm.simple_writer import COLUMNS, guarded, joined, print_rows, write_row
from tests.unit.sources.ftm.authored import LISTS

LISTING = Listing(
    "ofac:7",
    PartyKind.PERSON,
    (Name("=EXAMPLE; Ivan"), Name("Vanya", NameKind.AKA), Name('The "Skipper"', NameKind.AKA)),
    (Membership("us_ofac_sdn", "SDGT", "SDGT"), Membership("us_ofac_ssi", "X", "X")),
    (Identifier("imo", "9074729"), Identifier("passport", "X1", "Panama")),
    facts=(
        Fact("birth_date", "10 Dec 1948", "1948-12-10"),
        Fact("nationality", "Russia"),
        Fact("phone", "+7 495 1"),
    ),
    addresses=(Address("1 St; 2nd floor", "Omsk", country="Russia"),),
)
ROW = write_row(Exported(LISTING, ("us_ofac_sdn",), "2020-01-02", "2026-03-02"), LISTS)


def _read(text: str) -> Draft:
    return read_csv([RawMember("entries", "targets.simple.csv", text.encode())], Memo())


def test_a_row_says_what_the_form_has_a_column_for() -> None:
    """Joined by semicolons, countries by their letters, the dataset by its title."""
    assert dict(zip(COLUMNS, ROW, strict=True)) == {
        "id": "ofac-7",
        "schema": "Person",
        "name": "'=EXAMPLE; Ivan",
        "aliases": 'Vanya;"The ""Skipper"""',
        "birth_date": "1948-12-10",
        "countries": "ru",
        "addresses": '"1 St; 2nd floor, Omsk, Russia"',
        "identifiers": "IMO9074729;X1",
        "sanctions": "SDGT",
        "phones": "'+7 495 1",
        "emails": "",
        "dataset": LISTS["us_ofac_sdn"].title,
        "first_seen": "2020-01-02",
        "last_seen": "2026-03-02",
        "last_change": "",
    }


def test_a_row_reads_back() -> None:
    """As far as the form goes."""
    (found,) = _read(print_rows([ROW])).parts["entries"].values()
    assert found.key == "ftm:ofac-7"
    assert [name.text for name in found.names] == [name.text for name in LISTING.names]
    assert [one.list for one in found.memberships] == ["us_ofac_sdn"]
    assert found.identifiers == (Identifier("identifier", "X1"), Identifier("imo_company", "9074729"))
    assert found.addresses == (Address(street="1 St; 2nd floor, Omsk, Russia"),)
    assert Fact("birth_date", "1948-12-10", "1948-12-10") in found.facts
    assert Fact("phone", "+7 495 1") in found.facts


@pytest.mark.parametrize("cell", ["=1+1", "+7", "-x", "@x", "\tx", "\rx", "'=x", "'x", "|x", "%x"])
def test_no_cell_is_a_formula(cell: str) -> None:
    """And the apostrophe is gone when it is read."""
    assert guarded(cell)[0] == "'"
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("values", [["a"], ["a", "b"], ["a;b", 'c"d', "e\nf"], ['"'], [";"], ["'"]])
def test_lists_in_cells_come_back(values: list[str]) -> None:
    """Whatever marks they hold."""
    assert cut(joined(values)) == values


def test_an_empty_list_in_quotes_is_empty() -> None:
    """As some tools write it."""
    assert cut('""') == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a,b,c\n1,2,3\n", "another document: its heading lacks id, schema, name"),
        ("id,schema,name,name\n", "names a column twice"),
        ("id,schema,name\n", "holds no entries"),
        ("id,schema,name\na,Person,A", "cut short: its last line does not end"),
        ("id,schema,name\na,Person\n", "cut short or malformed in line 2"),
        ('id,schema,name\na,Person,"A\n', "cut short or malformed"),
        ("id,schema,name\n ,Person,A\n", "the row has no id"),
        ("id,schema,name\na,Person,A\na,Person,B\n", "ftm:a stands in it twice and differs"),
    ],
)
def test_what_is_no_such_file_is_refused(text: str, why: str) -> None:
    """With the line, where there is one."""
    with pytest.raises(RefusedError, match=why):
        _read(text)


def test_bytes_that_are_no_text_are_refused() -> None:
    """The form is UTF-8."""
    with pytest.raises(RefusedError, match="no UTF-8"):
        read_csv([RawMember("entries", "x.csv", b"id,schema,name\na,Person,\xff\n")], Memo())


def test_what_is_unknown_is_told() -> None:
    """Columns, schemata, datasets, and an entry without a name."""
    draft = _read("id,schema,name,mood,dataset\na,Martian,,good,Atlantis\n")
    assert [one.code for one in draft.problems] == ["no_name", "unknown_dataset", "unknown_field", "unknown_schema"]

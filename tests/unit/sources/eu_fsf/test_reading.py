"""The EU's list: dates kept apart, names graded, codes that are not known, what a spreadsheet does to a file."""

import pytest

from fasti.model.errors import RefusedError
from fasti.model.identity import Identifier, Quality
from fasti.model.listing import ENTRIES
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.reading import read
from tests.golden.sources.editions import primary


def _read(data: bytes) -> Draft:
    return read("eu_fsf", [RawMember("entries", "list", data)], Memo())


def _xml(known: bytes = b"", other: bytes = b"") -> Draft:
    data = primary("eu_fsf", "xml").data
    return _read(data.replace(known, other) if known else data)


def test_dates_are_kept_apart() -> None:
    """None of them says when the entry came on the list."""
    stated = _xml().parts[ENTRIES]["eu:901"].stated
    assert {(one.what, one.on, one.basis) for one in stated} == {
        ("designation", "2012-03-04", ""),
        ("publication", "2018-02-16", "TAQA"),
        ("entry_into_force", "2018-02-17", "TAQA"),
        ("publication", "2020-05-01", "SYR"),
        ("entry_into_force", "2020-05-02", "SYR"),
        ("first_cited_act", "2012-03-20", ""),
    }


def test_a_date_of_delisting_ends_the_listing() -> None:
    """On its day."""
    draft = _xml(b'designationDate="2012-03-04"', b'delistingDate="2026-09-30"')
    assert ("ended", "2026-09-30") in {(one.what, one.on) for one in draft.parts[ENTRIES]["eu:901"].stated}


def test_the_first_strong_name_is_shown() -> None:
    """Though a weak one stands before it."""
    names = _xml().parts[ENTRIES]["eu:901"].names
    assert [(name.text, name.quality) for name in names] == [
        ("Ada Norvik Esterli", Quality.STRONG),
        ("The Cartographer", Quality.WEAK),
        ("Ада Эстерли", Quality.STRONG),
    ]


def test_a_low_quality_alias_is_weak_whatever_its_flag_says() -> None:
    """The remark is the act's own word."""
    names = _xml(b'strong="false"', b'strong="true"').parts[ENTRIES]["eu:901"].names
    assert {name.text for name in names if name.quality is Quality.WEAK} == {"The Cartographer"}


def test_where_no_name_is_strong_the_first_is_shown() -> None:
    """And stays weak."""
    names = _xml(b'strong="true"', b'strong="false"').parts[ENTRIES]["eu:902"].names
    assert [name.quality for name in names] == [Quality.WEAK]


def test_only_a_valid_imo_number_is_one_of_a_ship() -> None:
    """Enterprises can be ships."""
    identifiers = _xml().parts[ENTRIES]["eu:902"].identifiers
    assert Identifier("imo", "9000003") in identifiers
    assert Identifier("imo_company", "1234568", "NORVIK") in identifiers


@pytest.mark.parametrize(
    ("known", "other", "code"),
    [
        (b'programme="SYR"', b'programme="ATL"', "unknown_tag"),
        (b'code="enterprise"', b'code="vessel"', "unknown_kind"),
        (b'gender="F"', b'gender="X"', "unknown_gender"),
        (b'strong="false"', b'strong="rather"', "unknown_alias_type"),
        (b'identificationTypeCode="id"', b'identificationTypeCode="librarycard"', "unknown_identification"),
        (b'entryIntoForceDate="2018-02-17"', b'entryIntoForceDate="soon"', "unread_date"),
        (b'calendarType="GREGORIAN" city="Port Selm"', b'calendarType="ISLAMIC" city="Port Selm"', "unread_date"),
        (b'asAtListingTime="true"', b'asAtTeaTime="true"', "unknown_field"),
        (b"fpi/fsd/export", b"fpi/fsd/export2", "unknown_namespace"),
        (b"2026-10-01T17:00:34.049+02:00", b"today", "no_publish_date"),
    ],
)
def test_what_is_not_known_is_a_problem(known: bytes, other: bytes, code: str) -> None:
    """The entity stays on the list."""
    draft = _xml(known, other)
    assert code in {problem.code for problem in draft.problems}
    assert all(listing.memberships for listing in draft.parts[ENTRIES].values())


def test_the_time_of_making_is_in_no_listing() -> None:
    """A file made anew says the same."""
    anew = _xml(b"2026-10-01T17:00:34.049+02:00", b"2026-10-02T17:00:34.049+02:00")
    assert anew.parts == _xml().parts
    table = primary("eu_fsf", "csv").data
    assert _read(table.replace(b"28/10/2019", b"29/10/2019")).parts == _read(table).parts


def test_rows_that_disagree_on_the_day_are_a_problem() -> None:
    """The newest is taken."""
    draft = _read(primary("eu_fsf", "csv").data.replace(b"28/10/2019", b"29/10/2019", 1))
    assert [problem.code for problem in draft.problems] == ["no_publish_date"]


def test_a_table_in_which_each_row_is_one_cell_is_refused() -> None:
    """A spreadsheet saved it."""
    lines = primary("eu_fsf", "csv_1_0").data.decode().splitlines()
    wrapped = "\n".join(f'"{line}\t\t"' for line in lines) + "\n"
    with pytest.raises(RefusedError, match="spreadsheet"):
        _read(wrapped.encode())


def test_lost_letters_are_a_problem() -> None:
    """Question marks are no name."""
    draft = _read(primary("eu_fsf", "csv").data.replace("Ада".encode(), b"???"))
    assert [problem.code for problem in draft.problems] == ["lost_letters"]


def test_the_formats_agree_on_who_is_listed() -> None:
    """By the same numbers, under the same programmes."""
    for form in ("csv", "csv_1_0", "xml_1_0"):
        entries = _read(primary("eu_fsf", form).data).parts[ENTRIES]
        assert {key: one.caption for key, one in entries.items()} == {
            "eu:901": "Ada Norvik Esterli",
            "eu:902": "Quay Lantern Company",
        }

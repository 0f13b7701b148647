"""The list that an entry names decides; its programmes give the basis, or the list where the name tells none."""

from fasti.model.listing import Fact, Membership, StatedDate
from fasti.sources.description import describe
from fasti.sources.ofac.advanced_lists import LABEL, Placed, place
from fasti.sources.ofac.advanced_raw import RawEntry, RawEvent, RawMeasure
from fasti.sources.ofac.statements import Directive

SDN, CONS = describe("us_ofac_sdn"), describe("us_ofac_cons")


def _entry(name: str, *tags: str, kind: str = "Created", on: str = "2022-02-24") -> RawEntry:
    measures = tuple(RawMeasure("Program", tag, "") for tag in tags)
    return RawEntry(name, (RawEvent(kind, on, "", ""),), measures, "")


def _codes(placed: Placed) -> list[str]:
    return [note.code for note in placed.assigned.notes]


def test_programmes_are_the_bases_on_the_named_list() -> None:
    """And the entry's own date is the date of the listing there."""
    placed = place([_entry("SDN List", "SDGT", "IFSR")], (), SDN)
    assert placed.assigned.memberships == (
        Membership("us_ofac_sdn", "IFSR", "IFSR"),
        Membership("us_ofac_sdn", "SDGT", "SDGT"),
    )
    assert placed.stated == (StatedDate("listing", "2022-02-24", "us_ofac_sdn", LABEL),)
    assert _codes(placed) == []


def test_a_directive_makes_a_basis_of_its_own() -> None:
    """As in the other formats."""
    entry = _entry("Sectoral Sanctions Identifications List", "UKRAINE-EO13662")
    placed = place([entry], [Directive("13662", "2")], CONS)
    assert placed.assigned.memberships == (Membership("us_ofac_ssi", "UKRAINE-EO13662/2", "UKRAINE-EO13662"),)


def test_a_named_list_needs_no_directive() -> None:
    """Where the programme alone would not tell which list is meant."""
    placed = place([_entry("CAPTA List", "RUSSIA-EO14024")], (), CONS)
    assert placed.assigned.memberships == (Membership("us_ofac_capta", "RUSSIA-EO14024", "RUSSIA-EO14024"),)
    assert placed.assigned.facts == ()
    assert _codes(placed) == []


def test_the_name_of_the_whole_publication_tells_no_list() -> None:
    """Nor does the date of such an entry date a listing; it stays as a fact."""
    placed = place([_entry("Consolidated List", "NS-PLC")], (), CONS)
    assert placed.assigned.memberships == (Membership("us_ofac_plc", "NS-PLC", "NS-PLC"),)
    assert placed.stated == ()
    assert Fact("entry_event", "Created 2022-02-24; Consolidated List", "2022-02-24") in placed.assigned.facts


def test_another_list_is_no_place_here() -> None:
    """It is kept as a fact."""
    placed = place([_entry("CAPTA List", "RUSSIA-EO14024"), _entry("SDN List", "SDGT")], (), SDN)
    assert placed.assigned.memberships == (Membership("us_ofac_sdn", "SDGT", "SDGT"),)
    assert Fact("other_list", "CAPTA List") in placed.assigned.facts
    assert Fact("other_tag", "RUSSIA-EO14024") in placed.assigned.facts
    assert _codes(placed) == []


def test_a_party_of_other_lists_alone_betrays_another_file() -> None:
    """The same code as in the other formats, by which the gate refuses it."""
    assert _codes(place([_entry("CAPTA List", "RUSSIA-EO14024")], (), SDN)) == ["foreign_tags"]


def test_an_unknown_name_is_told_and_the_programmes_decide() -> None:
    """No list is made up."""
    placed = place([_entry("Brand-New List", "CMIC-EO13959")], (), CONS)
    assert [one.list for one in placed.assigned.memberships] == ["us_ofac_ns_cmic"]
    assert _codes(placed) == ["unknown_list_name"]
    assert placed.stated == ()


def test_an_unknown_programme_is_told() -> None:
    """The SDN file keeps the party on its list all the same."""
    placed = place([_entry("SDN List", "BRAND-NEW")], (), SDN)
    assert placed.assigned.memberships == (Membership("us_ofac_sdn", "BRAND-NEW", "BRAND-NEW"),)
    assert _codes(placed) == ["unknown_tag"]


def test_an_unknown_event_is_told_and_dates_nothing() -> None:
    """Only being put on a list is a listing."""
    placed = place([_entry("SDN List", "SDGT", kind="Amended")], (), SDN)
    assert placed.stated == ()
    assert Fact("entry_event", "Amended 2022-02-24; SDN List", "2022-02-24") in placed.assigned.facts
    assert _codes(placed) == ["unknown_entry_event"]


def test_a_date_that_is_no_day_dates_nothing() -> None:
    """It stays as far as it is said."""
    placed = place([_entry("SDN List", "SDGT", on="2022")], (), SDN)
    assert placed.stated == ()
    assert Fact("entry_event", "Created 2022; SDN List", "2022") in placed.assigned.facts


def test_a_party_without_an_entry_is_told() -> None:
    """The file lists nobody without one."""
    assert _codes(place([], (), SDN)) == ["entry_without_list"]


def test_measures_and_legal_bases_stay() -> None:
    """Beside the programmes."""
    measures = (RawMeasure("Block", "", ""), RawMeasure("Program", "SDGT", "2022 to 2024"))
    event = RawEvent("Created", "2022-02-24", "Executive Order 13224 (Terrorism)", "by the Secretary")
    placed = place([RawEntry("SDN List", (event,), measures, "whole")], (), SDN)
    assert placed.assigned.facts == (
        Fact("entry_comment", "by the Secretary"),
        Fact("entry_comment", "whole"),
        Fact("legal_basis", "Executive Order 13224 (Terrorism)"),
        Fact("measure", "Block"),
        Fact("measure", "Program; SDGT; 2022 to 2024"),
    )

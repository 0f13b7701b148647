"""Which lists the tags of an entry stand for: by tag and directive, many to many, and never by guess."""

import pytest

from fasti.model.listing import Fact, Membership
from fasti.sources.description import describe
from fasti.sources.ofac.statements import Directive
from fasti.sources.ofac.tags import assign

CONS = describe("us_ofac_cons")
SDN = describe("us_ofac_sdn")


@pytest.mark.parametrize(
    ("tags", "directives", "lists"),
    [
        (["UKRAINE-EO13662"], ["13662/1"], ["us_ofac_ssi UKRAINE-EO13662/1"]),
        (
            ["UKRAINE-EO13662"],
            ["13662/2", "13662/4"],
            ["us_ofac_ssi UKRAINE-EO13662/2", "us_ofac_ssi UKRAINE-EO13662/4"],
        ),
        (
            ["UKRAINE-EO13662", "RUSSIA-EO14024"],
            ["13662/1", "14024/2", "14024/3"],
            ["us_ofac_capta RUSSIA-EO14024/2", "us_ofac_mbs RUSSIA-EO14024/3", "us_ofac_ssi UKRAINE-EO13662/1"],
        ),
        (
            ["RUSSIA-EO14024"],
            ["14024/1a", "14024/4"],
            ["us_ofac_mbs RUSSIA-EO14024/1a", "us_ofac_mbs RUSSIA-EO14024/4"],
        ),
        (["BURMA-EO14014"], ["14014/1"], ["us_ofac_mbs BURMA-EO14014/1"]),
        (["ILLICIT-DRUGS-EO14059"], ["14059/"], ["us_ofac_mbs ILLICIT-DRUGS-EO14059"]),
        (["CAATSA - RUSSIA"], [], ["us_ofac_mbs CAATSA - RUSSIA"]),
        (["CMIC-EO"], [], ["us_ofac_ns_cmic CMIC-EO13959"]),
        (["CCMC-EO13959"], [], ["us_ofac_ns_ccmc CCMC-EO13959"]),
        (["561List"], [], ["us_ofac_561 561-Related"]),
        (["561-Related"], [], ["us_ofac_capta 561-Related"]),
        (["SDGT", "NS-PLC"], [], ["us_ofac_plc NS-PLC"]),
        (["SYRIA", "FSE-SY"], [], ["us_ofac_fse FSE-SY"]),
    ],
)
def test_the_lists_of_a_consolidated_entry(tags: list[str], directives: list[str], lists: list[str]) -> None:
    """Tags of its place on the SDN List give none, and raise no doubt."""
    assigned = assign(tags, _directives(directives), CONS)
    assert [f"{one.list} {one.basis}" for one in assigned.memberships] == lists
    assert assigned.notes == ()


@pytest.mark.parametrize(
    ("tags", "directives", "bases"),
    [
        (["SDGT", "IFSR"], [], ["IFSR", "SDGT"]),
        (["UKRAINE-EO13662"], [], ["UKRAINE-EO13662"]),
        (["UKRAINE-EO13662", "RUSSIA-EO14024"], ["13662/1"], ["RUSSIA-EO14024"]),
        (["UKRAINE-EO13662"], ["13662/1"], ["UKRAINE-EO13662"]),
        (["SDGT", "NS-PLC"], [], ["SDGT"]),
        (["BELARUS-EO"], [], ["BELARUS-EO14038"]),
    ],
)
def test_the_bases_of_an_sdn_entry(tags: list[str], directives: list[str], bases: list[str]) -> None:
    """Beside a directive the tag of EO 13662 is the SSI List's, unless nothing else put the party here."""
    assigned = assign(tags, _directives(directives), SDN)
    assert [one.basis for one in assigned.memberships] == bases
    assert {one.list for one in assigned.memberships} == {"us_ofac_sdn"}
    assert assigned.notes == ()


def test_a_renamed_tag_goes_by_its_present_name() -> None:
    """So that a renaming changes no listing; a tag that gives no membership is kept as a fact."""
    assigned = assign(["CMIC-EO", "SYRIA"], [], CONS)
    assert assigned.memberships == (Membership("us_ofac_ns_cmic", "CMIC-EO13959", "CMIC-EO13959"),)
    assert assigned.facts == (Fact("other_tag", "SYRIA"),)


@pytest.mark.parametrize(
    ("tags", "codes"),
    [
        (["BRAND-NEW"], ["unknown_tag"]),
        (["UKRAINE-EO13662"], ["unmapped_tag"]),
        (["SYRIA"], ["entry_without_list"]),
        (["IRAN"], ["list_not_held"]),
    ],
)
def test_a_consolidated_tag_is_never_guessed(tags: list[str], codes: list[str]) -> None:
    """No membership, and the reason why."""
    assigned = assign(tags, [], CONS)
    assert assigned.memberships == ()
    assert [note.code for note in assigned.notes] == codes
    assert assigned.facts == (Fact("other_tag", tags[0]),)


@pytest.mark.parametrize(
    ("tags", "codes"), [(["BRAND-NEW"], ["unknown_tag"]), (["NS-PLC"], ["foreign_tags"]), ([], [])]
)
def test_nobody_in_the_sdn_file_is_off_the_list(tags: list[str], codes: list[str]) -> None:
    """The file is the list; a tag that is new is told, and blocks all the same."""
    assigned = assign(tags, [], SDN)
    assert [one.list for one in assigned.memberships] == ["us_ofac_sdn"]
    assert [note.code for note in assigned.notes] == codes


def _directives(names: list[str]) -> list[Directive]:
    return [Directive(*name.split("/")) for name in names]

"""The authored editions under this folder: the official formats, with parties that do not exist."""

from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path

from fasti.sources.description import describe
from fasti.sources.drafting import RawMember

FOLDER = Path(__file__).parent

EDITIONS = (
    ("au_dfat", "csv"),
    ("ca_sema", "xml"),
    ("ch_seco", "xml"),
    ("eu_fsf", "csv"),
    ("eu_fsf", "csv_1_0"),
    ("eu_fsf", "xml"),
    ("eu_fsf", "xml_1_0"),
    ("ftm", "csv"),
    ("ftm", "json"),
    ("gb_conlist", "csv"),
    ("gb_conlist", "csv_2022"),
    ("gb_uksl", "csv"),
    ("gb_uksl", "xml"),
    ("un_sc", "xml"),
    ("us_bis_dpl", "txt"),
    ("us_bis_entity", "csv"),
    ("us_bis_entity", "xml"),
    ("us_bis_meu", "csv"),
    ("us_bis_meu", "xml"),
    ("us_bis_uvl", "csv"),
    ("us_bis_uvl", "xml"),
    ("us_dhs_uflpa", "html"),
    ("us_dhs_uflpa", "xml"),
    ("us_dod_1260h", "html"),
    ("us_dod_1260h", "xml"),
    ("us_fcc_covered", "html"),
    ("us_ndaa_889", "html"),
    ("us_ofac_cons", "advanced"),
    ("us_ofac_cons", "csv"),
    ("us_ofac_cons", "xml"),
    ("us_ofac_sdn", "advanced"),
    ("us_ofac_sdn", "csv"),
    ("us_ofac_sdn", "xml"),
    ("us_state_dtc", "csv"),
    ("us_state_isn", "csv"),
    ("us_trade_csl", "csv"),
    ("us_trade_csl", "json"),
)
"""Source and format of each edition; it has every member file of the format."""

PARTS = frozenset(
    {
        "au_dfat",
        "eu_fsf",
        "gb_conlist",
        "gb_uksl",
        "us_bis_dpl",
        "us_bis_entity",
        "us_bis_meu",
        "us_bis_uvl",
        "us_state_dtc",
        "us_state_isn",
        "us_trade_csl",
    }
)
"""Sources whose authored editions are held, because they have fewer entries than any whole one."""

LINES = frozenset({"ftm"})
"""Sources of any number of lines: where one ends, the file may end; nothing in it says how many there should be."""


def members(source_id: str, form: str) -> tuple[RawMember, ...]:
    """Return the files of an authored edition, the primary one first."""
    names = describe(source_id).members[form]
    return tuple(RawMember(role, name, (FOLDER / source_id / name).read_bytes()) for name, role in names.items())


def primary(source_id: str, form: str) -> RawMember:
    """Return the primary file of an authored edition."""
    return members(source_id, form)[0]


def plain(value: object) -> object:
    """Return a value as JSON has it; fields that say nothing are left out."""
    if is_dataclass(value):
        found = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return {name: one for name, one in found.items() if one not in ("", [], None)}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value.value if isinstance(value, StrEnum) else value

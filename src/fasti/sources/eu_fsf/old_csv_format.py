"""Take the EU's list apart in its CSV format 1.0, whose columns hold what the XML of format 1.0 has.

Source: the heading of `csvFullSanctionsList`. It names the column of the entity's number once before each block.
"""

from fasti.sources.description import Description
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.eu_fsf.packed import unpacked
from fasti.sources.eu_fsf.record import REMARK
from fasti.sources.eu_fsf.rows import Layout, Part, columns_of, read_rows
from fasti.sources.records.editions import Format

_DATED = "Date_file"
_KEY = "Entity_logical_id"
_SUBJECT = "Subject_type"
_HEAD = {"EU_ref_num": "euReferenceNumber", "Entity_remark": REMARK}
_ACT = {
    "Leba_numtitle": "numberTitle",
    "Leba_publication_date": "publicationDate",
    "Leba_url": "publicationUrl",
    "Programme": "programme",
}
_NAMES = {
    "Naal": {
        "Naal_lastname": "lastName",
        "Naal_firstname": "firstName",
        "Naal_middlename": "middleName",
        "Naal_wholename": "wholeName",
        "Naal_gender": "gender",
        "Naal_title": "title",
        "Naal_function": "function",
        "Naal_language": "nameLanguage",
    },
    "Addr": {
        "Addr_number": "poBox",
        "Addr_street": "street",
        "Addr_zipcode": "zipCode",
        "Addr_city": "city",
        "Addr_country": "countryDescription",
        "Addr_other": "contactInfo",
    },
    "Birt": {"Birt_date": "birthdate", "Birt_place": "city", "Birt_country": "countryDescription"},
    "Iden": {"Iden_number": "number", "Iden_country": "countryDescription"},
    "Citi": {"Citi_country": "countryDescription"},
}
_BLOCKS = {
    "Naal": "nameAlias",
    "Addr": "address",
    "Birt": "birthdate",
    "Iden": "identification",
    "Citi": "citizenship",
}


def read_old_csv(source: Description, member: RawMember, memo: Memo) -> Draft:
    """Return the draft of one edition.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    return read_rows(LAYOUT, source, member, memo)


_PARTS = tuple(
    Part(_BLOCKS[prefix], f"{prefix}_logical_id", columns | {f"{prefix}_leba_publication_date": "citedOn"})
    for prefix, columns in _NAMES.items()
)
LAYOUT = Layout(
    form=Format("csv_1_0", "1", columns_of(_DATED, _KEY, _SUBJECT, (_HEAD, _ACT, *(part.columns for part in _PARTS)))),
    dated=_DATED,
    key=_KEY,
    subject=_SUBJECT,
    head=_HEAD,
    act=_ACT,
    parts=_PARTS,
    unpack=unpacked,
)

"""Take the EU's list apart in its CSV format 1.1, whose columns are named after the attributes of the XML.

Source: the heading of `csvFullSanctionsList_1_1`. Earlier files have no column that grades names.
"""

from fasti.sources.description import Description
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.eu_fsf.record import REMARK
from fasti.sources.eu_fsf.rows import Layout, Part, columns_of, read_rows
from fasti.sources.records.editions import Format

_DATED = "fileGenerationDate"
_KEY = "Entity_LogicalId"
_SUBJECT = "Entity_SubjectType_ClassificationCode"
_HEAD = {
    "Entity_EU_ReferenceNumber": "euReferenceNumber",
    "Entity_UnitedNationId": "unitedNationId",
    "Entity_DesignationDate": "designationDate",
    "Entity_DesignationDetails": "designationDetails",
    "Entity_Remark": REMARK,
}
_ACT = {
    "Entity_Regulation_Type": "regulationType",
    "Entity_Regulation_OrganisationType": "organisationType",
    "Entity_Regulation_PublicationDate": "publicationDate",
    "Entity_Regulation_EntryIntoForceDate": "entryIntoForceDate",
    "Entity_Regulation_NumberTitle": "numberTitle",
    "Entity_Regulation_Programme": "programme",
    "Entity_Regulation_PublicationUrl": "publicationUrl",
}
_NAMES = {
    "NameAlias": "LastName FirstName MiddleName WholeName NameLanguage Gender Title Function Strong",
    "Address": "City Street PoBox ZipCode Region Place AsAtListingTime ContactInfo CountryDescription",
    "BirthDate": "BirthDate Day Month Year YearRangeFrom YearRangeTo Circa CalendarType ZipCode Region Place City "
    "CountryDescription",
    "Identification": "Number Diplomatic KnownExpired KnownFalse ReportedLost RevokedByIssuer IssuedBy IssuedDate "
    "ValidFrom ValidTo LatinNumber NameOnDocument TypeCode TypeDescription Region CountryDescription",
    "Citizenship": "Region CountryIso2Code CountryDescription",
}
"""First word of the columns of each block, and the second words of those that are used."""

_BLOCKS = {"BirthDate": "birthdate"}
_OTHERWISE = {
    ("BirthDate", "BirthDate"): "birthdate",
    ("BirthDate", "Day"): "dayOfMonth",
    ("BirthDate", "Month"): "monthOfYear",
    ("Identification", "IssuedDate"): "issueDate",
    ("Identification", "TypeCode"): "identificationTypeCode",
    ("Identification", "TypeDescription"): "identificationTypeDescription",
}
"""Columns that are not named after the attribute that they hold."""


def read_csv(source: Description, member: RawMember, memo: Memo) -> Draft:
    """Return the draft of one edition.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    return read_rows(LAYOUT, source, member, memo)


def _part(prefix: str) -> Part:
    columns = {f"{prefix}_{name}": _OTHERWISE.get((prefix, name), _lower(name)) for name in _NAMES[prefix].split()}
    columns |= {f"{prefix}_Remark": REMARK, f"{prefix}_Regulation_PublicationDate": "citedOn"}
    return Part(_BLOCKS.get(prefix, _lower(prefix)), f"{prefix}_LogicalId", columns)


def _lower(name: str) -> str:
    return name[0].lower() + name[1:]


_PARTS = tuple(_part(prefix) for prefix in _NAMES)
LAYOUT = Layout(
    form=Format("csv", "1", columns_of(_DATED, _KEY, _SUBJECT, (_HEAD, _ACT, *(part.columns for part in _PARTS)))),
    dated=_DATED,
    key=_KEY,
    subject=_SUBJECT,
    head=_HEAD,
    act=_ACT,
    parts=_PARTS,
)

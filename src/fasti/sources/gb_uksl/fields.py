"""The fields of the UK Sanctions List, by their places in its XML and by their columns in its CSV.

Source: FCDO, *UK Sanctions List: change to the list's format* (February 2022), and the files' own headings.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from fasti.sources.gb.measures import INDICATORS


class Field(NamedTuple):
    """One field.

    Attributes:
        block: What it belongs to; fields of one block that stand together make one record.
        path: Path of its element below `Designation`; empty where the XML does not have it.
        column: Its column; empty where the CSV does not have it.
    """

    block: str
    path: str
    column: str

    @property
    def tag(self) -> str:
        """Its name within its block."""
        return self.path.rpartition("/")[2] or self.column


@dataclass(frozen=True, slots=True)
class Record:
    """One designation, whatever the format.

    Attributes:
        number: The publisher's unique id.
        blocks: Block to its records, each a name and text of fields; empty texts are left out.
    """

    number: str
    blocks: Mapping[str, tuple[Mapping[str, str], ...]]

    def head(self, tag: str) -> str:
        """Return a field of which a designation has one; several that differ, one to a line."""
        return "\n".join(dict.fromkeys(one[tag] for one in self.blocks.get("head", ()) if tag in one))

    def each(self, block: str) -> tuple[Mapping[str, str], ...]:
        """Return the records of a block, in file order."""
        return self.blocks.get(block, ())


_PERSON = "IndividualDetails/Individual"
_ENTITY = "EntityDetails/Entity"
_SHIP = "ShipDetails/Ship"
_NAME = "Names/Name"
_SCRIPT = "NonLatinNames/NonLatinName"
_ADDRESS = "Addresses/Address"
_PASSPORT = f"{_PERSON}/PassportDetails/Passport"
_NATIONAL = f"{_PERSON}/NationalIdentifierDetails/NationalIdentifier"
_BIRTH = f"{_PERSON}/BirthDetails/Location"

FIELDS = (
    Field("head", "LastUpdated", "Last Updated"),
    Field("head", "UniqueID", "Unique ID"),
    Field("head", "OFSIGroupID", "OFSI Group ID"),
    Field("head", "UNReferenceNumber", "UN Reference Number"),
    Field("name", f"{_NAME}/Name6", "Name 6"),
    Field("name", f"{_NAME}/Name1", "Name 1"),
    Field("name", f"{_NAME}/Name2", "Name 2"),
    Field("name", f"{_NAME}/Name3", "Name 3"),
    Field("name", f"{_NAME}/Name4", "Name 4"),
    Field("name", f"{_NAME}/Name5", "Name 5"),
    Field("name", f"{_NAME}/NameType", "Name type"),
    Field("name", f"{_NAME}/AliasStrength", "Alias strength"),
    Field("title", "Titles/Title", "Title"),
    Field("script", f"{_SCRIPT}/NameNonLatinScript", "Name non-latin script"),
    Field("script", f"{_SCRIPT}/NonLatinScriptType", "Non-latin script type"),
    Field("script", f"{_SCRIPT}/NonLatinScriptLanguage", "Non-latin script language"),
    Field("head", "RegimeName", "Regime Name"),
    Field("head", "IndividualEntityShip", "Designation Type"),
    Field("head", "DesignationSource", "Designation source"),
    Field("head", "SanctionsImposed", "Sanctions Imposed"),
    Field("head", "OtherInformation", "Other Information"),
    Field("head", "UKStatementofReasons", "UK Statement of Reasons"),
    Field("address", f"{_ADDRESS}/AddressLine1", "Address Line 1"),
    Field("address", f"{_ADDRESS}/AddressLine2", "Address Line 2"),
    Field("address", f"{_ADDRESS}/AddressLine3", "Address Line 3"),
    Field("address", f"{_ADDRESS}/AddressLine4", "Address Line 4"),
    Field("address", f"{_ADDRESS}/AddressLine5", "Address Line 5"),
    Field("address", f"{_ADDRESS}/AddressLine6", "Address Line 6"),
    Field("address", f"{_ADDRESS}/AddressPostalCode", "Address Postal Code"),
    Field("address", f"{_ADDRESS}/AddressCountry", "Address Country"),
    Field("phone", "PhoneNumbers/PhoneNumber", "Phone number"),
    Field("website", "Websites/Website", "Website"),
    Field("email", "EmailAddresses/EmailAddress", "Email address"),
    Field("head", "DateDesignated", "Date Designated"),
    Field("birth_date", f"{_PERSON}/DOBs/DOB", "D.O.B"),
    Field("nationality", f"{_PERSON}/Nationalities/Nationality", "Nationality(/ies)"),
    Field("national_id", f"{_NATIONAL}/NationalIdentifierNumber", "National Identifier number"),
    Field(
        "national_id",
        f"{_NATIONAL}/NationalIdentifierAdditionalInformation",
        "National Identifier additional information",
    ),
    Field("passport", f"{_PASSPORT}/PassportNumber", "Passport number"),
    Field("passport", f"{_PASSPORT}/PassportAdditionalInformation", "Passport additional information"),
    Field("position", f"{_PERSON}/Positions/Position", "Position"),
    Field("gender", f"{_PERSON}/Genders/Gender", "Gender"),
    Field("birth_place", f"{_BIRTH}/TownOfBirth", "Town of birth"),
    Field("birth_place", f"{_BIRTH}/CountryOfBirth", "Country of birth"),
    Field("organization_type", f"{_ENTITY}/TypeOfEntities/TypeOfEntity", "Type of entity"),
    Field("subsidiary", f"{_ENTITY}/Subsidiaries/Subsidiary", "Subsidiaries"),
    Field("parent_company", f"{_ENTITY}/ParentCompanies/ParentCompany", "Parent company"),
    Field(
        "registration",
        f"{_ENTITY}/BusinessRegistrationNumbers/BusinessRegistrationNumber",
        "Business registration number (s)",
    ),
    Field("imo", f"{_SHIP}/IMONumbers/IMONumber", "IMO number"),
    Field("vessel_owner", f"{_SHIP}/CurrentOwnerOperators/CurrentOwnerOperator", "Current owner/operator (s)"),
    Field(
        "former_vessel_owner", f"{_SHIP}/PreviousOwnerOperators/PreviousOwnerOperator", "Previous owner/operator (s)"
    ),
    Field("flag", f"{_SHIP}/CurrentBelievedFlagOfShips/CurrentBelievedFlagOfShip", "Current believed flag of ship"),
    Field("former_flag", f"{_SHIP}/PreviousFlags/PreviousFlag", "Previous flags"),
    Field("vessel_type", f"{_SHIP}/TypeOfShipDetails/TypeOfShip", "Type of ship"),
    Field("tonnage", f"{_SHIP}/TonnageOfShipDetails/TonnageOfShip", "Tonnage of ship"),
    Field("length", f"{_SHIP}/LengthOfShipDetails/LengthOfShip", "Length of ship"),
    Field("built_on", f"{_SHIP}/YearsBuilt/YearBuilt", "Year Built"),
    Field("hull_number", "", "Hull identification number (HIN)"),
    *(Field("indicator", f"SanctionsImposedIndicators/{name}", "") for name in INDICATORS),
)  # fmt: skip

PATHS = tuple(field.path for field in FIELDS if field.path)
COLUMNS = tuple(field.column for field in FIELDS if field.column)

"""The fields of OFAC's advanced format: which are read, and which of a file's are neither read nor known."""

from collections.abc import Collection
from dataclasses import dataclass, field

from lxml.etree import QName, _Element

SETS = (
    "AliasType",
    "AreaCode",
    "Country",
    "DetailReference",
    "EntryEventType",
    "FeatureType",
    "IDRegDocDateType",
    "IDRegDocType",
    "LegalBasis",
    "List",
    "LocPartType",
    "NamePartType",
    "PartySubType",
    "PartyType",
    "RelationQuality",
    "RelationType",
    "Reliability",
    "SanctionsType",
    "Script",
    "Validity",
)
"""Reference value sets whose values go into listings."""

USED = (
    "DateOfIssue/Year",
    "DateOfIssue/Month",
    "DateOfIssue/Day",
    *(f"ReferenceValueSets/{name}Values" for name in SETS),
    "DistinctParty/@FixedRef",
    "DistinctParty/Comment",
    "DistinctParty/Profile",
    "Profile/@ID",
    "Profile/@PartySubTypeID",
    "Profile/Comment",
    "Profile/Identity",
    "Profile/Feature",
    "Identity/@ID",
    "Identity/@Primary",
    "Identity/@False",
    "Identity/Comment",
    "Identity/Alias",
    "Identity/NamePartGroups",
    "NamePartGroups/MasterNamePartGroup",
    "MasterNamePartGroup/NamePartGroup",
    "NamePartGroup/@ID",
    "NamePartGroup/@NamePartTypeID",
    "Alias/@AliasTypeID",
    "Alias/@Primary",
    "Alias/@LowQuality",
    "Alias/Comment",
    "Alias/DocumentedName",
    "DocumentedName/Comment",
    "DocumentedName/DocumentedNamePart",
    "DocumentedNamePart/@LeadingChars",
    "DocumentedNamePart/@TrailingChars",
    "DocumentedNamePart/NamePartValue",
    "NamePartValue/@NamePartGroupID",
    "NamePartValue/@ScriptID",
    "Feature/@FeatureTypeID",
    "Feature/FeatureVersion",
    "FeatureVersion/@ReliabilityID",
    "FeatureVersion/Comment",
    "FeatureVersion/DatePeriod",
    "FeatureVersion/VersionDetail",
    "FeatureVersion/VersionLocation",
    "VersionDetail/@DetailReferenceID",
    "VersionLocation/@LocationID",
    "Location/@ID",
    "Location/LocationAreaCode",
    "Location/LocationCountry",
    "Location/LocationPart",
    "LocationAreaCode/@AreaCodeID",
    "LocationCountry/@CountryID",
    "LocationPart/@LocPartTypeID",
    "LocationPart/LocationPartValue",
    "LocationPartValue/@Primary",
    "LocationPartValue/Comment",
    "LocationPartValue/Value",
    "IDRegDocument/@IDRegDocTypeID",
    "IDRegDocument/@IdentityID",
    "IDRegDocument/@IssuedBy-CountryID",
    "IDRegDocument/@ValidityID",
    "IDRegDocument/Comment",
    "IDRegDocument/IDRegistrationNo",
    "IDRegDocument/IssuingAuthority",
    "IDRegDocument/DocumentDate",
    "DocumentDate/@IDRegDocDateTypeID",
    "DocumentDate/DatePeriod",
    "DatePeriod/Start",
    "DatePeriod/End",
    "Start/@Approximate",
    "Start/From",
    "Start/To",
    "End/@Approximate",
    "End/From",
    "End/To",
    "From/Year",
    "From/Month",
    "From/Day",
    "To/Year",
    "To/Month",
    "To/Day",
    "ProfileRelationship/@From-ProfileID",
    "ProfileRelationship/@To-ProfileID",
    "ProfileRelationship/@RelationTypeID",
    "ProfileRelationship/@RelationQualityID",
    "ProfileRelationship/@Former",
    "ProfileRelationship/Comment",
    "ProfileRelationship/DatePeriod",
    "SanctionsEntry/@ProfileID",
    "SanctionsEntry/@ListID",
    "SanctionsEntry/Comment",
    "SanctionsEntry/EntryEvent",
    "SanctionsEntry/SanctionsMeasure",
    "EntryEvent/@EntryEventTypeID",
    "EntryEvent/@LegalBasisID",
    "EntryEvent/Comment",
    "EntryEvent/Date",
    "Date/Year",
    "Date/Month",
    "Date/Day",
    "SanctionsMeasure/@SanctionsTypeID",
    "SanctionsMeasure/Comment",
    "SanctionsMeasure/DatePeriod",
)
"""Fields that go into listings: an element in the one around it, or an attribute (`@`)."""


@dataclass(frozen=True, slots=True)
class FieldsSeen:
    """The fields that the records of a file have, as the parser names them."""

    _pairs: set[tuple[str, str]] = field(default_factory=set)
    _shapes: set[tuple[str | bytes, ...]] = field(default_factory=set)

    def note(self, record: _Element, *, deep: bool = True) -> None:
        """Take note of the fields of a record, its own attributes included; without depth, of its children alone."""
        if not deep:
            self._pairs.update((record.tag, child.tag) for child in record.iterchildren("*"))
            return
        shapes, pairs = self._shapes, self._pairs
        shapes.add((record.tag, *record.keys()))
        for element in record.iterdescendants("*"):
            tag = element.tag
            shapes.add((tag, *element.keys()))
            around = element.getparent()
            if around is not None:
                pairs.add((around.tag, tag))

    def strange(self, ignored: Collection[str]) -> tuple[str, ...]:
        """Return the fields that are neither used nor ignored, sorted."""
        known = {*USED, *ignored}
        named = {f"{_local(around)}/{_local(tag)}" for around, tag in self._pairs}
        named |= {f"{_local(tag)}/@{_local(name)}" for tag, *names in self._shapes for name in names}
        return tuple(sorted(named - known))


def _local(tag: str | bytes) -> str:
    return QName(tag).localname

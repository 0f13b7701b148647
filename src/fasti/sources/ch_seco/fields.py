"""The fields of SECO's XML format that go into listings.

A target holds a party (`individual`, `entity` or `object`), and a party its identities; each is a record of its own.
"""

PARTIES = ("individual", "entity", "object")
"""What the element of a party is called; the paths call it `party`."""

HEADER = (
    "swiss-sanctions-list/@list-type",
    "swiss-sanctions-list/@date",
    "sanctions-program/@ssid",
    "sanctions-program/program-key",
    "sanctions-program/program-key/@lang",
    "sanctions-program/sanctions-set",
    "sanctions-program/sanctions-set/@ssid",
    "sanctions-program/sanctions-set/@lang",
    "sanctions-program/origin",
    "place/@ssid",
    "place/location",
    "place/area",
    "place/country",
    "place/country/@iso-code",
)
TARGET = (
    "target/@ssid",
    "target/@sanctions-set-id",
    "target/sanctions-set-id",
    "target/foreign-identifier",
    "target/modification/@modification-type",
    "target/modification/@enactment-date",
    "target/modification/@publication-date",
    "target/modification/@effective-date",
)
PARTY = (
    "party/@sex",
    "party/@object-type",
    "party/justification",
    "party/other-information",
    "party/relation/@target-id",
    "party/relation/@relation-type",
    "party/relation/remark",
)
IDENTITY = (
    "identity/@main",
    "identity/name/@name-type",
    "identity/name/@quality",
    "identity/name/name-part/@order",
    "identity/name/name-part/@name-part-type",
    "identity/name/name-part/value",
    "identity/name/name-part/spelling-variant",
    "identity/name/name-part/spelling-variant/@lang",
    "identity/name/name-part/spelling-variant/@script",
    "identity/nationality/country",
    "identity/nationality/country/@iso-code",
    "identity/day-month-year/@day",
    "identity/day-month-year/@month",
    "identity/day-month-year/@year",
    "identity/day-month-year/@calendar",
    "identity/day-month-year/@quality",
    "identity/address/@place-id",
    "identity/address/c-o",
    "identity/address/address-details",
    "identity/address/p-o-box",
    "identity/address/zip-code",
    "identity/address/remarks",
    "identity/place-of-birth/@place-id",
    "identity/place-of-birth/remarks",
    "identity/identification-document/@document-type",
    "identity/identification-document/number",
    "identity/identification-document/issuer",
    "identity/identification-document/issuer/@code",
    "identity/identification-document/date-of-issue",
    "identity/identification-document/expiry-date",
    "identity/identification-document/place-of-issue/@place-id",
    "identity/identification-document/remark",
)
USED = (*HEADER, *TARGET, *PARTY, *IDENTITY)
"""Fields that go into listings, as paths from their own record."""

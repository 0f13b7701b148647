"""Take the elements of OFAC's advanced format apart into raw values, numbers replaced by what they stand for."""

from collections.abc import Callable, Iterator, Mapping

from lxml.etree import _Element

from fasti.sources.ofac.advanced_dates import iso_date, print_period
from fasti.sources.ofac.advanced_raw import (
    NamePart,
    RawDocument,
    RawEntry,
    RawEvent,
    RawLink,
    RawMeasure,
    RawName,
    RawPlace,
    RawValue,
)
from fasti.sources.ofac.advanced_references import References
from fasti.sources.ofac.wording import one_line

ISSUED = "Issue Date"
EXPIRES = "Expiration Date"
OTHER_SUBTYPE = "Unknown"
"""A party subtype that leaves it to the party type what a party is."""


def party_kind(profile: _Element, references: References) -> str:
    """Return OFAC's word for what a profile is."""
    number = profile.get("PartySubTypeID")
    kind = references.text("PartySubType", number)
    if kind != OTHER_SUBTYPE:
        return kind
    return references.text("PartyType", references.attribute("PartySubType", number, "PartyTypeID"))


def read_names(identity: _Element, references: References) -> Iterator[RawName]:
    """Yield the documented names of an identity."""
    groups = {
        group.get("ID"): references.text("NamePartType", group.get("NamePartTypeID"))
        for group in identity.iterdescendants("{*}NamePartGroup")
    }
    main = identity.get("Primary", "true") == "true"
    false = identity.get("False") == "true"
    for alias in identity.iterchildren("{*}Alias"):
        for name in alias.iterchildren("{*}DocumentedName"):
            yield RawName(
                kind=references.text("AliasType", alias.get("AliasTypeID")),
                primary=main and alias.get("Primary") == "true",
                weak=false or alias.get("LowQuality") == "true",
                parts=tuple(_parts(name, groups, references)),
                comment=joined(comment(identity), comment(alias), comment(name)),
            )


def read_values(
    feature: _Element, references: References, places: Callable[[str], tuple[RawPlace, ...]]
) -> Iterator[RawValue]:
    """Yield the versions of a feature.

    Args:
        feature: The element.
        references: What numbers stand for.
        places: Gives the forms of the location with a number.
    """
    kind = references.text("FeatureType", feature.get("FeatureTypeID"))
    for version in feature.iterchildren("{*}FeatureVersion"):
        yield RawValue(
            kind=kind,
            text=joined(*(_detail(one, references) for one in version.iterchildren("{*}VersionDetail"))),
            date=joined(*(print_period(one) for one in version.iterchildren("{*}DatePeriod"))),
            places=tuple(
                place
                for one in version.iterchildren("{*}VersionLocation")
                for place in places(one.get("LocationID", ""))
            ),
            reliability=references.said("Reliability", version.get("ReliabilityID")),
            comment=comment(version),
        )


def read_document(element: _Element, references: References) -> RawDocument:
    """Return an identification or registration document."""
    dates = {
        references.text("IDRegDocDateType", one.get("IDRegDocDateTypeID")): print_period(period)
        for one in element.iterchildren("{*}DocumentDate")
        for period in one.iterchildren("{*}DatePeriod")
    }
    issued, expires = dates.pop(ISSUED, ""), dates.pop(EXPIRES, "")
    return RawDocument(
        kind=references.text("IDRegDocType", element.get("IDRegDocTypeID")),
        number=words(element, "IDRegistrationNo"),
        country=references.said("Country", element.get("IssuedBy-CountryID")),
        authority=words(element, "IssuingAuthority"),
        validity=references.text("Validity", element.get("ValidityID")),
        issued=issued,
        expires=expires,
        comment=joined(comment(element), *(f"{kind} {text}" for kind, text in sorted(dates.items()))),
    )


def read_entry(element: _Element, references: References) -> RawEntry:
    """Return a place on a list."""
    return RawEntry(
        list=references.text("List", element.get("ListID")),
        events=tuple(
            RawEvent(
                references.text("EntryEventType", event.get("EntryEventTypeID")),
                "".join(iso_date(one) for one in event.iterchildren("{*}Date")),
                references.said("LegalBasis", event.get("LegalBasisID")),
                comment(event),
            )
            for event in element.iterchildren("{*}EntryEvent")
        ),
        measures=tuple(
            RawMeasure(
                references.text("SanctionsType", measure.get("SanctionsTypeID")),
                comment(measure),
                joined(*(print_period(one) for one in measure.iterchildren("{*}DatePeriod"))),
            )
            for measure in element.iterchildren("{*}SanctionsMeasure")
        ),
        comment=comment(element),
    )


def read_link(element: _Element, references: References, numbers: Mapping[str, str]) -> RawLink:
    """Return a relationship, seen from the party it comes from.

    Args:
        element: The element.
        references: What numbers stand for.
        numbers: Number of each profile's party; OFAC numbers both alike.
    """
    other = element.get("To-ProfileID", "")
    return RawLink(
        kind=references.text("RelationType", element.get("RelationTypeID")),
        to=numbers.get(other, other),
        former=element.get("Former") == "true",
        quality=references.said("RelationQuality", element.get("RelationQualityID")),
        date=joined(*(print_period(one) for one in element.iterchildren("{*}DatePeriod"))),
        comment=comment(element),
    )


def comment(element: _Element) -> str:
    """Return the comments on an element."""
    return words(element, "Comment")


def words(element: _Element, name: str) -> str:
    """Return the text of the elements of that name in an element."""
    return joined(*(one_line(one.text) for one in element.iterchildren(f"{{*}}{name}") if one.text))


def joined(*texts: str) -> str:
    """Join what is said by semicolons."""
    return "; ".join(dict.fromkeys(text for text in texts if text))


def _parts(name: _Element, groups: Mapping[str | None, str], references: References) -> Iterator[NamePart]:
    for part in name.iterchildren("{*}DocumentedNamePart"):
        for value in part.iterchildren("{*}NamePartValue"):
            number = value.get("ScriptID")
            script = references.attribute("Script", number, "ScriptCode") or references.text("Script", number)
            if number is not None:
                references.text("Script", number)
            spelt = f"{part.get('LeadingChars', '')}{value.text or ''}{part.get('TrailingChars', '')}"
            if text := one_line(spelt):
                yield NamePart(groups.get(value.get("NamePartGroupID"), ""), script, text)


def _detail(element: _Element, references: References) -> str:
    number = element.get("DetailReferenceID")
    referred = references.text("DetailReference", number) if number is not None else ""
    return joined(referred, one_line(element.text or ""))

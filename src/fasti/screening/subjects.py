"""Reduce what is said of a party to what can be compared: a listing, or an entity of FollowTheMoney."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from fasti.model.identity import Identifier, Name, NameKind, PartyKind, Quality
from fasti.model.listing import Listing
from fasti.model.subject import Country, Subject

CountryCode = Callable[[str], str]
"""Gives the two letters of a country named in words or letters; empty if it does not know it."""

_COUNTRY_FACTS = {
    "nationality": "nationality",
    "citizenship": "citizenship",
    "country": "country",
    "registration_country": "jurisdiction",
    "jurisdiction": "jurisdiction",
    "flag": "flag",
    "birth_country": "birth",
}
_SCHEMATA = {
    "Person": PartyKind.PERSON,
    "Company": PartyKind.ORGANIZATION,
    "Organization": PartyKind.ORGANIZATION,
    "PublicBody": PartyKind.ORGANIZATION,
    "Vessel": PartyKind.VESSEL,
    "Airplane": PartyKind.AIRCRAFT,
    "LegalEntity": PartyKind.UNKNOWN,
    "Thing": PartyKind.UNKNOWN,
}
_NAMES = {
    "alias": (NameKind.AKA, Quality.STRONG),
    "previousName": (NameKind.FKA, Quality.STRONG),
    "weakAlias": (NameKind.AKA, Quality.WEAK),
}
_COUNTRIES = {
    "nationality": "nationality",
    "citizenship": "citizenship",
    "country": "country",
    "jurisdiction": "jurisdiction",
    "mainCountry": "jurisdiction",
    "flag": "flag",
    "birthCountry": "birth",
}
_IDENTIFIERS = {
    "leiCode": "lei",
    "imoNumber": "imo",
    "mmsi": "mmsi",
    "isinCode": "isin",
    "isin": "isin",
    "uscCode": "uscc",
    "swiftBic": "swift",
    "registrationNumber": "registration_number",
    "idNumber": "id_number",
    "passportNumber": "passport",
    "taxNumber": "tax_id",
    "innCode": "inn",
    "ogrnCode": "ogrn",
    "dunsCode": "duns",
    "vatCode": "vat",
    "registrationMark": "tail_number",
}
_DATES = ("birthDate", "incorporationDate", "buildDate")


def subject_of(listing: Listing, code_of: CountryCode) -> Subject:
    """Return a listing as it is compared.

    Args:
        listing: What a publisher says of a party, whole or a part.
        code_of: Reads countries as publishers name them.
    """
    facts: dict[str, list[str]] = {}
    for fact in listing.facts:
        facts.setdefault(fact.what, []).append(fact.value or fact.text)
    countries = [*_countries(facts, _COUNTRY_FACTS, code_of)]
    countries += [Country(code, "residence") for one in listing.addresses if (code := code_of(one.country))]
    return Subject(
        kind=listing.kind,
        names=listing.names,
        birth_dates=tuple(facts.get("birth_date", ())),
        countries=tuple(dict.fromkeys(countries)),
        genders=_genders(facts.get("gender", ())),
        identifiers=listing.identifiers,
        addresses=listing.addresses,
    )


def subject_of_entity(schema: str, properties: Mapping[str, Sequence[str]], code_of: CountryCode) -> Subject:
    """Return an entity of FollowTheMoney as it is compared.

    Args:
        schema: Name of the schema; one that is not known makes a party of unknown kind.
        properties: Values by property.
        code_of: Reads countries.
    """
    given = (*properties.get("firstName", ()), *properties.get("givenName", ()))
    family = tuple(properties.get("lastName", ()))
    return Subject(
        kind=_SCHEMATA.get(schema, PartyKind.UNKNOWN),
        names=tuple(_entity_names(properties, given, family)),
        given=given,
        family=family,
        birth_dates=tuple(value for name in _DATES for value in properties.get(name, ())),
        countries=tuple(dict.fromkeys(_countries(properties, _COUNTRIES, code_of))),
        genders=_genders(properties.get("gender", ())),
        identifiers=tuple(
            Identifier(scheme, value) for name, scheme in _IDENTIFIERS.items() for value in properties.get(name, ())
        ),
    )


def _entity_names(
    properties: Mapping[str, Sequence[str]], given: Sequence[str], family: Sequence[str]
) -> Iterator[Name]:
    primary = list(properties.get("name", ())) or ([" ".join((*given, *family))] if given or family else [])
    yield from (Name(text) for text in primary if text.strip())
    for one, (kind, quality) in _NAMES.items():
        # FollowTheMoney requires a name: an alias without one is what somebody else says of a party.
        graded = quality if primary else Quality.WEAK
        yield from (Name(text, kind, graded) for text in properties.get(one, ()) if text.strip())


def _countries(
    values: Mapping[str, Sequence[str]], relations: Mapping[str, str], code_of: CountryCode
) -> Iterator[Country]:
    for name, how in relations.items():
        for text in values.get(name, ()):
            code = code_of(text)
            if code:
                yield Country(code, how)


def _genders(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for value in values if (word := _GENDERS.get(value.strip().casefold(), ""))))


_GENDERS = {"male": "male", "m": "male", "female": "female", "f": "female"}

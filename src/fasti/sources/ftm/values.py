"""Which property of FollowTheMoney says what a fact or identifier says, in a value that it accepts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from stdnum import bic, imo, isin, lei
from stdnum.cn import uscc
from stdnum.ru import inn, ogrn
from stdnum.us import ssn

from fasti.model.identity import Identifier, PartyKind
from fasti.model.listing import Fact, Listing
from fasti.sources.ftm.countries import country_code
from fasti.sources.ftm.simple import LEI_LENGTH
from fasti.sources.ftm.vocabulary import vocabulary

SCHEMATA = {
    PartyKind.PERSON: "Person",
    PartyKind.ORGANIZATION: "Organization",
    PartyKind.VESSEL: "Vessel",
    PartyKind.AIRCRAFT: "Airplane",
    PartyKind.UNKNOWN: "LegalEntity",
}
LONGEST_NUMBER = 64
"""Characters of an identifier."""

LONGEST_ADDRESS = 250
"""Characters of an address."""

LONGEST_WORDS = 1024
"""Characters of any other value but a text."""

COMPANY = "Company"
"""The schema of an organization that has securities or a bank's code."""

_CHECKS: dict[str, Callable[[str], bool]] = {
    "imo": imo.is_valid,
    "imo_company": imo.is_valid,
    "inn": inn.is_valid,
    "isin": isin.is_valid,
    "lei": lambda value: len(value) == LEI_LENGTH and lei.is_valid(value),
    "ogrn": ogrn.is_valid,
    "ssn": ssn.is_valid,
    "swift": bic.is_valid,
    "uscc": uscc.is_valid,
}

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_URL = re.compile(r"https?://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(?:/\S*)?")
_HOST = re.compile(r"www\.[A-Za-z0-9.-]+\.[A-Za-z]{2,}(?:/\S*)?")
_EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_VAGUE = "~"


@dataclass(frozen=True, slots=True)
class Said:
    """A property with a value.

    Attributes:
        name: The property.
        value: As FollowTheMoney accepts it.
        whole: Whether it says all that the fact says.
    """

    name: str
    value: str
    whole: bool = True


def schema_of(listing: Listing) -> str:
    """Return the schema under which a party is written: the one it was read with, else that of its sort."""
    known = [fact.text for fact in listing.facts if fact.what == "schema"]
    for schema in known:
        if vocabulary().kinds.get(schema) is listing.kind:
            return schema
    usual = SCHEMATA[listing.kind]
    if usual == "Organization" and any(_property_of_scheme(one.scheme, usual) is None for one in listing.identifiers):
        fits = any(_property_of_scheme(one.scheme, COMPANY) for one in listing.identifiers if not _fits(one, usual))
        return COMPANY if fits else usual
    return usual


def identifier_property(identifier: Identifier, schema: str) -> str | None:
    """Return the property of a schema that holds identifiers of that scheme; `None` if it has none."""
    return _property_of_scheme(identifier.scheme, schema)


def is_number(identifier: Identifier) -> bool:
    """Say whether an identifier is short enough for FollowTheMoney to take it for one, and no sentence."""
    return len(identifier.value) <= LONGEST_NUMBER


def is_well_formed(identifier: Identifier) -> bool:
    """Say whether an identifier passes the check that FollowTheMoney makes of its scheme, if it makes one."""
    check = _CHECKS.get(identifier.scheme)
    return check is None or bool(check(identifier.value))


def fact_property(fact: Fact, schema: str) -> Said | None:
    """Return how a property of a schema says a fact; `None` if none can."""
    name = _properties_of_facts(schema).get(fact.what)
    form = vocabulary().forms.get(name or "", "")
    if name is None or form == "none":
        return None
    value = _FORMS[form](fact) if form else fact.text
    if not value or len(value) > LONGEST_WORDS:
        return None
    return Said(name, value, whole=_whole(fact, value, form))


def _whole(fact: Fact, value: str, form: str) -> bool:
    """Say whether a value says all of a fact; a date or country in other words is the same."""
    if form in {"country", "gender"}:
        return True
    if form == "date":
        return fact.value in {value, ""}
    return fact.text == value and fact.value in {"", value, value.lower()}


def _date(fact: Fact) -> str:
    value = (fact.value or fact.text).removesuffix(_VAGUE)
    return value if _DATE.fullmatch(value) else ""


def _country(fact: Fact) -> str:
    return country_code(fact.value or fact.text) or country_code(fact.text)


def _url(fact: Fact) -> str:
    return fact.text if _URL.fullmatch(fact.text) else f"http://{fact.text}" if _HOST.fullmatch(fact.text) else ""


def _matching(pattern: re.Pattern[str]) -> Callable[[Fact], str]:
    return lambda fact: next((one for one in (fact.value, fact.text) if pattern.fullmatch(one)), "")


_FORMS: dict[str, Callable[[Fact], str]] = {
    "date": _date,
    "country": _country,
    "url": _url,
    "email": _matching(_EMAIL),
    "phone": lambda _: "",
    "gender": _matching(re.compile("male|female|other")),
    "number": _matching(_NUMBER),
    "topic": lambda fact: fact.text if fact.text in vocabulary().topics else "",
}
"""A phone number is accepted only if its country's plan has it, which nobody here can tell; it goes to the notes."""


def _fits(identifier: Identifier, schema: str) -> bool:
    return _property_of_scheme(identifier.scheme, schema) is not None


@cache
def _property_of_scheme(scheme: str, schema: str) -> str | None:
    words = vocabulary()
    name = "imo" if scheme == "imo_company" and schema != "Vessel" else scheme
    if scheme == "imo" and schema != "Vessel":
        return None
    fits = (prop for prop, one in words.identifiers.items() if one == name and prop in words.fits[schema])
    return next(fits, None)


@cache
def _properties_of_facts(schema: str) -> dict[str, str]:
    """Return kind of fact to property, for the properties that a schema has and that neither name nor identify."""
    words = vocabulary()
    names = sorted(words.fits[schema] - words.identifiers.keys() - NOT_FACTS)
    return {words.fact(name): name for name in names}


NOT_FACTS = frozenset(
    {"name", "alias", "previousName", "weakAlias", "abbreviation", "notes", "address", "program", "programId"}
)
"""Properties that say what is no fact."""

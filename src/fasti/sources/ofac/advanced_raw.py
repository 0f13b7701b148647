"""One party of OFAC's advanced format with all that belongs to it, its numbers replaced by what they stand for.

Numbers of records (`ID`, `LocationID`, ...) are gone, so that editions that only number anew hold equal parties.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamePart:
    """One part of a name: its type, its script's code, and its words."""

    kind: str
    script: str
    text: str


@dataclass(frozen=True, slots=True)
class RawName:
    """One documented name of an alias.

    Attributes:
        kind: Type of the alias, verbatim.
        primary: Whether the alias is the party's name.
        weak: Whether OFAC calls the alias one of low quality, or the identity a false one.
        parts: In the order of the file, which is that of the name's own culture.
        comment: Verbatim.
    """

    kind: str
    primary: bool
    weak: bool
    parts: tuple[NamePart, ...]
    comment: str = ""


@dataclass(frozen=True, slots=True)
class RawPlace:
    """One location in one language: type of part and text, with the country.

    Attributes:
        parts: Type of part and text, in the order of the file.
        country: Country, verbatim; empty if not said.
        language: What the file says of the language or script; empty for its main form.
    """

    parts: tuple[tuple[str, str], ...]
    country: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class RawValue:
    """One version of a feature.

    Attributes:
        kind: Type of the feature, verbatim.
        text: Its words, or those of the value that it refers to.
        date: Its period, as OFAC prints dates.
        places: Its locations, each language apart.
        reliability: What the file says of its reliability; empty if nothing.
        comment: Verbatim.
    """

    kind: str
    text: str
    date: str
    places: tuple[RawPlace, ...]
    reliability: str
    comment: str


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One identification or registration document; dates as OFAC prints them, empty where not said."""

    kind: str
    number: str
    country: str
    authority: str
    validity: str
    issued: str
    expires: str
    comment: str


@dataclass(frozen=True, slots=True)
class RawEvent:
    """One event of a place on a list: type, ISO date, legal basis, comment."""

    kind: str
    on: str
    legal_basis: str
    comment: str


@dataclass(frozen=True, slots=True)
class RawMeasure:
    """One measure of a place on a list: type, comment (the programme's tag if it is a programme), period."""

    kind: str
    comment: str
    date: str


@dataclass(frozen=True, slots=True)
class RawEntry:
    """One place on a list: the list's name, verbatim, what happened and what it entails."""

    list: str
    events: tuple[RawEvent, ...]
    measures: tuple[RawMeasure, ...]
    comment: str


@dataclass(frozen=True, slots=True)
class RawLink:
    """One relationship to another party, seen from this one: type, the other's number, and what is said of it."""

    kind: str
    to: str
    former: bool
    quality: str
    date: str
    comment: str


@dataclass(frozen=True, slots=True)
class RawParty:
    """One party.

    Attributes:
        number: OFAC's number of it, `FixedRef`.
        kind: OFAC's word for what it is.
        names: In the order of the file.
        values: Of its features, in the order of the file.
        documents: Sorted as in the file.
        entries: Its places on lists.
        links: Its relationships.
        remarks: Comments on it as a whole.
    """

    number: str
    kind: str
    names: tuple[RawName, ...]
    values: tuple[RawValue, ...]
    documents: tuple[RawDocument, ...]
    entries: tuple[RawEntry, ...]
    links: tuple[RawLink, ...]
    remarks: str

"""What one labelled value says: an identifier, a fact, a stated date, a directive."""

import re
from dataclasses import dataclass

from stdnum import lei

from fasti.model.identity import Identifier, Name
from fasti.model.listing import Fact, StatedDate
from fasti.sources.drafting import Note
from fasti.sources.ofac.dates import edtf, iso_day
from fasti.sources.ofac.labels import Label, Labelled, Use
from fasti.sources.ofac.wording import tidy

REMARK = "remark"
_IMO = re.compile(r"\(?(?:IMO\s*)?(\d+)\)?")
_ISIN = re.compile(r"ISIN:? *(\w+)")
_PROSE = re.compile(r"[a-z]+ ")
_DIRECTIVE = re.compile(r"Executive Order (\d+) Directive \w+\W+Subject to Directive (\w+)")
_DATED_DIRECTIVE = re.compile(r"\(EO (\d+) Directive (\w+)\)")
_MEASURE = re.compile(r"Executive Order (\d+) (?:information|Determination)")


@dataclass(frozen=True, slots=True, order=True)
class Directive:
    """A directive, or without a number a measure, that an entry names.

    Attributes:
        order: Number of the executive order.
        number: Number of the directive, e.g. `1a`; empty for a measure.
    """

    order: str
    number: str


@dataclass(frozen=True, slots=True)
class Validity:
    """When a document was issued and expires, as printed; empty where not said."""

    issued: str = ""
    expires: str = ""


Statement = Name | Identifier | StatedDate | Fact | Directive | Note


def interpret(item: Labelled, issuer: str = "", validity: Validity | None = None) -> tuple[Statement, ...]:
    """Return what a labelled value says.

    Args:
        item: Label and value, the value without issuer and validity.
        issuer: Country or body in brackets after the value, as published.
        validity: Dates printed after the value.
    """
    if item.label.use is Use.LABELLED_FACT:
        return _labelled_fact(item)
    if not item.value or (item.label.use is Use.IDENTIFIER and _PROSE.match(item.value)):
        return remark(item.printed)
    if item.label.use is Use.IDENTIFIER:
        return _identifier(item.label, item.value, issuer, validity or Validity())
    if item.label.use is Use.STATED:
        return _stated(item.label, item.value)
    return _fact(item.label, item.value)


def _identifier(label: Label, value: str, issuer: str, validity: Validity) -> tuple[Statement, ...]:
    scheme, number = _scheme(label.name, value)
    identifier = Identifier(scheme, number, issuer)
    if validity == Validity():
        return (identifier,)
    words = [f"{label.text} {value}"]
    words += [f"issued {validity.issued}"] if validity.issued else []
    words += [f"expires {validity.expires}"] if validity.expires else []
    span = f"{edtf(validity.issued) or '..'}/{edtf(validity.expires) or '..'}"
    return identifier, Fact("validity", " ".join(words), span if span.count("/") == 1 else "")


def _scheme(name: str, value: str) -> tuple[str, str]:
    """Return scheme and bare value; some schemes show in the value only."""
    if name == "digital_currency":
        currency, _, address = value.partition(" ")
        return f"{name}:{currency}", address or value
    if name == "legal_entity_number" and lei.is_valid(value):
        return "lei", value
    if security := _ISIN.fullmatch(value):
        return "isin", security[1]
    is_imo = name.startswith("imo") or value.startswith("IMO")
    number = _IMO.fullmatch(value) if is_imo else None
    if number is None:
        return ("vessel_registration" if name == "imo" else name), value
    return ("imo" if name == "imo" else "imo_company"), number[1]


def _stated(label: Label, value: str) -> tuple[Statement, ...]:
    day = iso_day(value)
    printed = f"{label.text}: {value}"
    if not day:
        return Fact(REMARK, printed), Note("unread_date", printed, f'"{printed}" is no date')
    dated = _DATED_DIRECTIVE.search(label.text)
    stated = StatedDate(what=label.name, on=day, list=label.list, label=label.text, basis=label.basis)
    return (stated, Directive(dated[1], dated[2])) if dated else (stated,)


def _fact(label: Label, value: str) -> tuple[Statement, ...]:
    if label.use is Use.FACT:
        return (Fact(label.name, value, value.lower() if label.name == "gender" else ""),)
    fact = Fact(label.name, value, edtf(value))
    return (fact,) if fact.value else (fact, Note("unread_date", value, f'"{label.text} {value}" is no date'))


def _labelled_fact(item: Labelled) -> tuple[Statement, ...]:
    directive = _DIRECTIVE.match(item.printed)
    if directive:
        named = Directive(directive[1], directive[2])
        return Fact(item.label.name, item.printed, f"{named.order}/{named.number}"), named
    measure = _MEASURE.match(item.printed)
    fact = Fact(item.label.name, item.printed)
    return (fact, Directive(measure[1], "")) if measure else (fact,)


def remark(text: str) -> tuple[Statement, ...]:
    """Return free text as a fact; nothing if it is empty."""
    words = tidy(text)
    return (Fact(REMARK, words),) if words else ()

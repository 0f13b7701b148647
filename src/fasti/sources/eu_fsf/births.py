"""Read when and where somebody was born, as exact or as vague as the EU's list says it."""

import re
from collections.abc import Iterator

from fasti.model.listing import Fact
from fasti.sources.drafting import Note
from fasti.sources.eu_fsf.record import REMARK, Fields
from fasti.sources.records.dates import edtf
from fasti.sources.records.saying import Said
from fasti.sources.records.wording import joined

GREGORIAN = frozenset({"", "GREGORIAN"})
NO_COUNTRY = frozenset({"", "UNKNOWN"})
_OLD = re.compile(r"(\d{4}(?:-\d{2}-\d{2})?)(?: - (\d{4}))?( \(approximative\))?")


def read_birth(fields: Fields) -> Iterator[Said]:
    """Yield the date and the place of a `birthdate`; it may have either or both."""
    text, value = _date(fields)
    if text:
        yield Fact("birth_date", text, value)
        if not value:
            yield Note("unread_date", text, f'"{text}" is no date of birth in the Gregorian calendar')
    place = joined((*(fields.get(part, "") for part in ("place", "city", "region", "zipCode")), country(fields)), ", ")
    if place:
        yield Fact("birth_place", place)
    if REMARK in fields:
        yield Fact("birth_details", joined((text or place, fields[REMARK]), ": "))


def country(fields: Fields) -> str:
    """Return a country's name as published; empty if the list says that it is not known."""
    name = fields.get("countryDescription", "")
    return "" if name in NO_COUNTRY else name


def old_date(text: str) -> dict[str, str]:
    """Return the fields of format 1.1 for a date of format 1.0; one without meaning stays whole.

    >>> old_date("1954 - 1955 (approximative)")
    {'yearRangeFrom': '1954', 'yearRangeTo': '1955', 'circa': 'true'}
    """
    found = _OLD.fullmatch(text)
    if found is None:
        return {"birthdate": text} if text else {}
    vague = {"circa": "true"} if found[3] else {}
    if found[2]:
        return {"yearRangeFrom": found[1], "yearRangeTo": found[2]} | vague
    return {"year" if len(found[1]) == len("1954") else "birthdate": found[1]} | vague


def _date(fields: Fields) -> tuple[str, str]:
    """Return a date as printed, and in the Extended Date/Time Format as far as it can be."""
    first, last = fields.get("yearRangeFrom", ""), fields.get("yearRangeTo", "")
    printed = fields.get("birthdate", "") or _parts(fields) or joined((first, last), " - ")
    if not printed:
        return "", ""
    vague = fields.get("circa", "").lower() == "true"
    calendar = fields.get("calendarType", "")
    text = printed + " (circa)" * vague + (f" ({calendar})" if calendar not in GREGORIAN else "")
    span = f"{first or '..'}/{last or '..'}" if printed == joined((first, last), " - ") else ""
    value = span or edtf(printed)
    if calendar not in GREGORIAN or not value:
        return text, ""
    return text, "/".join(end + "~" * (vague and end != "..") for end in value.split("/"))


def _parts(fields: Fields) -> str:
    """Return the year, with the month and the day where they are said."""
    year, month, day = (fields.get(name, "") for name in ("year", "monthOfYear", "dayOfMonth"))
    if not (year.isdecimal() and month.isdecimal()):
        return year
    return f"{year}-{int(month):02d}-{int(day):02d}" if day.isdecimal() else f"{year}-{int(month):02d}"

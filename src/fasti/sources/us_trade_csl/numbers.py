"""Part the cell `ids` of the CSV format: identifiers of OFAC's entries, and what else OFAC keeps among them.

An item has its label at the end (`US, 80-0890696, Tax ID No.`, to 2022) or in front (`Passport, 836238033, KP`, since),
and a country's code at the other end; values hold commas and semicolons themselves.
"""

import re
from dataclasses import dataclass, replace

from fasti.model.listing import Fact
from fasti.sources.ofac.dates import MONTHS
from fasti.sources.ofac.labels import Use, find
from fasti.sources.ofac.remarks import read_printed, unknown
from fasti.sources.ofac.statements import REMARK, Statement, Validity, interpret

_CODE = re.compile(r"[A-Z]{2}")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_PROBE = "0"
_BOTH = 2


@dataclass(frozen=True, slots=True)
class Number:
    """One item.

    Attributes:
        label: OFAC's label; empty if none was found.
        value: What it labels.
        country: Code of the country that issued it.
        issued: Date as printed.
        expires: Date as printed.
        dated: A date of which the file does not say whether it is the one or the other.
    """

    label: str
    value: str
    country: str = ""
    issued: str = ""
    expires: str = ""
    dated: str = ""


def split_numbers(text: str) -> tuple[Number, ...]:
    """Return the items of a cell.

    >>> [(one.label, one.value, one.country) for one in split_numbers("CA, BC1667, Passport; Male, Gender")]
    [('Passport', 'BC1667', 'CA'), ('Gender', 'Male', '')]
    >>> split_numbers("Passport, BC1667, CA") == split_numbers("CA, BC1667, Passport")
    True
    """
    parts = text.strip().split("; ") if text.strip() else []
    if not parts:
        return ()
    in_front = is_label(parts[0].split(", ")[0]) and not is_label(parts[-1].split(", ")[-1])
    return tuple(_number(item, in_front=in_front) for item in _items(parts, in_front=in_front))


def is_label(text: str) -> bool:
    """Say whether a text is one of OFAC's labels, and nothing but the label."""
    found = find(f"{text} {_PROBE}")
    if found is None:
        return False
    return found.value == _PROBE or found.label.name == "digital_currency"


def interpret_number(number: Number) -> tuple[Statement, ...]:
    """Return what an item says."""
    found = find(f"{number.label} {number.value}") if number.label else None
    if found is None:
        text = ", ".join(one for one in (number.label, number.value, number.country) if one)
        return Fact(REMARK, text), unknown(number.label or text)
    if found.label.use in {Use.STATED, Use.DATED_FACT}:
        found = replace(found, value=_written(found.value))
    validity = Validity(_written(number.issued), _written(number.expires))
    bare = not number.country and validity == Validity()
    said = read_printed(found) if bare else interpret(found, number.country, validity)
    return (*said, *([Fact("validity", f"{number.label} {number.value} {number.dated}")] if number.dated else []))


def _items(parts: list[str], *, in_front: bool) -> list[str]:
    """Join the parts of each item again that a semicolon within its value has parted."""
    items: list[str] = []
    complete = True
    for part in parts:
        words = part.split(", ")
        starts = is_label(words[0]) if in_front else complete
        if starts or not items:
            items.append(part)
        else:
            items[-1] += f"; {part}"
        complete = is_label(words[-1])
    return items


def _number(item: str, *, in_front: bool) -> Number:
    words = item.split(", ")
    label = words[0] if in_front else words[-1]
    if not is_label(label):
        return Number("", item)
    rest = words[1:] if in_front else words[:-1]
    place = -1 if in_front else 0
    has_country = len(rest) > 1 and _CODE.fullmatch(rest[place]) is not None
    country = rest.pop(place) if has_country else ""
    dates = [] if in_front else _dates(rest)
    value = ", ".join(rest[len(dates) :])
    if len(dates) == _BOTH:
        return Number(label, value, country, issued=dates[1], expires=dates[0])
    return Number(label, value, country, dated="".join(dates))


def _dates(words: list[str]) -> list[str]:
    """Return the dates that stand in front of a number: that of expiry before that of issue."""
    found: list[str] = []
    for word in words[:_BOTH]:
        if len(found) + 1 == len(words) or not _ISO.fullmatch(word):
            break
        found.append(word)
    return found


def _written(text: str) -> str:
    """Return a day in the form in which OFAC prints it, which the trade.gov files of later years do not use."""
    iso = _ISO.fullmatch(text)
    return (
        f"{iso[3]} {MONTHS[int(iso[2]) - 1].capitalize()} {iso[1]}" if iso and 1 <= int(iso[2]) <= len(MONTHS) else text
    )

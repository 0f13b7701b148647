"""Part the addresses of a cell of the CSV format, where semicolons part addresses and stand inside them too."""

import re

from fasti.model.listing import Address
from fasti.sources.records.wording import one_line

_COUNTRY = re.compile(r"(?:(?P<rest>.*), )?(?P<code>[A-Z]{2})", re.DOTALL)


def split_addresses(text: str) -> tuple[Address, ...]:
    """Return the addresses of a cell.

    An address ends at a semicolon in front of which a country's code stands; a text without one goes with what follows,
    and the last needs none. Street, town and postal code are joined by commas and cannot be told apart again.

    >>> split_addresses("1 Road; 2nd floor, Kabul, AF; HK") == (
    ...     Address(street="1 Road; 2nd floor, Kabul", country="AF"), Address(country="HK"))
    True
    """
    found, held = [], ""
    for part in one_line(text).split("; "):
        held = f"{held}; {part}" if held else part
        address = _COUNTRY.fullmatch(held)
        if address:
            found.append(Address(street=address["rest"] or "", country=address["code"]))
            held = ""
    return (*found, *([Address(street=held)] if held else []))

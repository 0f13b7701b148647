"""What the fields of a ship say, the same in both formats."""

from collections.abc import Mapping

from fasti.model.listing import Fact
from fasti.sources.ofac.wording import one_line

FACTS = {
    "callSign": "call_sign",
    "vesselType": "vessel_type",
    "tonnage": "tonnage",
    "grossRegisteredTonnage": "gross_tonnage",
    "vesselFlag": "flag",
    "vesselOwner": "vessel_owner",
}
"""Element of the XML format to kind of fact; the CSV format has the same fields in the same order."""

NUMBERS = frozenset({"tonnage", "gross_tonnage"})


def describe_vessel(fields: Mapping[str, str]) -> tuple[Fact, ...]:
    """Return the facts of a ship.

    Args:
        fields: XML element name to text; empty texts say nothing.
    """
    return tuple(
        Fact(what, text, text.replace(",", "") if what in NUMBERS else "")
        for name, what in FACTS.items()
        if (text := one_line(fields.get(name, "")))
    )

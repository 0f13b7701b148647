"""Take apart what format 1.0 of the EU's list packs into one text: how sure a date is, what type a document has."""

from fasti.sources.eu_fsf.births import old_date
from fasti.sources.eu_fsf.identifications import old_number
from fasti.sources.eu_fsf.record import Fields


def unpacked(block: str, fields: dict[str, str]) -> Fields:
    """Return the fields of a block under the names of format 1.1.

    >>> unpacked("birthdate", {"birthdate": "1957 (approximative)"})
    {'year': '1957', 'circa': 'true'}
    """
    rest = dict(fields)
    if block == "birthdate":
        rest |= old_date(rest.pop("birthdate", ""))
    if block == "identification":
        rest |= old_number(rest.pop("number", ""))
    return {name: text for name, text in rest.items() if text}

"""Decides what of a listing is indexed beside its content: its names in order, its identifiers made comparable."""

from fasti.model.listing import Listing


def normalise(value: str) -> str:
    """Return an identifier's value in upper case with nothing but letters and digits.

    >>> normalise("cnE1 00003-pT9")
    'CNE100003PT9'
    """
    return "".join(letter for letter in value.upper() if letter.isalnum())


def identifier_pairs(listing: Listing) -> frozenset[tuple[str, str]]:
    """Return the listing's identifiers as scheme and normalised value; one without letters and digits is left out."""
    pairs = ((one.scheme, normalise(one.value)) for one in listing.identifiers)
    return frozenset((scheme, value) for scheme, value in pairs if value)


def name_triples(listing: Listing) -> tuple[tuple[str, str, str], ...]:
    """Return the listing's names as text, kind and quality, in published order."""
    return tuple((one.text, str(one.kind), str(one.quality)) for one in listing.names)

"""Tell the index what `name_v1` promises: which words may be paired, and how alike they are at most."""

from dataclasses import replace

from fasti.index.wording import Form, Keys, Limits, Shelf
from fasti.model.identity import PartyKind
from fasti.screening.names.forms import forms
from fasti.screening.names.likeness import LIMITS, keys
from fasti.screening.names.name_tables import tables_digest
from fasti.screening.names.reading import MEETS
from fasti.screening.names.sorts import ALONE, MORE, SORTS, is_lossy

SCORER = "name_v1"

_LIMITS = {
    shelf: replace(limits, alone=ALONE[shelf], more=MORE[shelf], sorts=SORTS[shelf], meets=MEETS)
    for shelf, limits in LIMITS.items()
}

SHELVES = {
    PartyKind.PERSON: (Shelf.PERSON,),
    PartyKind.ORGANIZATION: (Shelf.ORGANIZATION,),
    PartyKind.VESSEL: (Shelf.THING,),
    PartyKind.AIRCRAFT: (Shelf.THING,),
    PartyKind.UNKNOWN: (Shelf.PERSON, Shelf.ORGANIZATION, Shelf.THING),
}


class NameWording:
    """The wording of `name_v1`; it has no state."""

    version = f"{SCORER}+{tables_digest()}"

    def shelves(self, kind: PartyKind) -> tuple[Shelf, ...]:
        """Return the shelves for a party of this kind."""
        return SHELVES[kind]

    def limits(self, shelf: Shelf) -> Limits:
        """Return which words may be paired on a shelf."""
        return _LIMITS[shelf]

    def forms(self, name: str, shelves: tuple[Shelf, ...]) -> list[tuple[Form, ...]]:
        """Return the readings of a name on each of some shelves."""
        return forms(name, shelves)

    def keys(self, token: str, sort: int, shelf: Shelf) -> Keys:
        """Return the keys of a token of a word of some sort."""
        return keys(token, shelf, lossy=is_lossy(sort))

"""Keep what the shelves make of a word side by side, so that one look tells it.

Nothing is decided here; what is kept are answers of the rules of each shelf.
"""

from collections.abc import Callable, Iterable, Mapping

from fasti.index.wording import Shelf, Unit
from fasti.screening.legal_forms import edge_words
from fasti.screening.names import organization_words as organizations
from fasti.screening.names import person_words as persons
from fasti.screening.names.acronyms import LEAST_SPELT, is_of_a_body
from fasti.screening.names.lexicon import MOST_MET
from fasti.screening.names.name_tables import eastern_families
from fasti.screening.names.thing_words import PREFIXES, thing_word
from fasti.screening.names.words import Word
from fasti.screening.other_names import MARKS

MARK = 1
"""The word may stand before another name of the same party."""
BOUND, CLOSING, OTHERWISE, FAMILY = 2, 4, 8, 16
"""As one of a person: not read alone; not so at the end of a name; written otherwise; an eastern family name."""
TIED, RESPELT, EDGE, BODY, SHORT = 32, 64, 128, 256, 512
"""As one of an organisation: not read alone; written otherwise; a legal form may begin or end with it; names that have
it may be shortened; too short for a legal form that is written out."""
PREFIX = 1024
"""As one of a thing: a sort of ship."""


class Entry:
    """What is known of a word on the shelves that it was met on; what is of another shelf is not there.

    Attributes:
        flags: Those above that hold of it.
        person: It in plain spelling, as a word of a person.
        person_written: The same as it is written.
        organization: It in plain spelling, as one of an organisation.
        organization_written: The same as it is written.
        word: All that is known of it there.
        thing: It as one of a thing.
    """

    __slots__ = ("flags", "organization", "organization_written", "person", "person_written", "thing", "word")

    flags: int
    person: Unit
    person_written: Unit
    organization: Unit
    organization_written: Unit
    word: Word
    thing: Unit


class _Met(dict[str, Entry]):
    """Words that were met; what is known of one is asked when it is first met."""

    __slots__ = ("_shelves",)

    def __init__(self, shelves: Iterable[Shelf]) -> None:
        super().__init__()
        self._shelves = tuple(shelves)

    def __missing__(self, token: str) -> Entry:
        entry = Entry()
        entry.flags = MARK * (token in MARKS)
        for shelf in self._shelves:
            _ENTERED[shelf](entry, token)
        self[token] = entry
        return entry


def _enter_person(entry: Entry, token: str) -> None:
    (plain,), (written,) = persons.LEXICON.each((token,))
    rules = persons.LEXICON.rules
    entry.person, entry.person_written = plain.unit, written.unit
    entry.flags |= 0 if rules.alone(token) else CLOSING if rules.inside(token) else BOUND
    entry.flags |= OTHERWISE * (plain.token != written.token) | FAMILY * (token in eastern_families())


def _enter_organization(entry: Entry, token: str) -> None:
    (plain,), (written,) = organizations.LEXICON.each((token,))
    entry.organization, entry.organization_written, entry.word = plain.unit, written.unit, plain
    entry.flags |= TIED * (not organizations.LEXICON.rules.alone(token)) | RESPELT * (plain.token != written.token)
    entry.flags |= EDGE * (token in edge_words()) | BODY * is_of_a_body(plain) | SHORT * (len(token) < LEAST_SPELT)


def _enter_thing(entry: Entry, token: str) -> None:
    entry.thing = thing_word(token).unit
    entry.flags |= PREFIX * (token in PREFIXES)


_ENTERED: Mapping[Shelf, Callable[[Entry, str], None]] = {
    Shelf.PERSON: _enter_person,
    Shelf.ORGANIZATION: _enter_organization,
    Shelf.THING: _enter_thing,
}
_MET: dict[tuple[Shelf, ...], _Met] = {}


def entries(tokens: Iterable[str], shelves: tuple[Shelf, ...]) -> list[Entry]:
    """Return what is known of each of some words on some shelves."""
    met = _MET.get(shelves)
    if met is None or len(met) > MOST_MET:
        met = _MET[shelves] = _Met(shelves)
    return [*map(met.__getitem__, tokens)]

"""Keep what the shelves make of a word side by side, so that one look tells it.

Nothing is decided here; what is kept are answers of the rules of each shelf.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import chain

from fasti.index.folding import fold_piece
from fasti.index.wording import Shelf, Unit
from fasti.screening.legal_forms import legal_tokens
from fasti.screening.names import organization_words as organizations
from fasti.screening.names import person_words as persons
from fasti.screening.names.acronyms import BODY as OF_A_BODY
from fasti.screening.names.acronyms import LEAST_SPELT, Part, part_of
from fasti.screening.names.glancing import needs_care
from fasti.screening.names.korean_syllables import has_korean_syllables
from fasti.screening.names.lexicon import MOST_MET
from fasti.screening.names.name_tables import eastern_families
from fasti.screening.names.syllables import has_syllables
from fasti.screening.names.thing_words import PREFIXES, thing_word
from fasti.screening.other_names import MARKS

CARE, MARK = 1, 2
"""There is more to the piece than its words; the word may stand before another name of the same party."""
BOUND, CLOSING, OTHERWISE, FAMILY, OPAQUE = 4, 8, 16, 32, 64
"""As one of a person: not read alone; not so at the end of a name; written otherwise; an eastern family name; no
syllables of Mandarin or Hangul."""
TIED, RESPELT, LEGAL, BODY, SHORT = 128, 256, 512, 1024, 2048
"""As one of an organisation: not read alone; written otherwise; part of a legal form; names that have it may be
shortened; too short for a legal form that is written out."""
PREFIX = 4096
"""As one of a thing: a sort of ship."""


class Entry:
    """What is known of a word on the shelves that it was met on; what is of another shelf is not there.

    Attributes:
        token: The word as folded.
        flags: Those above that hold of it.
        person: It in plain spelling, as a word of a person.
        person_written: The same as it is written.
        organization: It in plain spelling, as one of an organisation.
        organization_written: The same as it is written.
        part: What an acronym needs to know of it.
        legal: The word if it is part of a legal form; else empty.
        thing: It as one of a thing.
    """

    __slots__ = (
        *("flags", "legal", "organization", "organization_written", "part", "person", "person_written"),
        *("thing", "token"),
    )

    flags: int
    legal: str
    organization: Unit
    organization_written: Unit
    part: Part
    person: Unit
    person_written: Unit
    thing: Unit
    token: str


class _Met(dict[str, Entry]):
    """Words that were met; what is known of one is asked when it is first met."""

    __slots__ = ("_shelves",)

    def __init__(self, shelves: Iterable[Shelf]) -> None:
        super().__init__()
        self._shelves = tuple(shelves)

    def __missing__(self, token: str) -> Entry:
        entry = Entry()
        entry.token, entry.flags = token, MARK * (token in MARKS)
        for shelf in self._shelves:
            _ENTERED[shelf](entry, token)
        self[token] = entry
        return entry


class _Pieces(dict[str, tuple[Entry, ...]]):
    """Pieces of text without a space that were met, each with its words; most are one."""

    __slots__ = ("words",)

    def __init__(self, shelves: Iterable[Shelf]) -> None:
        super().__init__()
        self.words = _Met(shelves)

    def __missing__(self, piece: str) -> tuple[Entry, ...]:
        words = tuple([self.words[token] for token in fold_piece(piece)])
        found = self[piece] = (_careful(), *words) if needs_care(piece) else words
        return found


@cache
def _careful() -> Entry:
    """Return what stands before the words of a piece that is more than these."""
    entry = Entry()
    entry.token, entry.flags = "", CARE
    return entry


def _enter_person(entry: Entry, token: str) -> None:
    plain, written, bound, closing = persons.LEXICON.about(token)
    entry.person, entry.person_written = plain.unit, written.unit
    entry.flags |= BOUND * bound | CLOSING * closing
    entry.flags |= OTHERWISE * (plain.token != written.token)
    opaque = not (has_syllables(token) or has_korean_syllables(token))
    entry.flags |= FAMILY * (token in eastern_families()) | OPAQUE * opaque


def _enter_organization(entry: Entry, token: str) -> None:
    plain, written, bound, _ = organizations.LEXICON.about(token)
    entry.organization, entry.organization_written, entry.part = plain.unit, written.unit, part_of(plain)
    entry.legal = token if token in legal_tokens() else ""
    entry.flags |= TIED * bound | RESPELT * (plain.token != written.token)
    entry.flags |= LEGAL * bool(entry.legal) | BODY * bool(entry.part[1] & OF_A_BODY)
    entry.flags |= SHORT * (len(token) < LEAST_SPELT)


def _enter_thing(entry: Entry, token: str) -> None:
    entry.thing = thing_word(token).unit
    entry.flags |= PREFIX * (token in PREFIXES)


_ENTERED: Mapping[Shelf, Callable[[Entry, str], None]] = {
    Shelf.PERSON: _enter_person,
    Shelf.ORGANIZATION: _enter_organization,
    Shelf.THING: _enter_thing,
}
_PIECES: dict[tuple[Shelf, ...], _Pieces] = {}


def entries(text: str, shelves: tuple[Shelf, ...]) -> list[Entry]:
    """Return what is known of each word of a text on some shelves; none if it has no letter or digit."""
    pieces = _PIECES.get(shelves)
    if pieces is None or len(pieces) > MOST_MET or len(pieces.words) > MOST_MET:
        pieces = _PIECES[shelves] = _Pieces(shelves)
    return [*chain.from_iterable(map(pieces.__getitem__, text.split(" ")))]

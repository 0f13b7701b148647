"""Decide which forms a name has on each shelf, as the index sees it.

They are those of its readings. A name whose words are all that there is to it needs no readings for that; of words that
are read alone, it is known already what they are.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter

from fasti.index.folding import LONGEST_MET
from fasti.index.tokens import MAX_TOKENS
from fasti.index.wording import Form, Shelf, Unit
from fasti.screening.legal_forms import parted_places
from fasti.screening.names.acronyms import LEAST_ACRONYM, acronym_words, acronyms_of, part_of, parts_of
from fasti.screening.names.entries import (
    BODY,
    BOUND,
    CARE,
    CLOSING,
    FAMILY,
    LEGAL,
    MARK,
    OPAQUE,
    OTHERWISE,
    PREFIX,
    RESPELT,
    SHORT,
    TIED,
    Entry,
    entries,
)
from fasti.screening.names.organization_words import organization_words
from fasti.screening.names.person_words import person_words
from fasti.screening.names.reading import Style, by_syllables, prepare, style_number, style_of
from fasti.screening.names.words import Word, Words

Forms = tuple[Form, ...]
Units = tuple[Unit, ...]
Entries = Sequence[Entry]


def forms(name: str, shelves: tuple[Shelf, ...]) -> list[Forms]:
    """Return the forms of a name on each of some shelves."""
    if len(name) <= LONGEST_MET:
        met = entries(name, shelves)
        flags = _flags(met)
        if 0 < len(met) <= MAX_TOKENS and not flags & (CARE | MARK):
            return [_TOLD[shelf](met, flags) for shelf in shelves]
    return [careful_forms(name, shelf) for shelf in shelves]


def careful_forms(name: str, shelf: Shelf) -> Forms:
    """Return the forms of a name's readings on a shelf."""
    return tuple([Form(_units(one.words), style_of(one)) for one in prepare(name, shelf).readings])


def _units(words: Iterable[Word]) -> Units:
    return tuple(map(_UNIT, words))


_UNIT = attrgetter("unit")
_TOKEN = attrgetter("token")


def _tokens(met: Entries) -> tuple[str, ...]:
    return tuple(map(_TOKEN, met))


def _flags(met: Entries) -> int:
    """Return the flags that hold of any of some words."""
    flags = 0
    for one in met:
        flags |= one.flags
    return flags


def _person(met: Entries, flags: int) -> Forms:
    if flags & BOUND or met[-1].flags & CLOSING:
        words = person_words(_tokens(met))
        if not words[0]:  # nothing but titles
            return ()
        told = _spelt(*_apart(words))
    else:
        plain = tuple([one.person for one in met])
        told = _spelt(plain, tuple([one.person_written for one in met]) if flags & OTHERWISE else plain)
    if not flags & FAMILY or flags & OPAQUE:
        return told
    return (*told, *(Form(_units(words), _OF_SYLLABLES[style]) for words, style in by_syllables(_tokens(met))))


def _organization(met: Entries, flags: int) -> Forms:
    core, kinds, written_out = met, flags, False
    if flags & LEGAL and (places := parted_places(tuple([one.legal for one in met]))):
        core = [one for at, one in enumerate(met) if at not in places]
        kinds, written_out = _flags(core), not flags & SHORT
    if kinds & TIED:
        words = organization_words(_tokens(core))
        told = _spelt(*_apart(words))
        parts = [*map(part_of, words[0])]
        written_out = not flags & SHORT and len(met) > len(parts)
    else:
        plain = tuple([one.organization for one in core])
        told = _spelt(plain, tuple([one.organization_written for one in core]) if kinds & RESPELT else plain)
        if not (written_out or (kinds & BODY and len(core) >= LEAST_ACRONYM)):
            return told
        parts = [one.part for one in core]
    whole = _parts(met, flags) if written_out else ()
    return (*told, *map(_acronym, acronyms_of(parts, whole)))


def _parts(met: Entries, flags: int) -> Sequence[tuple[str, int]]:
    """Return what an acronym needs to know of the words of a name with its legal form."""
    return parts_of(_tokens(met)) if flags & TIED else [one.part for one in met]


def _thing(met: Entries, flags: int) -> Forms:
    skipped = 0
    if flags & PREFIX:
        while skipped < len(met) - 1 and met[skipped].flags & PREFIX:
            skipped += 1
    units = tuple([one.thing for one in met])[skipped:]
    return (Form(units, _PLAIN[len(units) == 1]),)


def _apart(words: tuple[Words, Words]) -> tuple[Units, Units]:
    """Return the units of words in plain spelling and as they are written; the plain ones twice if one."""
    plain, written = words
    units = _units(plain)
    return units, units if written is plain else _units(written)


def _spelt(plain: Units, written: Units) -> Forms:
    """Return the forms of one spelling, or of two."""
    single = len(plain) == 1
    if plain is written:
        return (Form(plain, _BOTH[single]),)
    return Form(plain, _PLAIN[single]), Form(written, _WRITTEN[len(written) == 1])


@lru_cache(maxsize=1 << 14)
def _acronym(letters: str) -> Form:
    words = acronym_words(letters)
    return Form(_units(words), style_number(Style.PLAIN, short=True, single=len(words) == 1))


_PLAIN, _WRITTEN, _BOTH = (
    [style_number(style, short=False, single=single) for single in (False, True)]
    for style in (Style.PLAIN, Style.WRITTEN, Style.BOTH)
)
"""Numbers of the styles of several words, and of one."""
_OF_SYLLABLES = {one: style_number(one, short=False, single=False) for one in (Style.SYLLABLES, Style.KOREAN)}

_TOLD: Mapping[Shelf, Callable[[Entries, int], Forms]] = {
    Shelf.PERSON: _person,
    Shelf.ORGANIZATION: _organization,
    Shelf.THING: _thing,
}
"""For each shelf the forms of a name by its words and their flags."""

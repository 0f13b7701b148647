"""Decide which forms a name has on each shelf, as the index sees it.

They are those of its readings. A name of words that are read alone needs no reading for that: its forms are told by
what is known of its words, and are the same.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter

from fasti.index.tokens import tokenize
from fasti.index.wording import Form, Shelf, Unit
from fasti.screening.legal_forms import parted_places
from fasti.screening.names.acronyms import LEAST_ACRONYM, acronym_words, acronyms
from fasti.screening.names.entries import (
    BODY,
    BOUND,
    CLOSING,
    EDGE,
    FAMILY,
    MARK,
    OTHERWISE,
    PREFIX,
    RESPELT,
    SHORT,
    TIED,
    Entry,
    entries,
)
from fasti.screening.names.glancing import MOST_TEXT, needs_care
from fasti.screening.names.reading import Style, prepare, style_number, style_of
from fasti.screening.names.syllables import chinese_syllables
from fasti.screening.names.words import Word

Forms = tuple[Form, ...]
Entries = Sequence[Entry]


def forms(name: str, shelves: tuple[Shelf, ...]) -> list[Forms]:
    """Return the forms of a name on each of some shelves."""
    text = name[:MOST_TEXT] if len(name) > MOST_TEXT else name
    tokens = tokenize(text)
    met = entries(tokens, shelves)
    flags = _flags(met)
    if not tokens or flags & MARK or needs_care(text):
        return [careful_forms(name, shelf) for shelf in shelves]
    return [_TOLD[shelf](tokens, met, flags) or careful_forms(name, shelf) for shelf in shelves]


def careful_forms(name: str, shelf: Shelf) -> Forms:
    """Return the forms of a name's readings on a shelf."""
    return tuple([_form(one.words, style_of(one)) for one in prepare(name, shelf).readings])


def _form(words: Sequence[Word], style: int) -> Form:
    return Form(tuple(map(_UNIT, words)), style)


_UNIT = attrgetter("unit")


def _flags(met: Entries) -> int:
    """Return the flags that hold of any of some words."""
    flags = 0
    for one in met:
        flags |= one.flags
    return flags


def _person(tokens: tuple[str, ...], met: Entries, flags: int) -> Forms:
    if flags & BOUND or met[-1].flags & CLOSING:
        return ()
    plain = tuple([one.person for one in met])
    told = _spelt(plain, tuple([one.person_written for one in met]) if flags & OTHERWISE else plain)
    syllables = chinese_syllables(tokens) if flags & FAMILY else ()
    return (*told, _form(syllables, _SYLLABLES)) if syllables else told


def _organization(tokens: tuple[str, ...], met: Entries, flags: int) -> Forms:
    core = met
    if flags & EDGE and (places := parted_places(tokens)):
        core = [one for at, one in enumerate(met) if at not in places]
        flags, whole = _flags(core), flags
        written_out = not whole & SHORT
    else:
        written_out = False
    if flags & TIED:
        return ()
    plain = tuple([one.organization for one in core])
    told = _spelt(plain, tuple([one.organization_written for one in core]) if flags & RESPELT else plain)
    if written_out or (flags & BODY and len(core) >= LEAST_ACRONYM):
        return (*told, *map(_acronym, acronyms(tuple([one.word for one in core]), tokens)))
    return told


def _thing(_: tuple[str, ...], met: Entries, flags: int) -> Forms:
    skipped = 0
    if flags & PREFIX:
        while skipped < len(met) - 1 and met[skipped].flags & PREFIX:
            skipped += 1
    units = tuple([one.thing for one in met])[skipped:]
    return (Form(units, _PLAIN[len(units) == 1]),)


def _spelt(plain: tuple[Unit, ...], written: tuple[Unit, ...]) -> Forms:
    """Return the forms of one spelling, or of two."""
    single = len(plain) == 1
    if plain is written:
        return (Form(plain, _BOTH[single]),)
    return Form(plain, _PLAIN[single]), Form(written, _WRITTEN[single])


@lru_cache(maxsize=1 << 14)
def _acronym(letters: str) -> Form:
    words = acronym_words(letters)
    return _form(words, style_number(Style.PLAIN, short=True, single=len(words) == 1))


_PLAIN, _WRITTEN, _BOTH = (
    [style_number(style, short=False, single=single) for single in (False, True)]
    for style in (Style.PLAIN, Style.WRITTEN, Style.BOTH)
)
"""Numbers of the styles of several words, and of one."""
_SYLLABLES = style_number(Style.SYLLABLES, short=False, single=False)

_TOLD: Mapping[Shelf, Callable[[tuple[str, ...], Entries, int], Forms]] = {
    Shelf.PERSON: _person,
    Shelf.ORGANIZATION: _organization,
    Shelf.THING: _thing,
}
"""For each shelf the forms of a name by its words as folded, what is known of them, and their flags; none if a word is
not read alone."""

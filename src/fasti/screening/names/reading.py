"""Decide by which readings a name is compared on each shelf."""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cached_property, lru_cache

from fasti.index.tokens import MAX_TOKENS, tokenize
from fasti.index.wording import Form, Shelf, Unit
from fasti.model.values import dataclass
from fasti.screening.legal_forms import Parted
from fasti.screening.names import chinese, korean
from fasti.screening.names.consonantal import by_letters, lossy_word, romanised
from fasti.screening.names.organization_words import acronym, native_word, organization_words
from fasti.screening.names.organization_words import written_words as organization_words_written
from fasti.screening.names.pairing import Sentence
from fasti.screening.names.person_words import person_word, person_words, written_words
from fasti.screening.names.scripts import LOSSY, script_of
from fasti.screening.names.thing_words import thing_words
from fasti.screening.names.words import Word
from fasti.screening.variants import readings as parted_readings

NO_FORM = Parted((), (), ())
MOST_TEXT = 1000
"""A name is read by so many characters; a longer text is no name."""


class Style(StrEnum):
    """How the words of a reading are written.

    Attributes:
        PLAIN: In plain spelling, which all scripts have.
        WRITTEN: As they stand in Latin letters, for slips of the pen.
        BOTH: In plain spelling, which is how they are written as well.
        LETTERS: Letter by letter, of scripts that leave vowels out; for slips of the pen.
        NATIVE: In the characters of their own script; where both names have such a reading, nothing else is compared.
    """

    PLAIN = "plain"
    WRITTEN = "written"
    BOTH = "both"
    LETTERS = "letters"
    NATIVE = "native"


@dataclass(frozen=True, eq=False)
class Reading:
    """One way to read a name.

    Attributes:
        words: What is compared, in order; never empty in a prepared name.
        form: The legal form that was set apart.
        short: Whether it is a short name or an acronym of the name.
        style: How it is written; readings of one style are compared with each other.
    """

    words: tuple[Word, ...]
    form: Parted = NO_FORM
    short: bool = False
    style: Style = Style.PLAIN

    @cached_property
    def sentence(self) -> Sentence:
        """The words with what is looked up in them; made when first compared."""
        return Sentence.of(self.words)


def _reading(
    words: tuple[Word, ...], form: Parted = NO_FORM, *, short: bool = False, style: Style = Style.PLAIN
) -> Reading:
    return Reading(words[:MAX_TOKENS], form, short, style)


def style_of(reading: Reading) -> int:
    """Return the number of a reading's style: whether it is one word, whether it is a short name, how it is written."""
    return 4 * STYLES.index(reading.style) + 2 * reading.short + (len(reading.words) == 1)


STYLES = tuple(Style)


def meet(mine: Reading, theirs: Reading) -> bool:
    """Say whether two readings are compared: those of one style, and a short name with a single word alone."""
    return style_of(theirs) in MEETS[style_of(mine)]


def _meets(mine: int, theirs: int) -> bool:
    short, other = bool(mine & 2), bool(theirs & 2)
    if (short and other) or (short and not theirs & 1) or (other and not mine & 1):
        return False
    one, two = STYLES[mine >> 2], STYLES[theirs >> 2]
    return one is two or (Style.BOTH in (one, two) and {one, two} <= _SPELT)


_SPELT = frozenset({Style.PLAIN, Style.WRITTEN, Style.BOTH})


_NUMBERS = range(4 * len(STYLES))
MEETS = tuple(frozenset(theirs for theirs in _NUMBERS if _meets(mine, theirs)) for mine in _NUMBERS)
"""For each number of a style those of the readings that it is compared with."""


@dataclass(frozen=True, slots=True)
class PreparedName:
    """A name made ready for comparison on one shelf; to be kept by whoever compares it often.

    Attributes:
        text: The name, verbatim.
        shelf: The rule set.
        readings: Its readings, the whole name first; none if nothing in it can be compared.
    """

    text: str
    shelf: Shelf
    readings: tuple[Reading, ...]

    @property
    def forms(self) -> tuple[Form, ...]:
        """The readings as the index sees them."""
        return tuple(
            Form(tuple(Unit(w.token, w.weight, w.least, w.sort) for w in one.words), style_of(one))
            for one in self.readings
        )


def prepare(name: str, shelf: Shelf) -> PreparedName:
    """Read a name by the rules of one shelf.

    Args:
        name: In any script; what follows its `MOST_TEXT`th character or 60th word is not read.
        shelf: The rule set.
    """
    text = name[:MOST_TEXT] if len(name) > MOST_TEXT else name
    made = {Shelf.PERSON: _person, Shelf.ORGANIZATION: _organization, Shelf.THING: _thing}[shelf](text)
    distinct: dict[object, Reading] = {}
    for one in made:
        if one.words:
            distinct.setdefault((tuple(word.token for word in one.words), one.form, one.short, one.style), one)
    return PreparedName(name, shelf, tuple(distinct.values()))


@lru_cache(maxsize=1 << 15)
def prepared(name: str, shelf: Shelf) -> PreparedName:
    """Return a name as `prepare` does, and remember it: it is read to be found, and again to be scored."""
    return prepare(name, shelf)


def _person(name: str) -> Iterator[Reading]:
    script = script_of(name)
    if script == "han" and len(chinese.characters(name)) > 1:
        yield from _eastern_person(chinese.simplified(chinese.characters(name)), chinese.person)
    elif script == "hangul" and len(korean.syllables(name)) > 1:
        yield from _hangul_person(name)
    elif script in ("arabic", "hebrew"):
        yield from map(_reading, romanised(name, script))
        yield _reading(by_letters(name, script), style=Style.LETTERS)
    else:
        yield from _latin_person(name, lossy=script in LOSSY)


def _latin_person(name: str, *, lossy: bool) -> Iterator[Reading]:
    tokens = tokenize(name)
    words = person_words(tokens, lossy=lossy) if tokens else ()
    yield from _spelt(tuple(map(lossy_word, words)) if lossy else words, written_words(tokens) if tokens else ())
    if not name.isupper() and _CAMEL.search(name):
        yield _reading(person_words(tokenize(_CAMEL.sub(" ", name))))


def _spelt(plain: tuple[Word, ...], written: tuple[Word, ...], form: Parted = NO_FORM) -> Iterator[Reading]:
    """Yield the plain and the written reading; one where they are the same."""
    if [word.token for word in plain] == [word.token for word in written]:
        yield _reading(plain, form, style=Style.BOTH)
        return
    yield _reading(plain, form)
    yield _reading(written, form, style=Style.WRITTEN)


_CAMEL = re.compile(r"(?<=[^\W\dA-Z_]{3})(?=[A-Z])")
"""A capital inside a word, behind at least three small letters: two words written together."""


def _eastern_person(text: str, read: Callable[[str], tuple[tuple[str, ...], ...]]) -> Iterator[Reading]:
    for spoken in read(text):
        yield _reading(tuple(map(person_word, spoken)))
    yield _reading(tuple(map(native_word, chinese.coded(text))), style=Style.NATIVE)


def _hangul_person(name: str) -> Iterator[Reading]:
    parts = [part for one in re.split(r"[\s·・,]+", name) if (part := korean.syllables(one))]
    family = next((part for part in (parts[0], parts[-1]) if len(parts) > 1 and part in korean.families()), "")
    whole = "".join(parts)
    native = _reading(tuple(map(native_word, chinese.coded(whole))), style=Style.NATIVE)
    if family:
        parts.remove(family)
        for spelling in korean.spellings():
            spoken = (korean.families()[family], *(korean.spell(part, spelling) for part in parts))
            yield _reading(tuple(map(person_word, spoken)))
        yield native
    elif len(whole) <= _LONGEST_KOREAN:
        yield from _eastern_person(whole, korean.person)
    else:
        for spelling in korean.spellings():
            yield _reading(tuple(lossy_word(person_word(korean.spell(part, spelling))) for part in parts))
        yield native


_LONGEST_KOREAN = 4
"""Syllables of a Korean name; a longer one is a foreign name in Hangul."""


def _organization(name: str) -> Iterator[Reading]:
    script = script_of(name)
    if script == "han" and not _LATIN_LETTERS.search(name):
        latin, native = chinese.organization(chinese.simplified(chinese.characters(name)))
        yield _reading(organization_words(latin) if latin else ())
        yield _reading(tuple(map(native_word, native)), style=Style.NATIVE)
        return
    texts = [name, *(part for part in name.split("/") if "/" in name and len(part.strip()) >= _LEAST_PART)]
    texts += [_CAMEL.sub(" ", name)] if _CAMEL.search(name) else []
    for text in texts:
        for one in parted_readings(text):
            words = organization_words(one.parted.core)
            if one.short:
                yield _reading(words, one.parted, short=True)
            else:
                yield from _spelt(words, organization_words_written(words), one.parted)
    words = organization_words(parted_readings(name)[0].parted.core) if name.strip() else ()
    letters = acronym(words)
    if letters:
        yield _reading(organization_words((letters,)), short=True)


_LATIN_LETTERS = re.compile("[A-Za-z]{3}")
_LEAST_PART = 4


def _thing(name: str) -> Iterator[Reading]:
    tokens = tokenize(name)
    if tokens:
        yield _reading(thing_words(tokens))

"""Decide by which readings a name is compared on each shelf."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from fasti.index.tokens import MAX_TOKENS, tokenize
from fasti.index.wording import Shelf
from fasti.screening.legal_forms import NO_FORM, Parted, part
from fasti.screening.names import chinese, korean
from fasti.screening.names.acronyms import acronym_words, acronyms
from fasti.screening.names.arabic_bodies import latin_words
from fasti.screening.names.articles import with_article
from fasti.screening.names.consonantal import by_letters, lossy_word, romanised
from fasti.screening.names.glancing import Glance, glance
from fasti.screening.names.korean_syllables import korean_syllables
from fasti.screening.names.organization_words import native_word, organization_words
from fasti.screening.names.pairing import Sentence
from fasti.screening.names.person_words import generation, lossy_words, person_word, person_words
from fasti.screening.names.scripts import LOSSY
from fasti.screening.names.syllables import chinese_syllables
from fasti.screening.names.thing_words import thing_words
from fasti.screening.names.words import Words, spelt
from fasti.screening.variants import bracketed
from fasti.screening.variants import readings as parted_readings


class Style(IntEnum):
    """How the words of a reading are written.

    Attributes:
        PLAIN: In plain spelling, which all scripts have.
        WRITTEN: As they stand in Latin letters, for slips of the pen.
        BOTH: In plain spelling, which is how they are written as well.
        LETTERS: Letter by letter, of scripts that leave vowels out; for slips of the pen.
        SYLLABLES: By the syllables of Mandarin that a Chinese name in Latin letters stands for.
        ARTICLE: With the Arabic article for what is a slip from it; only with a name that has the article.
        KOREAN: By the syllables of Hangul that a Korean name in Latin letters stands for.
        NATIVE: In the characters of their own script; where both names have such a reading, nothing else is compared.
    """

    PLAIN = 0
    WRITTEN = 1
    BOTH = 2
    LETTERS = 3
    SYLLABLES = 4
    NATIVE = 5
    ARTICLE = 6
    KOREAN = 7


class Reading:
    """One way to read a name; never changed, and no dataclass, because every name that is screened makes some.

    Attributes:
        words: What is compared, in order, as many as are read; never empty in a prepared name.
        form: The legal form that was set apart.
        short: Whether it is a short name or an acronym of the name.
        style: How it is written; readings of one style are compared with each other.
    """

    __slots__ = ("_sentence", "form", "short", "style", "words")

    def __init__(
        self, words: Words, form: Parted = NO_FORM, *, short: bool = False, style: Style = Style.PLAIN
    ) -> None:
        """Take what a name is read as."""
        self.words = words if len(words) <= MAX_TOKENS else words[:MAX_TOKENS]
        self.form = form
        self.short = short
        self.style = style
        self._sentence: Sentence | None = None

    @property
    def sentence(self) -> Sentence:
        """The words with what is looked up in them; made when first compared."""
        if self._sentence is None:
            self._sentence = Sentence.of(self.words)
        return self._sentence


def style_of(reading: Reading) -> int:
    """Return the number of a reading's style: whether it is one word, whether it is a short name, how it is written."""
    return style_number(reading.style, short=reading.short, single=len(reading.words) == 1)


def style_number(style: Style, *, short: bool, single: bool) -> int:
    """Return the number of a style of readings that are short names or not, of a single word or not."""
    return 4 * style + 2 * short + single


def _meets(mine: int, theirs: int) -> bool:
    short, other = bool(mine & 2), bool(theirs & 2)
    if (short and other) or (short and not theirs & 1) or (other and not mine & 1):
        return False
    one, two = Style(mine >> 2), Style(theirs >> 2)
    if Style.ARTICLE in (one, two):
        return one in _SPELT or two in _SPELT
    return one is two or (Style.BOTH in (one, two) and {one, two} <= _SPELT)


_SPELT = frozenset({Style.PLAIN, Style.WRITTEN, Style.BOTH})


_NUMBERS = range(4 * len(Style))
MEETS = tuple(frozenset(theirs for theirs in _NUMBERS if _meets(mine, theirs)) for mine in _NUMBERS)
"""For each number of a style those of the readings that it is compared with."""


@dataclass(slots=True, eq=False)
class PreparedName:
    """A name made ready for comparison on one shelf; to be kept by whoever compares it often, and never changed.

    Attributes:
        text: The name, verbatim.
        shelf: The rule set.
        readings: Its readings, the whole name first; none if nothing in it can be compared.
    """

    text: str
    shelf: Shelf
    readings: tuple[Reading, ...]


def prepare(name: str, shelf: Shelf) -> PreparedName:
    """Read a name by the rules of one shelf.

    Args:
        name: In any script; what follows its `MOST_TEXT`th character or 60th word is not read.
        shelf: The rule set.
    """
    return PreparedName(name, shelf, _read(_glanced(name), _RULES[shelf]))


@lru_cache(maxsize=1 << 10)
def _glanced(name: str) -> Glance:
    """Return what is seen of a name, and remember it: it is read on one shelf after the other."""
    return glance(name)


@lru_cache(maxsize=1 << 12)
def prepared(name: str, shelf: Shelf) -> PreparedName:
    """Return a name as `prepare` does, and remember it: it is read to be found, and again to be scored."""
    return prepare(name, shelf)


def _distinct(made: Iterable[Reading]) -> tuple[Reading, ...]:
    distinct: dict[object, Reading] = {}
    for one in made:
        if one.words:
            distinct.setdefault((tuple([word.token for word in one.words]), one.form, one.short, one.style), one)
    return tuple(distinct.values())


def _person(name: Glance) -> tuple[Reading, ...]:
    if name.script or name.camel:
        return _distinct(_careful_person(name))
    plain, written = person_words(name.tokens)
    return (*_spelt(plain, written, generation(name.tokens)), *_by_syllables(name.tokens)) if plain else ()


def _read(name: Glance, rule: "Rule") -> tuple[Reading, ...]:
    """Return the readings of a name, and those of the other names that it gives."""
    found = rule(name)
    if not name.others:
        return found
    return _distinct((*found, *(one for other in name.others for one in _read(other, rule))))


def _by_syllables(tokens: tuple[str, ...]) -> tuple[Reading, ...]:
    return tuple([Reading(words, style=style) for words, style in by_syllables(tokens)])


def by_syllables(tokens: tuple[str, ...]) -> list[tuple[Words, Style]]:
    """Return the syllables that a name in Latin letters stands for, of Mandarin and of Hangul, where it may be so."""
    read = (chinese_syllables(tokens), Style.SYLLABLES), (korean_syllables(tokens), Style.KOREAN)
    return [(words, style) for words, style in read if words]


def _careful_person(name: Glance) -> Iterator[Reading]:
    text, script = name.text, name.script
    if script == "han" and len(chinese.characters(text)) > 1:
        yield from _eastern_person(chinese.simplified(chinese.family_first(text)), chinese.person)
    elif script == "hangul" and len(korean.syllables(text)) > 1:
        yield from _hangul_person(text)
    elif script in ("arabic", "hebrew"):
        yield from map(Reading, romanised(text, script))
        yield Reading(by_letters(text, script), style=Style.LETTERS)
    elif name.tokens:
        plain, written = person_words(name.tokens)
        if script in LOSSY:
            plain, written = spelt(tuple(map(lossy_word, lossy_words(name.tokens))), written)
        yield from (*_spelt(plain, written), *_by_syllables(name.tokens))
        if name.camel and not text.isupper():
            yield Reading(person_words(tokenize(name.camel))[0])


def _spelt(plain: Words, written: Words, form: Parted = NO_FORM) -> tuple[Reading, ...]:
    """Return the plain and the written reading; one where they are the same words."""
    if plain is written:
        return (Reading(plain, form, style=_BOTH),)
    return Reading(plain, form), Reading(written, form, style=_WRITTEN)


_BOTH, _WRITTEN = Style.BOTH, Style.WRITTEN
"""Looked up once: a member of an enumeration is found slowly, and each name needs one."""


def _eastern_person(text: str, read: Callable[[str], tuple[tuple[str, ...], ...]]) -> Iterator[Reading]:
    for spoken in read(text):
        yield Reading(tuple(map(person_word, spoken)))
        yield from _by_syllables(spoken)
    yield Reading(tuple(map(native_word, chinese.coded(text))), style=Style.NATIVE)


def _hangul_person(name: str) -> Iterator[Reading]:
    parts = [part for one in re.split(r"[\s·・,]+", name) if (part := korean.syllables(one))]
    family = next((part for part in (parts[0], parts[-1]) if len(parts) > 1 and part in korean.families()), "")
    whole = "".join(parts)
    native = Reading(tuple(map(native_word, chinese.coded(whole))), style=Style.NATIVE)
    if family:
        parts.remove(family)
        for spelling in korean.spellings():
            spoken = (korean.families()[family], *(korean.spell(part, spelling) for part in parts))
            yield Reading(tuple(map(person_word, spoken)))
        yield native
    elif len(whole) <= _LONGEST_KOREAN:
        yield from _eastern_person(whole, korean.person)
    else:
        for spelling in korean.spellings():
            yield Reading(tuple(lossy_word(person_word(korean.spell(part, spelling))) for part in parts))
        yield native


_LONGEST_KOREAN = 4
"""Syllables of a Korean name; a longer one is a foreign name in Hangul."""


def _organization(name: Glance) -> tuple[Reading, ...]:
    if name.script == "han" and not _LATIN_LETTERS.search(name.text):
        latin, native = chinese.organization(chinese.simplified(" ".join(chinese.HAN.findall(name.text))))
        readings = Reading(organization_words(latin)[0] if latin else ())
        return _distinct((readings, Reading(tuple(map(native_word, native)), style=Style.NATIVE)))
    if name.script == "hangul" and not _LATIN_LETTERS.search(name.text):
        spoken, native = chinese.organization_in_hangul(name.text)
        heard = [Reading(organization_words(words)[0]) for words in spoken if words]
        return _distinct((*heard, Reading(tuple(map(native_word, native)), style=Style.NATIVE)))
    articled = with_article(name.text)
    if articled is not None:
        words, form = articled
        return _distinct((*_of_latin(name), Reading(words, form, style=Style.ARTICLE)))
    if name.script == "arabic":
        translated = Reading(organization_words(part(latin_words(name.text)).core)[0])
        return _distinct(
            (*_of_latin(name), translated, Reading(by_letters(name.text, name.script), style=Style.LETTERS))
        )
    return _of_latin(name)


def _of_latin(name: Glance) -> tuple[Reading, ...]:
    if not (name.camel or "/" in name.text or bracketed(name.text)):
        return _with_acronyms(_of_parted(part(name.tokens)), name.tokens) if name.tokens else ()
    sides = [side for side in name.text.split("/") if len(side.strip()) >= _LEAST_PART] if "/" in name.text else []
    texts = [name.text, *sides, *([name.camel] if name.camel else ())]
    variants = [one for text in texts for one in parted_readings(text)]
    made = [one for variant in variants for one in _of_parted(variant.parted, short=variant.short)]
    return _distinct(_with_acronyms(made, name.tokens))


def _of_parted(name: Parted, *, short: bool = False) -> tuple[Reading, ...]:
    plain, written = organization_words(name.core)
    return (Reading(plain, name, short=True),) if short else _spelt(plain, written, name)


def _with_acronyms(made: Sequence[Reading], tokens: tuple[str, ...]) -> tuple[Reading, ...]:
    """Return the readings of a name, the whole name first, with its acronyms."""
    found = acronyms(made[0].words, tokens)
    return (*made, *(Reading(acronym_words(letters), short=True) for letters in found))


_LATIN_LETTERS = re.compile("[A-Za-z]{3}")
_LEAST_PART = 4


def _thing(name: Glance) -> tuple[Reading, ...]:
    return (Reading(thing_words(name.tokens)),) if name.tokens else ()


Rule = Callable[[Glance], tuple[Reading, ...]]
_RULES: dict[Shelf, Rule] = {Shelf.PERSON: _person, Shelf.ORGANIZATION: _organization, Shelf.THING: _thing}

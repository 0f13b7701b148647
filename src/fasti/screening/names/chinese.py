"""Decide how a name in Chinese characters reads: in Mandarin, and where its characters say so in Korean or Japanese."""

import re
from functools import cache, lru_cache

from fasti.screening.names import korean
from fasti.screening.names.mandarin import syllables
from fasti.screening.names.name_tables import read_table
from fasti.screening.names.scripts import letters_of, words_of

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+")
_LONGEST_PERSON = 4


def simplified(text: str) -> str:
    """Return a text in simplified characters, so that both ways of writing are one.

    >>> simplified("習近平")
    '习近平'
    """
    table = letters_of("simplified")
    return "".join(table.get(letter, letter) for letter in text)


def characters(text: str) -> str:
    """Return the Chinese characters of a text."""
    return "".join(HAN.findall(text))


def family_first(text: str) -> str:
    """Return the Chinese characters of a person's name, the family name first where a space says that it is last.

    >>> family_first("志伟 陈"), family_first("山田 武")
    ('陈志伟', '山田武')
    """
    parts: list[str] = HAN.findall(text)
    if [len(part) for part in parts] != _GIVEN_AND_FAMILY or parts[0] in words_of("japanese_family", "names"):
        return "".join(parts)
    return parts[1] + parts[0]


_GIVEN_AND_FAMILY = [2, 1]
"""Characters of a given and of a family name, written apart."""


@lru_cache(maxsize=1 << 12)
def pinyin(text: str) -> tuple[str, ...]:
    """Return the Mandarin syllables of simplified characters, without tones."""
    return tuple([syllable.replace("v", "u").lower() for syllable in syllables(text) if syllable.isascii()])


def person(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the readings of a person's name, each as family name and given name.

    A name of a family known in Japan or Korea has its reading there besides.

    >>> person("习近平"), person("金正恩")[1]
    ((('xi', 'jinping'),), ('kim', 'jeongeun'))
    """
    size = 2 if text[:2] in _compounds() else 1
    spoken = pinyin(text)
    if not spoken:
        return ()
    if len(text) > _LONGEST_PERSON or len(spoken) <= size:
        return (spoken,)
    family = (
        words_of("family_readings", "names").get(text[0], "".join(spoken[:size]))
        if size == 1
        else "".join(spoken[:size])
    )
    return tuple(dict.fromkeys(((family, "".join(spoken[size:])), *_korean(text), *_japanese(text))))


@cache
def _compounds() -> frozenset[str]:
    return frozenset(read_table("scripts.toml")["compound_family_names"]["names"])  # type: ignore[call-overload]


def _korean(text: str) -> tuple[tuple[str, ...], ...]:
    table = letters_of("korean_readings")
    spoken = "".join(table.get(letter, "") for letter in text)
    if len(spoken) != len(text) or len(text) < 2 or spoken[0] not in korean.families():  # noqa: PLR2004 - two names
        return ()
    return korean.person(spoken)


def _japanese(text: str) -> tuple[tuple[str, ...], ...]:
    families, given = words_of("japanese_family", "names"), words_of("japanese_given", "names")
    return tuple(
        (families[text[:cut]], given[text[cut:]])
        for cut in range(1, len(text))
        if text[:cut] in families and text[cut:] in given
    )


def organization(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of an organisation's name: translated where the table knows them, the rest in Mandarin.

    The second reading is the name in its own characters, with the same words set apart. Legal forms are taken out. A
    space parts words.

    >>> organization("华为技术有限公司")[0]
    ('huawei', 'technology')
    """
    latin: list[str] = []
    native: list[str] = []
    if _of_a_person(text):
        return (), coded("".join(text.split()))
    for piece in _pieces(text):
        translated = _native_words().get(piece)
        if translated is None:
            latin.append("".join(pinyin(piece)))
            native.extend(coded(piece))
        elif translated:
            latin.extend(translated.split())
            native.extend(translated.split())
    return tuple(word for word in latin if word), tuple(native)


def organization_in_hangul(text: str) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """Return the words of an organisation's name in Hangul, once by each way of spelling, and in its own characters.

    >>> organization_in_hangul("한빛전자 주식회사")[0][0]
    ('hanbit', 'electronic')
    """
    table = _native_words()
    pieces = _pieces(" ".join(map(korean.syllables, text.split())))
    if _of_a_person(text):
        return (), coded("".join(pieces))
    native = tuple(word for one in pieces for word in (table[one].split() if one in table else coded(one)))
    spelt = dict.fromkeys(
        tuple(word for one in pieces for word in (table[one].split() if one in table else (korean.spell(one, way),)))
        for way in korean.spellings()
    )
    return tuple(spelt), native


def coded(text: str) -> tuple[str, ...]:
    """Return characters as tokens that equal themselves only.

    >>> coded("习近")
    ('u04e60', 'u08fd1')
    """
    return tuple(f"u0{ord(letter):x}" for letter in text)


def _of_a_person(text: str) -> bool:
    """Say whether a text is a person's name by its length and a space: only persons' names part so few characters."""
    parts = text.split()
    return len(parts) > 1 and sum(map(len, parts)) <= _LONGEST_PERSON and _native_words().keys().isdisjoint(parts)


def _pieces(text: str) -> list[str]:
    return [piece for part in text.split() for piece in _segmented(part)]


def _segmented(text: str) -> list[str]:
    table, longest = _native_words(), _longest_native_word()
    pieces: list[str] = []
    rest = ""
    at = 0
    while at < len(text):
        size = next((n for n in range(min(longest, len(text) - at), 0, -1) if text[at : at + n] in table), 0)
        if size:
            pieces += [rest, text[at : at + size]] if rest else [text[at : at + size]]
            rest, at = "", at + size
        else:
            rest, at = rest + text[at], at + 1
    return [*pieces, rest] if rest else pieces


@cache
def _longest_native_word() -> int:
    return max(map(len, _native_words()))


@cache
def _native_words() -> dict[str, str]:
    """Return native words to their translations; those of legal forms to nothing."""
    table = read_table("organizations.toml")
    words: dict[str, str] = dict(table["native"])  # type: ignore[arg-type]
    return {simplified(word): words.get(word, "") for word in (*words, *table["native_forms"])}

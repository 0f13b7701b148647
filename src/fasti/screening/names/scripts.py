"""Decide in which script a name is written, and put scripts without vowels into Latin letters."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from fasti.screening.names.name_tables import read_table

_RANGES = (
    ("han", "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"),
    ("kana", "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"),
    ("hangul", "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"),
    ("arabic", "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff"),
    ("hebrew", "\u0590-\u05ff\ufb1d-\ufb4f"),
    ("other_lossy", "\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"),
)
_SCRIPT = re.compile("|".join(f"(?P<{name}>[{letters}])" for name, letters in _RANGES))
LOSSY = frozenset({"arabic", "hebrew", "kana", "other_lossy"})
"""Scripts whose romanisation lacks vowels or tells fewer sounds apart."""


def script_of(text: str) -> str:
    """Return the script of the first letter that needs care; empty for Latin, Cyrillic, Greek and their like.

    >>> script_of("Putin"), script_of("محمد"), script_of("김정은"), script_of("習近平")
    ('', 'arabic', 'hangul', 'han')
    """
    if text.isascii():
        return ""
    found = _SCRIPT.search(text)
    return found.lastgroup or "" if found else ""


@cache
def words_of(table: str, key: str) -> Mapping[str, str]:
    """Return a table of `scripts.toml` that is written `a=b c=d`."""
    text = str(read_table("scripts.toml")[table][key])  # type: ignore[call-overload]
    return dict(pair.split("=") for pair in text.split())


@cache
def letters_of(table: str) -> Mapping[str, str]:
    """Return a table of `scripts.toml` that is written in pairs of characters `ab cd`."""
    text = str(read_table("scripts.toml")[table]["pairs"])  # type: ignore[call-overload]
    return {pair[0]: pair[1] for pair in text.split()}


_MARKS = re.compile(
    "[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ARTICLE = "ال"
_LEAST_AFTER_ARTICLE = 3
_CONSONANT = re.compile("^\u0648(?=.)|\u0648(?=[\u0627\u064a])|(?<=\u0627)\u0648")
"""Waw that is a `w`, not a vowel: at the beginning, beside alif, before ya."""
_SILENT_ENDING = re.compile("(?<=..)\u0647$")
_PAIRS = frozenset({"sh", "kh", "th", "dh", "gh", "zh", "ch"})
"""Two Latin letters that are one sound; two letters of a word that give them are two."""

Spelt = tuple[str, bool]
"""A word in Latin letters, and whether vowels may be missing in it."""


def without_vowels(text: str, script: str, *, others: bool = False) -> tuple[Spelt, ...]:
    """Return the words of an Arabic or Hebrew text in Latin letters, each with whether vowels may be missing.

    Args:
        text: The text.
        script: `arabic` or `hebrew`.
        others: Whether letters have the other sounds that some have: as Persian speaks Arabic letters, and what
            Hebrew letters sound like inside a word.

    >>> without_vowels("عبد الفتاح السيسي", "arabic")
    (('abd', False), ('al', False), ('fattah', False), ('al', False), ('sisi', False))
    """
    return tuple(part for word in _words(text, script) for part in _word(word, script, others=others))


def lettered(text: str, script: str) -> tuple[tuple[str, tuple[Spelt, ...]], ...]:
    """Return the words of a text in one Latin letter for each of theirs, with what `without_vowels` makes of each.

    >>> lettered("محمد", "arabic")
    (('mhmd', (('muhammad', False),)),)
    """
    codes = words_of(f"{script}_letters", "codes")
    found = (("".join(codes.get(letter, "") for letter in word), _word(word, script)) for word in _words(text, script))
    return tuple((code, parts) for code, parts in found if code and parts)


def _words(text: str, script: str) -> list[str]:
    return _WORD.findall(_one_letter(_MARKS.sub("", text.replace("\u200c", " ")), script))


@lru_cache(maxsize=1 << 13)
def _word(word: str, script: str, *, others: bool = False) -> tuple[Spelt, ...]:
    if others and word in _other_names(script):
        return ((_other_names(script)[word], False),)
    if word in _folded_names(script):
        return ((_folded_names(script)[word], False),)
    if script == "arabic" and word.startswith(_ARTICLE) and len(word) >= len(_ARTICLE) + _LEAST_AFTER_ARTICLE:
        return ("al", False), *_word(word[len(_ARTICLE) :], script, others=others)
    if script == "arabic" and word.endswith("الله") and word != "الله":
        first = _word(word.removesuffix("الله"), script, others=others)[0]
        return ((f"{first[0]}ullah", first[1]),)
    spelt = _spelt(word, script, others=others)
    return ((spelt, True),) if spelt else ()


def _spelt(word: str, script: str, *, others: bool) -> str:
    """Write a word by the sounds of its letters; letters that would be read as one sound are kept apart."""
    letters = words_of(f"{script}_letters", "letters")
    sounds = words_of(f"{script}_letters", "others") if others else {}
    if script == "arabic":
        word = _SILENT_ENDING.sub("", _CONSONANT.sub("\u06a4", word))
    text = ""
    for at, letter in enumerate(word):
        sound = sounds.get(letter, "") if at or script == "arabic" else ""
        sound = sound or letters.get(letter, "")
        text += f"e{sound}" if text[-1:] + sound[:1] in _PAIRS else sound
    return text


@cache
def _other_names(script: str) -> Mapping[str, str]:
    names = words_of("persian_names", "names") if script == "arabic" else {}
    return {_one_letter(name, script): latin for name, latin in names.items()}


@cache
def _folded_names(script: str) -> Mapping[str, str]:
    names = words_of(f"{script}_names", "names")
    return {_one_letter(name, script): latin for name, latin in names.items()}


def _one_letter(text: str, script: str) -> str:
    return lettered_alike(text) if script == "arabic" else text


def lettered_alike(text: str) -> str:
    """Write letters that Arabic, Persian and Urdu typists use for one another in one way; without marks of vowels."""
    return _MARKS.sub("", text).translate(_alike())


@cache
def _alike() -> dict[int, str]:
    return str.maketrans(dict(words_of("arabic_letters", "alike")))

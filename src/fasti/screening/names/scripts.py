"""Decide in which script a name is written, and put scripts without vowels into Latin letters."""

import re
from collections.abc import Mapping
from functools import cache

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


def without_vowels(text: str, script: str) -> tuple[tuple[str, bool], ...]:
    """Return the words of an Arabic or Hebrew text in Latin letters, each with whether vowels may be missing.

    >>> without_vowels("عبد الفتاح السيسي", "arabic")
    (('abd', False), ('al', False), ('fattah', False), ('al', False), ('sisi', False))
    """
    plain = _one_letter(_MARKS.sub("", text.replace("\u200c", " ")), script)
    return tuple(part for word in _WORD.findall(plain) for part in _word(word, script))


def _word(word: str, script: str) -> tuple[tuple[str, bool], ...]:
    letters = words_of(f"{script}_letters", "letters")
    if word in _folded_names(script):
        return ((_folded_names(script)[word], False),)
    if script == "arabic" and word.startswith(_ARTICLE) and len(word) >= len(_ARTICLE) + _LEAST_AFTER_ARTICLE:
        return ("al", False), *_word(word[len(_ARTICLE) :], script)
    if script == "arabic" and word.endswith("الله") and word != "الله":
        first = _word(word.removesuffix("الله"), script)[0]
        return ((f"{first[0]}ullah", first[1]),)
    spelt = "".join(letters.get(letter, "") for letter in word)
    return ((spelt, True),) if spelt else ()


@cache
def _folded_names(script: str) -> Mapping[str, str]:
    names = words_of(f"{script}_names", "names")
    return {_one_letter(name, script): latin for name, latin in names.items()}


def _one_letter(text: str, script: str) -> str:
    """Write letters that Arabic, Persian and Urdu typists use for one another in one way."""
    return text.translate(_alike()) if script == "arabic" else text


@cache
def _alike() -> dict[int, str]:
    return str.maketrans(dict(words_of("arabic_letters", "alike")))

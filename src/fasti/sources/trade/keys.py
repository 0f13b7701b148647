"""Give an entry without a publisher's number a stable key, the same in every file that has it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from fasti.sources.source_info import description_table

_BRACKETS = re.compile(r"\(.*\)")
_WORD = re.compile(r"[^\W_]+")
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class KeyRule:
    """What the key of an entry on one list is made of.

    Attributes:
        prefix: Authority in front of the colon.
        name: How the name is taken: `printed`, by case and spaces alone not told apart; its `words`, without marks and
            accents; its `sorted_words`, which also leaves out what stands in brackets.
        fields: Beside the name, in order: `listed_on` or `citation`.
    """

    prefix: str
    name: str
    fields: tuple[str, ...]


def make_key(list_id: str, name: str, fields: Mapping[str, str]) -> str:
    """Return the key of an entry.

    Args:
        list_id: The list.
        name: Primary name as printed.
        fields: What the list's rule may ask for besides.
    """
    rule = key_rule(list_id)
    parts = [reduced(name, rule.name), *(fields.get(field, "") for field in rule.fields)]
    return f"{rule.prefix}:{sha256('|'.join(parts).encode()).hexdigest()[:_DIGITS]}"


@cache
def key_rule(list_id: str) -> KeyRule:
    """Return the rule that the list's own source declares in `source.toml`."""
    table = description_table(list_id)["key"]
    return KeyRule(table["prefix"], table["name"], tuple(table["fields"]))


def reduced(name: str, how: str) -> str:
    """Return what of a name goes into a key.

    Args:
        name: As printed.
        how: As a `KeyRule` says.

    >>> reduced("Xi'an  Aero", "words") == reduced("Xi?an Aero", "words"), reduced("AL-Noor  CO", "printed")
    (True, 'al-noor co')
    >>> reduced("Hukic, Bajro (deceased)", "sorted_words") == reduced("Bajro HUKIC", "sorted_words")
    True
    """
    if how == "printed":
        return " ".join(name.casefold().split())
    bare = _BRACKETS.sub(" ", name) if how == "sorted_words" else name
    words = words_of(bare) or words_of(name)
    return " ".join(sorted(words) if how == "sorted_words" else words)


def words_of(name: str) -> list[str]:
    """Return the words of a name in lower case, without marks and accents."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return _WORD.findall("".join(char for char in plain if not unicodedata.combining(char)))

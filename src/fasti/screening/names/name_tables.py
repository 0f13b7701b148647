"""Read the tables of persons' names: spellings of one name, nicknames, and the words around a name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from hashlib import sha256
from pathlib import Path

from fasti.index.words import WORDS
from fasti.screening.names.spelling import plain
from fasti.tables.shipped import shipped

VERY_COMMON = 0.6
COMMON = 0.8
TABLES = Path(__file__).with_name("tables")


@dataclass(frozen=True, slots=True)
class KnownName:
    """What the tables say of one plain spelling.

    Attributes:
        weight: What it weighs.
        names: The names it spells, each by its first spelling in the table.
        shorts: The full names of which it is a short form, or which it is.
    """

    weight: float
    names: frozenset[str]
    shorts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a person's name, as folded."""

    titles: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    kin: frozenset[str]
    kin_behind: frozenset[str]
    light: frozenset[str]
    fathers: frozenset[str]
    mothers: frozenset[str]
    vowelless: frozenset[str]
    vietnamese: frozenset[str]
    misspelt: frozenset[str]


@cache
def read_table(name: str) -> dict[str, list[str]]:
    """Return one table by its file's name, read once; not to be changed."""
    return shipped(f"screening/names/tables/{name}")


RULES = 21
"""Changes whenever the same tables could give other readings or keys."""


def tables_digest() -> str:
    """Return a short digest of the tables and the rules they are read by: what is stored under another is stale."""
    tables = [*sorted(TABLES.glob("*.toml")), TABLES.parent.with_name("legal_forms.toml"), WORDS]
    content = b"".join(table.read_bytes() for table in tables)
    return f"{RULES}.{sha256(content).hexdigest()[:8]}"


@cache
def around() -> Around:
    """Return the words around a person's name."""
    table = read_table("persons.toml")
    return Around(*(frozenset(table[one.name]) for one in fields(Around)))


@cache
def generations() -> Mapping[str, str]:
    """Return the marks that tell a father from his son, each with the first of its line."""
    lines = read_table("persons.toml")["generations"]
    return {mark: line.split()[0] for line in lines for mark in line.split()}


@cache
def doubled_names() -> Mapping[str, tuple[str, str]]:
    """Return the given names that are two written as one (`gholamreza`), each with the two."""
    table = read_table("persons.toml")
    first, second = (_spellings_of(frozenset(table[part])) for part in ("doubled_first", "doubled_second"))
    return {one + other: (one, other) for one in first for other in second}


def _spellings_of(names: frozenset[str]) -> tuple[str, ...]:
    table = read_table("given_names.toml")
    lines = [line.split() for line in (*table["very_common"], *table["common"])]
    return tuple(sorted(names.union(*(line for line in lines if not names.isdisjoint(line)))))


@cache
def known_names() -> Mapping[str, KnownName]:
    """Return what the tables say, by plain spelling."""
    given, family = read_table("given_names.toml"), read_table("family_names.toml")
    weights: dict[str, float] = {}
    names: dict[str, set[str]] = {}
    shorts: dict[str, set[str]] = {}
    for weight, lines in (
        (VERY_COMMON, given["very_common"]),
        (COMMON, [*given["common"], *family["common"], *family["eastern"]]),
    ):
        for first, token in _spelt(lines):
            weights.setdefault(token, weight)
            names.setdefault(token, set()).add(first)
    for first, token in _spelt(given["nicknames"]):
        weights.setdefault(token, COMMON)
        shorts.setdefault(token, set()).add(first)
    _share(names, shorts)
    return {
        token: KnownName(weight, frozenset(names.get(token, ())), frozenset(shorts.get(token, ())))
        for token, weight in weights.items()
    }


def _share(names: Mapping[str, set[str]], shorts: dict[str, set[str]]) -> None:
    """Give every spelling of a full name the short forms of that name: `Aleksandr` is called `Sasha` as well."""
    full: dict[str, set[str]] = {}
    for token, own in names.items():
        if token in shorts.get(token, ()):
            for name in own:
                full.setdefault(name, set()).add(token)
    for token, own in names.items():
        called = {one for name in own for one in full.get(name, ())}
        if called:
            shorts.setdefault(token, set()).update(called)


def _spelt(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in lines:
        spellings = [plain(one) for one in line.split()]
        for spelling in spellings:
            yield spellings[0], spelling


@cache
def known_spellings() -> frozenset[str]:
    """Return the names of the tables as they are spelt there."""
    given, family = read_table("given_names.toml"), read_table("family_names.toml")
    lines = (*given["very_common"], *given["common"], *family["common"], *family["eastern"])
    return frozenset(spelling for line in lines for spelling in line.split())


_LEAST_FATHER = 4


@cache
def given_spellings() -> frozenset[str]:
    """Return the given names of the tables of four letters or more, as they are spelt there, and `ali`."""
    table = read_table("given_names.toml")
    lines = (*table["very_common"], *table["common"])
    return frozenset(one for line in lines for one in line.split() if len(one) >= _LEAST_FATHER or one == "ali")


@cache
def eastern_families() -> frozenset[str]:
    """Return the Chinese and Korean family names as they are spelt in the tables."""
    return frozenset(spelling for line in read_table("family_names.toml")["eastern"] for spelling in line.split())


def one_name(one: str, other: str) -> bool:
    """Say whether two names are spellings of one name of the tables, or one is a short form of the other."""
    mine, theirs = known_names()[plain(one)], known_names()[plain(other)]
    return bool(mine.names & theirs.names or mine.shorts & theirs.shorts)


SERVANT_OF = "abd"
_ENDINGS = ("ova", "eva", "ov", "ev")
"""Of family names that Russian and its neighbours make of a given name, the woman's before the man's."""
_LEAST_STEM = 4


def made_names(token: str) -> frozenset[str]:
    """Return the names that a name spells which is made from a known given name; none for another token.

    Such are servant names (`Abdul Karim`), family names of Slavic form (`Magomedov`, `Muhammadov`), and patronymics
    (`Grigoryevich`, `Hryhorovych`).
    """
    if token.startswith(SERVANT_OF):
        return frozenset(SERVANT_OF + name for name in _given_names().get(token.removeprefix(SERVANT_OF), ()))
    if token.endswith(_CHILDREN):
        child = "vich" if token.endswith("vich") else "vna"
        stem = _STEM_ENDING.sub("", token.removesuffix(child))
        return frozenset(name + child for name in _stems().get(stem, ())) if len(stem) >= _LEAST_STEM else frozenset()
    if not token.endswith(_ENDINGS):
        return frozenset()
    ending = next(one for one in _ENDINGS if token.endswith(one))
    if len(token) < len(ending) + _LEAST_STEM:
        return frozenset()
    sex = "a" if ending[-1] == "a" else ""
    return frozenset(f"{name}ov{sex}" for name in _given_names().get(token.removesuffix(ending), ()))


_CHILDREN = ("vich", "vna")
_STEM_ENDING = re.compile("[aeioujy]+$")
"""What a given name and its patronymic end their common stem with."""


@cache
def _stems() -> Mapping[str, frozenset[str]]:
    """Return the given names by their stems."""
    found: dict[str, set[str]] = {}
    for token, names in _given_names().items():
        found.setdefault(_STEM_ENDING.sub("", token), set()).update(names)
    return {stem: frozenset(names) for stem, names in found.items()}


@cache
def _given_names() -> Mapping[str, frozenset[str]]:
    table = read_table("given_names.toml")
    names: dict[str, set[str]] = {}
    for first, token in _spelt([*table["very_common"], *table["common"]]):
        names.setdefault(token, set()).add(first)
    return {token: frozenset(found) for token, found in names.items()}

"""Find the two letters of a country that a publisher names in words."""

import tomllib
from functools import cache
from importlib import resources


def country_code(name: str) -> str:
    """Return the ISO 3166-1 code of a country, lower case; empty if no name or code is known so.

    >>> country_code("Korea, North"), country_code("RU"), country_code("Atlantis")
    ('kp', 'ru', '')
    """
    words = " ".join(name.split()).casefold()
    return words if words in _codes() else _names().get(words, "")


@cache
def _codes() -> frozenset[str]:
    return frozenset(_names().values())


@cache
def _names() -> dict[str, str]:
    text = resources.files("fasti.sources.ftm").joinpath("countries.toml").read_text(encoding="utf-8")
    return {name.casefold(): code for code, names in tomllib.loads(text).items() for name in names}

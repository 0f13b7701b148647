"""Find the two letters of a country that a publisher names in words."""

from functools import cache

from fasti.tables.shipped import shipped


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
    return {name.casefold(): code for code, names in shipped("sources/ftm/countries.toml").items() for name in names}

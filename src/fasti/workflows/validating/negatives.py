"""Makes up parties that are on no list, seeded so that they repeat: what alerts on them is a false alarm, or chance."""

from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

from fasti.model.identity import Name, PartyKind
from fasti.model.subject import Country, Subject
from fasti.tables.shipped import shipped

COMPANIES_SHARE = 0.25
MIDDLE_SHARE = 0.2
YOUNGEST, OLDEST = 2006, 1936
COUNTRIES = ("us", "gb", "de", "fr", "es", "it", "pl", "se", "tr", "in", "cn", "jp", "kr", "ng", "za", "br", "mx", "ae")


def made_up(seed: int, *, evidence: bool) -> Iterator[Subject]:
    """Yield made-up parties without end, the same for a seed; none twice.

    Args:
        seed: Of the generator.
        evidence: Whether they have birth dates and countries.
    """
    chance = Random(f"negatives {seed}")  # noqa: S311 - it has to repeat
    seen: set[str] = set()
    while True:
        person = chance.random() >= COMPANIES_SHARE
        name = _person(chance) if person else _company(chance)
        country = (Country(chance.choice(COUNTRIES)),) if evidence else ()
        born = (_day(chance),) if evidence and person else ()
        if name not in seen:
            seen.add(name)
            kind = PartyKind.PERSON if person else PartyKind.ORGANIZATION
            yield Subject(kind, (Name(name),), birth_dates=born, countries=country)


def _person(chance: Random) -> str:
    people = chance.choice(_parts()["people"])
    given = chance.choice(people["given"])
    if chance.random() < MIDDLE_SHARE:
        given = f"{given} {chance.choice(people['given'])}"
    return f"{given} {chance.choice(people['family'])}"


def _company(chance: Random) -> str:
    companies = _parts()["companies"]
    return " ".join(filter(None, (chance.choice(companies[part]) for part in ("first", "second", "form"))))


def _day(chance: Random) -> str:
    return f"{chance.randint(OLDEST, YOUNGEST)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


@cache
def _parts() -> Any:  # noqa: ANN401 - a table of tables
    return shipped("workflows/validating/negatives.toml")

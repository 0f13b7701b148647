"""From a row of a table to the party it asks for: what of its cells is used, and what is not, with the reason."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fasti.model.errors import UsageError
from fasti.model.identity import Identifier, Name, NameKind, PartyKind
from fasti.model.listing import Address
from fasti.model.subject import Country, Subject
from fasti.screening.keys import parse_key, says_something
from fasti.sources.ftm.countries import country_code
from fasti.workflows.bulk.birthdays import read_birthday
from fasti.workflows.bulk.columns import NAME, NAME_PARTS, compact, headings
from fasti.workflows.bulk.rows import Row

LONGEST_NAME = 10_000
"""Characters; what is longer is a text and no name."""
KINDS = ", ".join(sorted(one for one in PartyKind if one is not PartyKind.UNKNOWN))
RELATIONS = {"country": "country", "nationality": "nationality"}
Cells = Mapping[str, tuple[str, ...]]


class Asked(NamedTuple):
    """What a row asks; a tuple, of which millions are made.

    Attributes:
        row: Its number.
        id: Its own key; `None` if it has none.
        name: The name to show: the first, or the first identifier.
        subject: Who is asked for; `None` if no more than the name is known.
        problem: Why the row cannot be asked; empty if it can.
        notes: What was not used, and why.
    """

    row: int
    id: str | None
    name: str
    subject: Subject | None = None
    problem: str = ""
    notes: tuple[str, ...] = ()

    @classmethod
    def named(cls, row: int, name: str) -> "Asked":
        """Return a row of which no more than a name is known."""
        return cls(row, None, name)

    @property
    def party(self) -> Subject:
        """Who is asked for."""
        return Subject.named(self.name) if self.subject is None else self.subject


def asked(row: Row) -> Asked:
    """Return what a row asks."""
    number, cells, problem = row
    own = cells["id"][0] if "id" in cells else None
    first = cells.get(NAME, ())
    if len(first) == 1 and len(cells) == (1 if own is None else 2) and not problem and _is_plain(first[0]):
        return Asked(number, own, first[0])
    names = _names(cells)
    shown = names[0].text if names else ""
    if problem:
        return Asked(number, own, shown, None, problem)
    longest = max((len(one.text) for one in names), default=0)
    if longest > LONGEST_NAME:
        problem = f"the name has {longest} characters: one of more than {LONGEST_NAME} is not asked"
        return Asked(number, own, shown[:LONGEST_NAME], None, problem)
    return _whole(number, own, names, cells)


def _is_plain(name: str) -> bool:
    """Say whether a name can be asked as it is; the first letter mostly tells."""
    return len(name) <= LONGEST_NAME and (name[:1].isalnum() or says_something(name))


def _whole(number: int, own: str | None, names: tuple[Name, ...], cells: Cells) -> Asked:
    told = tuple(one for one in names if says_something(one.text))
    notes = [f"name {one.text!r:.60} has no letter or digit" for one in names if one not in told]
    identifiers = tuple(_identifiers(cells, notes))
    if not told and not identifiers:
        problem = notes[0] if notes else "the row has neither a name nor an identifier"
        return Asked(number, own, names[0].text if names else "", None, problem)
    subject = Subject(
        kind=_kind(cells, notes),
        names=told,
        given=cells.get("first_name", ()),
        family=cells.get("last_name", ()),
        birth_dates=tuple(_birth_dates(cells, notes)),
        countries=tuple(dict.fromkeys(_countries(cells, notes))),
        genders=tuple(_genders(cells, notes)),
        identifiers=identifiers,
        addresses=tuple(Address(street=one) for one in cells.get("address", ())),
    )
    shown = told[0].text if told else f"{identifiers[0].scheme}:{identifiers[0].value}"
    return Asked(number, own, shown, subject, "", tuple(notes))


def _names(cells: Cells) -> tuple[Name, ...]:
    primary = cells.get(NAME) or ((" ".join(parts),) if (parts := _parts(cells)) else ())
    texts = dict.fromkeys((*primary, *cells.get("alias", ())))
    return tuple(Name(text, NameKind.AKA if place else NameKind.PRIMARY) for place, text in enumerate(texts))


def _parts(cells: Cells) -> list[str]:
    return [part for role in NAME_PARTS for part in cells.get(role, ())]


def _kind(cells: Cells, notes: list[str]) -> PartyKind:
    for text in cells.get("kind", ())[:1]:
        known = headings().kinds.get(compact(text))
        if known:
            return PartyKind(known)
        notes.append(f"kind {text!r:.60} is no sort of party that is known: write {KINDS}")
    # Only a person has a gender; a birth date may be a company's day of founding, and name parts a sole trader's.
    gendered = any(compact(text) in headings().genders for text in cells.get("gender", ()))
    return PartyKind.PERSON if gendered and not cells.get("kind") else PartyKind.UNKNOWN


def _birth_dates(cells: Cells, notes: list[str]) -> Iterator[str]:
    for text in cells.get("birth_date", ()):
        found = read_birthday(text)
        if found:
            yield found
        else:
            notes.append(f"birth_date {text!r:.60} is no date, or means two: write it like 1970-12-31")


def _countries(cells: Cells, notes: list[str]) -> Iterator[Country]:
    for role, how in RELATIONS.items():
        for text in cells.get(role, ()):
            code = country_code(text)
            if code:
                yield Country(code, how)
            else:
                notes.append(f"{role} {text!r:.60} is no country that is known: write its name or two letters")


def _genders(cells: Cells, notes: list[str]) -> Iterator[str]:
    for text in cells.get("gender", ()):
        known = headings().genders.get(compact(text))
        if known:
            yield known
        else:
            notes.append(f"gender {text!r:.60} is neither male nor female")


def _identifiers(cells: Cells, notes: list[str]) -> Iterator[Identifier]:
    """Yield the identifiers whose values can be what they are said to be."""
    for scheme in headings().identifiers:
        for text in cells.get(scheme, ()):
            try:
                key = parse_key(f"{scheme}:{text}")
            except UsageError as error:
                notes.append(str(error))
                continue
            yield Identifier(scheme, key.value if key else text)

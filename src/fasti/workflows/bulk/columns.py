"""Decides which column of a table says what: by its heading, or as the caller names it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from fasti.model.errors import BadInputError, UsageError
from fasti.tables.shipped import shipped

NAME = "name"
NAME_PARTS = ("first_name", "middle_name", "last_name")
MOST_SHOWN = 12
"""Headings that a message names at most."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The table `columns.toml`.

    Attributes:
        about: Role to its usual headings, compact.
        identifiers: The same for identifiers, by scheme.
        kinds: What tables say of the sort of party, compact, to the kind.
        genders: The same for genders.
    """

    about: Mapping[str, tuple[str, ...]]
    identifiers: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, str]
    genders: Mapping[str, str]

    @property
    def roles(self) -> Mapping[str, tuple[str, ...]]:
        """Every role with its usual headings."""
        return {**self.about, **self.identifiers}


@cache
def headings() -> Headings:
    """Return the table; read once per process."""
    table = shipped("workflows/bulk/columns.toml")
    return Headings(
        about={role: tuple(map(compact, names)) for role, names in table["about"].items()},
        identifiers={role: tuple(map(compact, names)) for role, names in table["identifiers"].items()},
        kinds=_meanings(table["kinds"]),
        genders=_meanings(table["genders"]),
    )


def _meanings(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {compact(said): meaning for meaning, ones in table.items() for said in ones}


def compact(text: str) -> str:
    """Return a heading without case, spaces and punctuation.

    >>> compact("Date of Birth")
    'dateofbirth'
    """
    return "".join(char for char in text.casefold() if char.isalnum())


@dataclass(frozen=True, slots=True)
class Mapped:
    """Which columns say what.

    Attributes:
        roles: Role to the columns that have it, by their headings.
        unused: Headings that no role took, in order.
    """

    roles: Mapping[str, tuple[str, ...]]
    unused: tuple[str, ...]


def map_columns(header: Sequence[str], named: Mapping[str, Sequence[str]], where: str) -> Mapped:
    """Return which columns of a table say what.

    Args:
        header: The table's headings.
        named: Role to the headings that the caller gives it; they win over the usual ones.
        where: The table, for messages.

    Raises:
        UsageError: A named role or heading does not exist.
        BadInputError: No column says a name, and none an identifier; or two that are used have the same heading.
    """
    check_roles(named)
    for role, columns in named.items():
        missing = [one for one in columns if one not in header]
        if missing:
            message = f"{where} has no column {missing[0]!r} for {role}: its columns are {_shown(header)}."
            raise UsageError(message)
    roles = {role: tuple(columns) for role, columns in named.items()}
    taken = {one for columns in roles.values() for one in columns}
    free = {compact(one): one for one in reversed(header) if one not in taken}
    for role, usual in headings().roles.items():
        found = next((free[one] for one in usual if one in free), None)
        if role not in roles and found is not None:
            roles[role] = (found,)
    return _checked(roles, header, where)


def check_roles(named: Iterable[str]) -> None:
    """Refuse a role that does not exist.

    Raises:
        UsageError: A role is unknown.
    """
    unknown = sorted(set(named) - headings().roles.keys())
    if unknown:
        message = f"--column {unknown[0]}=... names nothing to screen by: use one of {', '.join(headings().roles)}."
        raise UsageError(message)


def _checked(roles: dict[str, tuple[str, ...]], header: Sequence[str], where: str) -> Mapped:
    if NAME in roles:
        roles = {role: columns for role, columns in roles.items() if role not in NAME_PARTS}
    if not roles.keys() & {NAME, *NAME_PARTS, *headings().identifiers}:
        remedy = "use --column name=HEADING, or write a header"
        raise BadInputError(f"{where} has no column that says a name, among {_shown(header)}: {remedy}.")
    taken = {one for columns in roles.values() for one in columns}
    twice = sorted(one for one in taken if header.count(one) > 1)
    if twice:
        raise BadInputError(f"{where} has more than one column {twice[0]!r}: name each column that is used once.")
    return Mapped(roles, tuple(one for one in header if one not in taken))


def _shown(header: Sequence[str]) -> str:
    shown = ", ".join(repr(one) for one in header[:MOST_SHOWN])
    return f"{shown} and {len(header) - MOST_SHOWN} more" if len(header) > MOST_SHOWN else shown or "none"

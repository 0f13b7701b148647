"""Decides what the ledger's SQL asks of a database: rows back, rows in, and transactions that read or write.

Statements are text in the SQL that SQLite and PostgreSQL share, with `?` for a value; an adapter puts its driver's
own mark there, and turns the driver's errors into ours.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeVar

CHUNK = 500
"""Values in one `IN`."""

VALUES = ":values"
"""Stands in a statement for the values of an `IN`."""

Value = TypeVar("Value", str, bytes, int)


class Session(Protocol):
    """One transaction of a database.

    Both methods raise `LedgerError` where the database finds its files damaged, `UnavailableError` where it cannot
    use them.
    """

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        ...

    def run(self, statement: str, rows: Iterable[Sequence[object]] | None = None) -> None:
        """Run a statement once, or once for each row of values."""
        ...


class Database(Protocol):
    """A database with the tables of the ledger."""

    def reading(self) -> AbstractContextManager[Session]:
        """Begin a transaction that sees one state of the ledger and changes nothing."""
        ...

    def writing(self) -> AbstractContextManager[Session]:
        """Begin a transaction as the only writer, so that what it reads still holds; undone if it raises."""
        ...

    def damage(self) -> list[str]:
        """Return what the database finds wrong with its own files, in its words."""
        ...

    def close(self) -> None:
        """Give back the files."""
        ...


def chunks(values: Collection[Value]) -> Iterator[list[Value]]:
    """Cut values into sorted lists that fit one statement."""
    ordered = sorted(values)
    return (ordered[place : place + CHUNK] for place in range(0, len(ordered), CHUNK))


def rows_of(
    session: Session, statement: str, values: Collection[Value], before: Sequence[object] = ()
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query for all values, however many.

    Args:
        session: Where to ask.
        statement: Holds `VALUES` where the values go; every other value stands before them.
        values: In any order.
        before: The other values.
    """
    some: list[Value]
    for some in chunks(values):
        marks = ", ".join("?" * len(some))
        yield from session.rows(statement.replace(VALUES, marks), (*before, *some))

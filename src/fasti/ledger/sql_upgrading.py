"""Decides how the tables of an older version become those of this one; the log and its order are never touched.

Version 1 kept the words of names in tables of their own, which nothing reads since names are found by an index beside
the ledger.
"""

from collections.abc import Mapping

from fasti.ledger.sql_reading import read_meta
from fasti.ledger.sql_schema import SCHEMA, VERSION
from fasti.ledger.sql_session import Database, Session
from fasti.ledger.sql_writing import write_meta

STEPS: Mapping[int, tuple[str, ...]] = {
    1: ("DROP TABLE name_token", "DROP TABLE token", "ALTER TABLE name DROP COLUMN tokens"),
}
"""What is done to the tables of a version so that they are of the next."""


def upgrade(database: Database) -> None:
    """Bring the tables of a ledger to this version, in one transaction; another process may have done so meanwhile."""
    with database.writing() as session:
        for version in range(_version(session), VERSION):
            for statement in STEPS[version]:
                session.run(statement)
        write_meta(session, SCHEMA, str(VERSION))


def _version(session: Session) -> int:
    return int(read_meta(session, SCHEMA) or VERSION)

"""Decides the tables of the ledger: the log, which is the truth, and what is derived from it.

Derived tables name things by small integers, so that a series of editions takes little more room than its changes.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, PrimaryKeyConstraint, Table, Text

VERSION = 2
"""Version of these tables; a ledger says its own in `meta` under `SCHEMA`. `sql_upgrading.py` has the older ones."""

SCHEMA = "schema"

tables = MetaData()

meta = Table(
    "meta",
    tables,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

log = Table(
    "log",
    tables,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("recorded_at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("hash", Text, nullable=False),
    Column("identity", Text, nullable=False, unique=True),
)

series_part = Table(
    "series_part",
    tables,
    Column("id", Integer, primary_key=True),
    Column("series", Text, nullable=False),
    Column("part", Text, nullable=False),
    Index("series_part_name", "series", "part", unique=True),
)

holding = Table(
    "holding",
    tables,
    Column("part", Integer, ForeignKey("series_part.id"), nullable=False),
    Column("seq", Integer, ForeignKey("log.seq"), nullable=False),
    Column("place", Text, nullable=False),
    PrimaryKeyConstraint("part", "seq"),
    sqlite_with_rowid=False,
)
"""Which editions hold a part; `place` is `Edition.order`."""

entry_key = Table(
    "entry_key",
    tables,
    Column("id", Integer, primary_key=True),
    Column("text", Text, nullable=False, unique=True),
)

content = Table(
    "content",
    tables,
    Column("id", Integer, primary_key=True),
    Column("hash", LargeBinary, nullable=False, unique=True),
    Column("body", LargeBinary, nullable=False),
)
"""Each distinct listing once: binary sha256, and the packed canonical JSON."""

span = Table(
    "span",
    tables,
    Column("part", Integer, ForeignKey("series_part.id"), nullable=False),
    Column("entry", Integer, ForeignKey("entry_key.id"), nullable=False),
    Column("from_seq", Integer, nullable=False),
    Column("to_seq", Integer),
    Column("content", Integer, ForeignKey("content.id"), nullable=False),
    PrimaryKeyConstraint("part", "entry", "from_seq"),
    Index("span_content", "content"),
    sqlite_with_rowid=False,
)
"""Maximal runs; the bounds are sequence numbers of editions, to be read through `holding`."""

name = Table(
    "name",
    tables,
    Column("id", Integer, primary_key=True),
    Column("text", Text, nullable=False, unique=True),
)
"""Each distinct name once."""

content_name = Table(
    "content_name",
    tables,
    Column("content", Integer, ForeignKey("content.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("name", Integer, ForeignKey("name.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("quality", Text, nullable=False),
    PrimaryKeyConstraint("content", "ordinal"),
    Index("content_name_name", "name"),
    sqlite_with_rowid=False,
)

identifier = Table(
    "identifier",
    tables,
    Column("norm", Text, nullable=False),
    Column("scheme", Text, nullable=False),
    Column("content", Integer, ForeignKey("content.id"), nullable=False),
    PrimaryKeyConstraint("norm", "scheme", "content"),
    sqlite_with_rowid=False,
)

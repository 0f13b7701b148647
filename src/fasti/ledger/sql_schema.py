"""Decides the tables of the ledger: the log, which is the truth, and what is derived from it.

Derived tables name things by small integers, so that a series of editions takes little more room than its changes.
"""

VERSION = 2
"""Version of these tables; a ledger says its own in `meta` under `SCHEMA`. `sql_upgrading.py` has the older ones."""

SCHEMA = "schema"

TABLES = (
    "CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
    """CREATE TABLE log (
        seq INTEGER NOT NULL PRIMARY KEY,
        recorded_at TEXT NOT NULL,
        kind TEXT NOT NULL,
        body BLOB NOT NULL,
        hash TEXT NOT NULL,
        identity TEXT NOT NULL UNIQUE
    )""",
    "CREATE TABLE series_part (id INTEGER NOT NULL PRIMARY KEY, series TEXT NOT NULL, part TEXT NOT NULL)",
    "CREATE UNIQUE INDEX series_part_name ON series_part (series, part)",
    # Which editions hold a part; `place` is `Edition.order`.
    """CREATE TABLE holding (
        part INTEGER NOT NULL REFERENCES series_part (id),
        seq INTEGER NOT NULL REFERENCES log (seq),
        place TEXT NOT NULL,
        PRIMARY KEY (part, seq)
    ) WITHOUT ROWID""",
    "CREATE TABLE entry_key (id INTEGER NOT NULL PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
    # Each distinct listing once: binary sha256, and the packed canonical JSON.
    "CREATE TABLE content (id INTEGER NOT NULL PRIMARY KEY, hash BLOB NOT NULL UNIQUE, body BLOB NOT NULL)",
    # Maximal runs; the bounds are sequence numbers of editions, to be read through `holding`.
    """CREATE TABLE span (
        part INTEGER NOT NULL REFERENCES series_part (id),
        entry INTEGER NOT NULL REFERENCES entry_key (id),
        from_seq INTEGER NOT NULL,
        to_seq INTEGER,
        content INTEGER NOT NULL REFERENCES content (id),
        PRIMARY KEY (part, entry, from_seq)
    ) WITHOUT ROWID""",
    "CREATE INDEX span_content ON span (content)",
    # Each distinct name once.
    "CREATE TABLE name (id INTEGER NOT NULL PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
    """CREATE TABLE content_name (
        content INTEGER NOT NULL REFERENCES content (id),
        ordinal INTEGER NOT NULL,
        name INTEGER NOT NULL REFERENCES name (id),
        kind TEXT NOT NULL,
        quality TEXT NOT NULL,
        PRIMARY KEY (content, ordinal)
    ) WITHOUT ROWID""",
    "CREATE INDEX content_name_name ON content_name (name)",
    """CREATE TABLE identifier (
        norm TEXT NOT NULL,
        scheme TEXT NOT NULL,
        content INTEGER NOT NULL REFERENCES content (id),
        PRIMARY KEY (norm, scheme, content)
    ) WITHOUT ROWID""",
)
"""In the order in which they are made. Where keys are of several columns, SQLite keeps the rows in their order."""

"""Which public archives hold past editions of a source, or documents about it, and how each is asked."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from fasti.tables.shipped import shipped

ZONE = "America/New_York"
"""Zone of the archives known so far."""

NOTICES = "notices"
"""Table of the searches; every other table is a source's archive."""


@dataclass(frozen=True, slots=True)
class Archive:
    """One archive of one source.

    Attributes:
        kind: `ecfr`.
        base: Address that every request begins with, without a slash at its end.
        title: Title of the Code of Federal Regulations.
        part: Its part.
        appendix: Name of the supplement, as the archive writes it.
    """

    kind: str
    base: str
    title: str
    part: str
    appendix: str


@dataclass(frozen=True, slots=True)
class Search:
    """How documents of the Federal Register that may speak of a source's lists are found.

    Attributes:
        base: Address that every request begins with.
        agencies: Short names of agencies, as the Register writes them.
        types: Types of document: `RULE`, `NOTICE`.
        term: Words, in the Register's own language of search.
        editions: Whether a document found is itself an edition of the source, if its reader takes it.
    """

    base: str
    agencies: tuple[str, ...]
    types: tuple[str, ...]
    term: str
    editions: bool = False


@cache
def archives() -> dict[str, Archive]:
    """Return the archives by source id; read once per process."""
    return {source: Archive(**one) for source, one in _tables().items() if source != NOTICES}


@cache
def searches() -> dict[str, Search]:
    """Return the searches by source id; read once per process."""
    table = _tables()[NOTICES]
    return {
        source: Search(
            table["base"], tuple(one["agencies"]), tuple(one["types"]), one["term"], one.get("editions", False)
        )
        for source, one in table["searches"].items()
    }


def _tables() -> dict[str, Any]:
    return shipped("sources/archives.toml")

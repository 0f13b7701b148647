"""Which public archive holds past editions of a source, and how it is asked."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

ZONE = "America/New_York"
"""Zone of the archives known so far."""


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


@cache
def archives() -> dict[str, Archive]:
    """Return the archives by source id; read once per process."""
    text = resources.files("fasti.sources").joinpath("archives.toml").read_text(encoding="utf-8")
    return {source: Archive(**one) for source, one in tomllib.loads(text).items()}

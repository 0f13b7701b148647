"""The answer of `fasti export`: what was written of which lists, as of when."""

from dataclasses import dataclass

from fasti.model.answer import Query, Run


@dataclass(frozen=True, slots=True)
class ExportedList:
    """One list of an export.

    Attributes:
        list: List id.
        coverage: `complete` if whoever is not in the file was not on the list; else `extract`, `stale`, or `none` if
            nothing was consulted.
        entries: Entries announced, listed or suspended on it.
    """

    list: str
    coverage: str
    entries: int


@dataclass(frozen=True, slots=True)
class ExportAnswer:
    """Answer of `fasti export`.

    Attributes:
        schema: Name and version of this form.
        notice: What the file is not.
        query: The question, said back; its name is empty.
        form: `ftm` or `simple`.
        path: The file.
        sha256: Its hash, hex.
        size: Its bytes.
        parties: Parties in it; one on several lists counts once.
        records: Lines of FollowTheMoney or rows of CSV, without heading.
        lists: What it holds of each list, sorted by id.
        run: What it was made from.
    """

    schema: str
    notice: str
    query: Query
    form: str
    path: str
    sha256: str
    size: int
    parties: int
    records: int
    lists: tuple[ExportedList, ...]
    run: Run

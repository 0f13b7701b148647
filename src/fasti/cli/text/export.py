"""The document of `fasti export`: what was written of which lists."""

from collections.abc import Mapping

from fasti.cli.text import running
from fasti.cli.text.document import Column, Document, Table, Tone, cells, para, section
from fasti.cli.text.words import count_of, info_of, say_vantage
from fasti.model.catalog import ListInfo
from fasti.model.export import ExportAnswer


def document(answer: ExportAnswer, lists: Mapping[str, ListInfo]) -> Document:
    """Lay out what a file holds; lists of which it holds nobody are told in one line."""
    query = answer.query
    silent = [one.list for one in answer.lists if not one.entries and one.coverage != "complete"]
    lead = [
        para(
            f"{count_of(answer.parties, 'party', 'parties')} in {count_of(answer.records, 'record')}; as of "
            f"{say_vantage(query.as_of, query.known_at)}"
        ),
        para(f"sha256 {answer.sha256}; {answer.size:,} bytes", Tone.QUIET),
    ]
    lead += [para(f"Nothing is held of: {', '.join(silent)}", Tone.ALERT)] if silent else []
    return Document(
        banner="",
        title=f"Wrote {answer.path}",
        lead=tuple(lead),
        groups=(),
        sections=(
            *section("Lists", _lists(answer, lists)),
            *section("Problems", running.problems(answer.run.problems)),
        ),
        notice=answer.notice,
    )


def _lists(answer: ExportAnswer, lists: Mapping[str, ListInfo]) -> Table:
    rows = tuple(
        cells(info_of(lists, one.list).short, one.list, f"{one.entries:,}", one.coverage)
        for one in answer.lists
        if one.entries or one.coverage == "complete"
    )
    return Table(tuple(Column(title, narrow=True) for title in ("List", "Id", "Entries", "Coverage")), rows)

"""The document of `fasti list`: who was on a list at a vantage."""

from collections.abc import Mapping

from fasti.cli.text import running
from fasti.cli.text.document import Column, Document, Table, Tone, cells, para, section
from fasti.cli.text.words import count_of, info_of, say_status, say_vantage, short_date
from fasti.model.answer import ListAnswer
from fasti.model.catalog import ListInfo


def document(answer: ListAnswer, lists: Mapping[str, ListInfo]) -> Document:
    """Lay out the entries of a list."""
    query = answer.query
    info = info_of(lists, answer.list)
    extract = answer.coverage != "complete"
    caution = (para("This is an extract: entries not shown may be on the list.", Tone.ALERT),) if extract else ()
    return Document(
        banner="",
        title=f"Who was on the {info.title} on {say_vantage(query.as_of, query.known_at)}",
        lead=(para(f"{count_of(answer.count, 'entry', 'entries')}; coverage: {answer.coverage}."), *caution),
        groups=(),
        sections=(*section("Entries", _entries(answer)), *running.sections_of(answer.run, lists)),
        notice=answer.notice,
    )


def _entries(answer: ListAnswer) -> Table:
    rows = tuple(
        cells(one.key, one.caption, one.kind, say_status(one.status), short_date(one.listed_on), one.basis)
        for one in answer.entries
    )
    titles = ("Key", "Name", "Kind", "Status", "Listed on", "Dated by")
    return Table(tuple(Column(title, narrow=title != "Name") for title in titles), rows)

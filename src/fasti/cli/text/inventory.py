"""The documents of `fasti sources`, `ingest` and `verify`: what the ledger holds, what became of what was offered."""

from collections.abc import Mapping
from datetime import date

from fasti.cli.text import running
from fasti.cli.text.bars import bars
from fasti.cli.text.document import (
    Bullet,
    Bullets,
    Column,
    Document,
    Group,
    Section,
    Table,
    Tone,
    Words,
    cells,
    para,
    section,
)
from fasti.cli.text.words import count_of, say_status, short_date
from fasti.model.answer import EditionView, IngestAnswer, IngestedView, SourcesAnswer, SourceView, VerifyAnswer
from fasti.model.catalog import ListInfo


def sources_document(answer: SourcesAnswer, lists: Mapping[str, ListInfo]) -> Document:
    """Lay out what the ledger holds, source by source."""
    editions = sum(len(one.editions) for one in answer.sources)
    return Document(
        banner="",
        title=f"{count_of(editions, 'edition')} of {count_of(len(answer.sources), 'source')}",
        lead=(para(f"head {answer.head}; content {answer.content_id}", Tone.QUIET),),
        groups=tuple(_source(one) for one in answer.sources),
        sections=(
            *section("Findings", running.problems(answer.findings)),
            *_coverage(answer, lists),
            *section("Lists", running.states_table(answer.lists, lists)),
            *section("Not loaded", running.not_screened(answer.not_loaded)),
        ),
        notice="",
    )


def _coverage(answer: SourcesAnswer, lists: Mapping[str, ListInfo]) -> tuple[Section, ...]:
    """Draw when each list was covered by each series."""
    if not answer.coverage:
        return ()
    return section("Coverage", *bars(answer.coverage, lists, date.fromisoformat(answer.as_of)))


def ingest_document(answer: IngestAnswer) -> Document:
    """Lay out what became of each edition offered."""
    outcomes = [one.outcome for one in answer.editions]
    counts = ", ".join(f"{outcomes.count(outcome)} {outcome}" for outcome in dict.fromkeys(outcomes))
    return Document(
        banner="",
        title=f"{answer.source}: {counts or 'nothing offered'}; head {answer.head}",
        lead=(),
        groups=(),
        sections=(*section("Editions", _ingested(answer)), *section("Reasons", _reasons(answer))),
        notice="",
    )


def verify_document(answer: VerifyAnswer) -> Document:
    """Lay out the result of a verification."""
    how = "rebuilt and compared throughout" if answer.deep else "chain, bodies and archive"
    held = f"{count_of(answer.entries, 'log entry', 'log entries')}, {count_of(answer.archive_files, 'archive file')}"
    found = count_of(len(answer.faults), "fault")
    return Document(
        banner="",
        title=f"Verified {held} ({how}): {found if answer.faults else 'no fault'}",
        lead=(para(f"head {answer.head}; content {answer.content_id}", Tone.QUIET),),
        groups=(),
        sections=section("Faults", running.problems(answer.faults)),
        notice="",
    )


def _source(one: SourceView) -> Group:
    rows = tuple(_edition(edition) for edition in one.editions)
    titles = ("Edition", "Series", "Speaks for", "Basis", "Seen", "Entries", "State")
    table = Table(tuple(Column(title, narrow=True) for title in titles), rows)
    reasons = Bullets(tuple(_why(edition) for edition in one.editions if edition.reason))
    return Group(
        one.source, f"{one.title}; {_standing(one)}", (), section(count_of(len(rows), "edition"), table, reasons)
    )


def _standing(one: SourceView) -> str:
    """Say how a source stands, and for which lists it speaks, or would if a file of it were taken in."""
    lists = ", ".join(one.lists) or "no list"
    if one.state == "not_loaded":
        return f"not loaded: no file of it is held, and nothing here speaks from it; it would be complete for {lists}"
    return f"{one.state.replace('_', ' ')}; complete for {lists}"


def _edition(one: EditionView) -> tuple[Words, ...]:
    times = (short_date(one.listed_at), one.basis, short_date(one.seen_at))
    return cells(one.edition, one.series, *times, f"{one.entries:,}", say_status(one.state))


def _why(one: EditionView) -> Bullet:
    return Bullet((Words(f"{one.edition} ", Tone.STRONG), say_status(one.state), Words(f": {one.reason}")))


def _ingested(answer: IngestAnswer) -> Table:
    rows = tuple(
        cells(one.edition, one.series, short_date(one.listed_at), f"{one.entries:,}", say_status(one.outcome))
        for one in answer.editions
    )
    titles = ("Edition", "Series", "Speaks for", "Entries", "Outcome")
    return Table(tuple(Column(title, narrow=title != "Edition") for title in titles), rows)


def _reasons(answer: IngestAnswer) -> Bullets:
    return Bullets(tuple(_reason(one) for one in answer.editions if one.reason or one.problems))


def _reason(one: IngestedView) -> Bullet:
    told = tuple(Words(f"{problem.severity}: {problem.message} ({problem.where})") for problem in one.problems)
    return Bullet((Words(f"{one.edition} ", Tone.STRONG), say_status(one.outcome), Words(f": {one.reason}")), told)

"""The document of `fasti sync`: what became of each publication that was asked for, and why."""

from fasti.cli.text.document import Bullet, Bullets, Column, Document, Table, Tone, Words, cells, section
from fasti.cli.text.words import count_of, say_status, short_date
from fasti.model.sync import SyncAnswer, SyncedView

KILOBYTE, MEGABYTE = 1_000, 1_000_000
STATES = {"fetched": "fetched", "not_modified": "not changed, says the server", "failed": "could not be had"}


def document(answer: SyncAnswer) -> Document:
    """Lay out what became of each source and format."""
    outcomes = [one.outcome for one in answer.sources]
    counts = ", ".join(f"{outcomes.count(outcome)} {outcome}" for outcome in dict.fromkeys(outcomes))
    return Document(
        banner="",
        title=f"Asked for {count_of(len(answer.sources), 'publication')}: {counts or 'nothing'}; head {answer.head}",
        lead=(),
        groups=(),
        sections=(
            *section("Publications", _table(answer)),
            *section("Reasons", Bullets(tuple(_reason(one) for one in answer.sources if _has_reason(one)))),
            *section("Files", Bullets(tuple(_files(one) for one in answer.sources))),
        ),
        notice="",
    )


def _table(answer: SyncAnswer) -> Table:
    titles = ("Source", "Format", "Outcome", "Edition", "Speaks for", "Entries")
    return Table(tuple(Column(title, narrow=title != "Source") for title in titles), tuple(map(_row, answer.sources)))


def _row(one: SyncedView) -> tuple[Words, ...]:
    edition = one.edition if one.edition is not None and one.edition.edition else None
    told = (edition.edition, short_date(edition.listed_at), f"{edition.entries:,}") if edition else (None, None, None)
    return cells(one.source, one.format, say_status(one.outcome), *told)


def _has_reason(one: SyncedView) -> bool:
    return bool(one.outcome != "admitted" or (one.edition and one.edition.problems))


def _reason(one: SyncedView) -> Bullet:
    problems = one.edition.problems if one.edition else ()
    told = tuple(Words(f"{problem.severity}: {problem.message} ({problem.where})") for problem in problems)
    return Bullet((Words(f"{_name(one)} ", Tone.STRONG), say_status(one.outcome), Words(f": {one.reason}")), told)


def _files(one: SyncedView) -> Bullet:
    lines = tuple(
        Words(f"{file.url.partition('?')[0]} {STATES[file.state]}{_size(file.bytes)}", Tone.QUIET) for file in one.files
    )
    return Bullet((Words(_name(one), Tone.STRONG),), lines)


def _name(one: SyncedView) -> str:
    return f"{one.source}/{one.format}" if one.format else one.source


def _size(held: int) -> str:
    """Return a length for people, after a space; nothing if there is none."""
    if held >= MEGABYTE:
        return f" ({held / MEGABYTE:,.1f} MB)"
    return f" ({held / KILOBYTE:,.1f} kB)" if held else ""

"""The document of `fasti screen`: how many rows have which verdict, what was not asked, what the run was made from."""

from collections.abc import Iterable, Mapping

from fasti.cli.text import running
from fasti.cli.text.document import (
    Bullet,
    Bullets,
    Column,
    Document,
    Paragraph,
    Table,
    Tone,
    Words,
    cells,
    para,
    section,
)
from fasti.cli.text.words import count_of, say_vantage
from fasti.model.catalog import ListInfo
from fasti.model.screened import Reason, ScreenAnswer, ScreenCounts

SAID = {
    "match": "a live listing under the same name",
    "possible": "a live listing under a name that may be the same: look at it",
    "no_match": "none found, and every list consulted was whole",
    "incomplete": "none found, but not every list could be consulted",
    "error": "not asked: the row could not be read",
}
"""What each verdict of a row means."""


def document(answer: ScreenAnswer, lists: Mapping[str, ListInfo]) -> Document:
    """Lay out a run; its rows are in the file it wrote."""
    query, counts = answer.query, answer.counts
    return Document(
        banner=_banner(answer),
        title=f"{answer.output.path}: {count_of(counts.rows, 'row')}, {count_of(counts.hits, 'hit')}",
        lead=(
            para(f"as of {say_vantage(query.as_of, query.known_at)}; threshold {query.threshold:g}"),
            *_columns(answer),
        ),
        groups=(),
        sections=(
            *section("Rows", _verdicts(counts)),
            *section("Rows not asked", _reasons(answer.errors)),
            *section("Not used", _reasons(answer.notes)),
            *running.sections_of(answer.run, lists, explain=True),
        ),
        notice=answer.notice,
    )


def _banner(answer: ScreenAnswer) -> str:
    """Return what whoever reads nothing else must know."""
    if not answer.counts.rows:
        return f"Nothing was screened: {answer.input.path} has no row."
    uncovered = answer.counts.incomplete and not any(one.coverage == "complete" for one in answer.run.sources)
    return "No complete list was consulted: run fasti sync, or fasti ingest." if uncovered else ""


def _columns(answer: ScreenAnswer) -> tuple[Paragraph, ...]:
    used = ", ".join(f"{role} from {' and '.join(ones)}" for role, ones in answer.input.columns.items())
    unused = ", ".join(answer.input.not_used)
    lines = [para(f"Columns: {used}", Tone.QUIET)]
    return (*lines, para(f"Columns not used: {unused}", Tone.QUIET)) if unused else tuple(lines)


def _verdicts(counts: ScreenCounts) -> Table:
    rows = [cells(name, f"{getattr(counts, name):,}", told) for name, told in SAID.items() if getattr(counts, name)]
    if counts.history:
        rows.append(cells("(history)", f"{counts.history:,}", "parties found whose listings have ended: no hits"))
    return Table((Column("Verdict", narrow=True), Column("Rows", narrow=True), Column("Meaning")), tuple(rows))


def _reasons(reasons: Iterable[Reason]) -> Bullets:
    return Bullets(
        tuple(
            Bullet(
                (Words(f"{count_of(one.rows, 'row')}: ", Tone.STRONG), Words(f"{one.message} (first: {one.first_row})"))
            )
            for one in reasons
        )
    )

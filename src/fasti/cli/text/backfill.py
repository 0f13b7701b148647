"""The document of `fasti backfill`: what became of each past edition that an archive holds."""

from fasti.cli.text.document import Bullet, Bullets, Column, Document, Table, Tone, Words, cells, section
from fasti.cli.text.words import say_status, short_date
from fasti.model.backfill import BackfillAnswer, PastView

QUIET = frozenset({"admitted", "unchanged"})


def document(answer: BackfillAnswer) -> Document:
    """Lay out what became of each past edition."""
    outcomes = [one.outcome for one in answer.past]
    counts = ", ".join(f"{outcomes.count(outcome)} {outcome}" for outcome in dict.fromkeys(outcomes))
    head = f"; head {answer.head}" if answer.head else ""
    reasons = Bullets(tuple(_reason(one) for one in answer.past if one.outcome not in QUIET or _problems(one)))
    return Document(
        banner="",
        title=f"{answer.source} from {answer.archive}: {counts or 'nothing in that time'}{head}",
        lead=(),
        groups=(),
        sections=(*section("Editions", _table(answer)), *section("Reasons", reasons)),
        notice="",
    )


def _table(answer: BackfillAnswer) -> Table:
    titles = ("Archive's name", "Seen", "Edition", "Speaks for", "Entries", "Outcome")
    return Table(tuple(Column(title, narrow=True) for title in titles), tuple(_row(one) for one in answer.past))


def _row(one: PastView) -> tuple[Words, ...]:
    named = (one.name, short_date(one.seen_at))
    if one.edition is None or not one.edition.edition:
        return cells(*named, None, None, None, say_status(one.outcome))
    told = (one.edition.edition, short_date(one.edition.listed_at), f"{one.edition.entries:,}")
    return cells(*named, *told, say_status(one.outcome))


def _problems(one: PastView) -> tuple[Words, ...]:
    found = one.edition.problems if one.edition is not None else ()
    return tuple(Words(f"{problem.severity}: {problem.message} ({problem.where})") for problem in found)


def _reason(one: PastView) -> Bullet:
    return Bullet(
        (Words(f"{one.name} ", Tone.STRONG), say_status(one.outcome), Words(f": {one.reason}")), _problems(one)
    )

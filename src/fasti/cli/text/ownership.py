"""The document of `fasti ownership`: which assets are reached, may be or may be controlled, with path and sums."""

from collections import Counter
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
from fasti.cli.text.words import count_of, info_of, join_words, say_roles, say_status, say_vantage, short_date
from fasti.model.catalog import ListInfo
from fasti.model.reached import OwnershipAnswer, OwnerView, ReachedStatus, ReachedView
from fasti.model.share import said_share, units

SETTLED = ReachedStatus.NOT_REACHED
ORDER = tuple(ReachedStatus)
HALTED = frozenset({"suspended", "pending"})
"""Rules that will or would reach an asset: worth showing although they do not now."""


def document(answer: OwnershipAnswer, lists: Mapping[str, ListInfo], *, every: bool = False) -> Document:
    """Lay out an answer about stakes.

    Args:
        answer: The answer.
        lists: The catalogue's lists.
        every: Whether assets that are not reached are shown one by one too.
    """
    query = answer.query
    actors = f", for {say_roles(query.actor)}" if query.actor else ""
    rows = sorted(answer.reached, key=lambda one: (ORDER.index(ReachedStatus(one.status)), one.asset, one.list))
    shown = [one for one in rows if every or one.status != SETTLED or (one.path and one.effect_status in HALTED)]
    return Document(
        banner="",
        title=f"Who is reached through ownership on {say_vantage(query.as_of, query.known_at)}"
        f"{actors}: {join_words(query.stakes)}",
        lead=_lead(rows),
        groups=(),
        sections=(
            *section("Listed owners", _owners(answer.owners, lists)),
            *section(
                "Reached, or not to be excluded" if not every else "Assets", _table(shown, lists), _sums(shown, lists)
            ),
            *section("Not reached", _rest(rows, shown)),
            *section("Rules", _rules(rows)),
            *running.sections_of(answer.run, lists),
        ),
        notice=answer.notice,
    )


def _lead(rows: Iterable[ReachedView]) -> tuple[Paragraph, ...]:
    counts = Counter(one.status for one in rows)
    if not counts:
        told = "No owner in these stakes is known to be on a list at this vantage, so nothing was asked of any rule."
        return (para(f"{told} Use --assume PARTY:LIST to ask what would follow."),)
    parts = [f"{count_of(counts[one], 'time')} {one.value.replace('_', ' ')}" for one in ORDER if counts[one]]
    return (
        para(f"Of each asset and list: {', '.join(parts)}. A list that is not screened says nothing of its owners."),
    )


def _owners(owners: Iterable[OwnerView], lists: Mapping[str, ListInfo]) -> Table:
    rows = tuple(
        cells(
            one.party,
            info_of(lists, one.list).short,
            say_status(one.status),
            short_date(one.listed_on),
            f"{one.matched_name} ({one.score:.2f})" if one.matched_name and one.score is not None else one.party_id,
            one.counts,
        )
        for one in owners
    )
    titles = ("Owner", "List", "Status", "Listed on", "Matched", "Counts")
    return Table(tuple(Column(title, narrow=title not in {"Owner", "Matched"}) for title in titles), rows)


def _table(rows: Iterable[ReachedView], lists: Mapping[str, ListInfo]) -> Table:
    found = tuple(
        cells(
            one.asset,
            info_of(lists, one.list).short,
            _status(one),
            one.effect_status.replace("_", " ") if one.effect_status else None,
            _share(one),
            " > ".join(one.path),
        )
        for one in rows
    )
    titles = ("Asset", "List", "Status", "Rule is", "Share", "Path")
    return Table(tuple(Column(title, narrow=title in {"List", "Status", "Rule is"}) for title in titles), found)


def _status(row: ReachedView) -> Words:
    tones = {ReachedStatus.REACHED: Tone.BINDING, ReachedStatus.NOT_REACHED: Tone.PLAIN}
    return Words(row.status.replace("_", " "), tones.get(ReachedStatus(row.status), Tone.ALERT))


def _share(row: ReachedView) -> str | None:
    if row.aggregate_share is not None:
        return f"{row.aggregate_share * 100:g}%" if row.path else None
    return said_share(units(row.aggregate_low), units(row.aggregate_high))


def _sums(rows: Iterable[ReachedView], lists: Mapping[str, ListInfo]) -> Bullets:
    items = []
    for one in rows:
        why = f"{one.why.removesuffix('.')}; control not assessed." if _control_open(one) else one.why
        signs = tuple(Words(f"sign of control: {sign}", Tone.QUIET) for sign in one.control_signs)
        sums = tuple(Words(line, Tone.QUIET) for line in one.arithmetic)
        written = Words(f"{one.citation} ({one.rule}, confidence {one.confidence})", Tone.QUIET)
        head = (Words(f"{one.asset}, {info_of(lists, one.list).short}: ", Tone.STRONG), Words(why))
        items.append(Bullet(head, (*sums, *signs, written)))
    return Bullets(tuple(items))


def _control_open(row: ReachedView) -> bool:
    return row.control == "not_assessed" and "control" in row.why


def _rest(rows: Iterable[ReachedView], shown: Iterable[ReachedView]) -> Bullets:
    left = Counter(one.list for one in rows) - Counter(one.list for one in shown)
    return Bullets(
        tuple(
            Bullet((Words(f"{list_id}: {count_of(count, 'asset')} not reached (shown with --all)"),))
            for list_id, count in sorted(left.items())
        )
    )


def _rules(rows: Iterable[ReachedView]) -> Bullets:
    told = {one.rule: one for one in rows}
    return Bullets(
        tuple(
            Bullet(
                (Words(f"{name}: ", Tone.STRONG), Words(one.citation)),
                tuple(Words(text, Tone.QUIET) for text in (one.note,) if text),
            )
            for name, one in sorted(told.items())
        )
    )

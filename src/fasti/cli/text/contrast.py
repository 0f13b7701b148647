"""The document of `fasti contrast`: who is the stricter and why, acts down with party and list across, each cell."""

from collections.abc import Mapping, Sequence
from string import ascii_uppercase

from fasti.cli.text import running
from fasti.cli.text.document import Bullet, Bullets, Column, Document, Table, Tone, Words, cells, para, section
from fasti.cli.text.words import TONES as STATUS_TONES
from fasti.cli.text.words import (
    info_of,
    join_words,
    say_act,
    say_date,
    say_roles,
    say_status,
    say_vantage,
    sentence_case,
    short_date,
)
from fasti.model.catalog import ListInfo
from fasti.model.contrast import ContrastAnswer, ContrastCell, ContrastColumn, ContrastParty, ContrastRow

CELL_TONES = {
    "forbidden": Tone.BINDING,
    "required": Tone.BINDING,
    "licensed_in_part": Tone.BINDING,
    "not_forbidden": Tone.PLAIN,
    "not_listed": Tone.PLAIN,
    "not_covered": Tone.ALERT,
    **STATUS_TONES,
}
MEANT = {
    "not_covered": "no edition of the list is held for that party and day: not known",
    "not_forbidden": "not forbidden by this list; another may forbid it",
    "not_listed": "not on the list as held",
}

Lists = Mapping[str, ListInfo]
WIDEST = 4
"""So many columns of party and list stand side by side in one table."""


def document(answer: ContrastAnswer, lists: Lists) -> Document:
    """Lay out parties side by side."""
    query = answer.query
    names = _letters(answer.parties)
    actor = f", for {say_roles(query.actor)}" if query.actor else ""
    asked = f"on {say_vantage(query.as_of, query.known_at)}{actor}"
    return Document(
        banner="",
        title=f"{join_words(one.caption for one in answer.parties)} side by side {asked}",
        lead=tuple(para(one.sentence, Tone.STRONG) for one in answer.comparisons),
        groups=(),
        sections=(
            *section("Parties", _parties(answer, names)),
            *section("Acts, by party and list", *_matrices(answer, names, lists)),
            *section("Lists", _listings(answer, names, lists)),
            *section("Who, since when, by which rule", _details(answer, names, lists)),
            *running.sections_of(answer.run, lists),
        ),
        notice=answer.notice,
    )


def _letters(parties: tuple[ContrastParty, ...]) -> dict[str, str]:
    """Return a short mark for each party: a letter, or a number where letters run out."""
    marks = (
        ascii_uppercase if len(parties) <= len(ascii_uppercase) else [f"P{place + 1}" for place in range(len(parties))]
    )
    return {one.party_id: mark for one, mark in zip(parties, marks, strict=False)}


def _parties(answer: ContrastAnswer, names: Mapping[str, str]) -> Bullets:
    return Bullets(tuple(_party(one, names[one.party_id]) for one in answer.parties))


def _party(one: ContrastParty, mark: str) -> Bullet:
    more = f"; {one.others} other parties match {one.name} less well" if one.others else ""
    detail = f"{join_words(one.keys) or one.party_id}; matched {one.name} with score {one.score:.2f}{more}"
    return Bullet((Words(f"{mark}: ", Tone.STRONG), Words(one.caption)), (Words(detail, Tone.QUIET),))


def _matrices(answer: ContrastAnswer, names: Mapping[str, str], lists: Lists) -> tuple[Table, ...]:
    """Return acts down, party and list across; where that is too wide for a line, a table for each list."""
    places = range(len(answer.columns))
    if len(answer.columns) <= WIDEST:
        titles = [f"{names[one.party_id]}: {info_of(lists, one.list).short}" for one in answer.columns]
        return (_matrix(answer, titles, list(places), ""),)
    tables = []
    for list_id in dict.fromkeys(one.list for one in answer.columns):
        shown = [place for place in places if answer.columns[place].list == list_id]
        titles = [names[answer.columns[place].party_id] for place in shown]
        tables.append(_matrix(answer, titles, shown, info_of(lists, list_id).short))
    return tuple(tables)


def _matrix(answer: ContrastAnswer, titles: Sequence[str], shown: Sequence[int], caption: str) -> Table:
    rows = tuple(
        cells(say_act(row.act), _who(row), *(_short(row.cells[place]) for place in shown)) for row in answer.rows
    )
    columns = (Column("Act", narrow=True), Column("Who"), *(Column(title) for title in titles))
    return Table(columns, rows, caption)


def _who(row: ContrastRow) -> str:
    return say_roles((row.actor,)) if row.actor else ""


def _short(cell: ContrastCell) -> Words:
    since = f" {short_date(cell.from_)[:10]}" if cell.from_ and cell.status in {"pending", "forbidden"} else ""
    return Words(f"{cell.status.replace('_', ' ')}{since}", CELL_TONES.get(cell.status, Tone.PLAIN))


def _listings(answer: ContrastAnswer, names: Mapping[str, str], lists: Lists) -> Bullets:
    return Bullets(tuple(_listing(one, names, lists) for one in answer.columns))


def _listing(one: ContrastColumn, names: Mapping[str, str], lists: Lists) -> Bullet:
    since = f" since {say_date(one.listed_on)}" if one.listed_on else ""
    head = f"{names[one.party_id]} on {info_of(lists, one.list).short} ({one.list}): "
    return Bullet((Words(head), say_status(one.listing), Words(since)), (Words(one.why, Tone.QUIET),))


def _details(answer: ContrastAnswer, names: Mapping[str, str], lists: Lists) -> Bullets:
    """Return each cell that a rule fills, cells that differ in the act alone together; then what the others mean."""
    acts: dict[ContrastCell, list[str]] = {}
    for row in answer.rows:
        for cell in row.cells:
            if cell.rule is not None:
                acts.setdefault(cell, []).append(say_act(row.act))
    told = [_detail(cell, of, names, lists) for cell, of in acts.items()]
    bare = dict.fromkeys(cell.status for row in answer.rows for cell in row.cells if cell.status in MEANT)
    return Bullets((*told, *(Bullet((Words(f"{one.replace('_', ' ')}: {MEANT[one]}", Tone.QUIET),)) for one in bare)))


def _detail(cell: ContrastCell, acts: list[str], names: Mapping[str, str], lists: Lists) -> Bullet:
    until = f" until {say_date(cell.until)}" if cell.until else ""
    when = f" from {say_date(cell.from_)}{until}" if cell.from_ else ""
    head = f"{names[cell.party_id]} on {info_of(lists, cell.list).short}, {join_words(dict.fromkeys(acts))}: "
    status = Words(cell.status.replace("_", " "), CELL_TONES.get(cell.status, Tone.PLAIN))
    open_ = (Words(f"left open in part: {join_words(cell.exceptions)}"),) if cell.exceptions else ()
    where = f"{sentence_case(say_roles(cell.bound))}; {cell.citation} ({cell.rule}, confidence {cell.confidence})"
    return Bullet((Words(head), status, Words(f"{when}: {cell.phrase}")), (*open_, Words(where, Tone.QUIET)))

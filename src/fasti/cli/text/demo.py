"""The document of `fasti demo`: a strip of dates, a back-test, and claims against the record."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

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
from fasti.cli.text.words import info_of, say_date, say_status
from fasti.model.catalog import ListInfo
from fasti.model.demo import DemoAnswer, DemoClaim, DemoRow
from fasti.model.standing import EffectStatus

PLACE = "DATE"


def document(answer: DemoAnswer, lists: Mapping[str, ListInfo]) -> Document:
    """Lay out the story."""
    info = info_of(lists, answer.list)
    return Document(
        banner="",
        title=f"{answer.subject} on the {info.short}, and what followed from it",
        lead=(para(f"Followed here: {answer.effect}.", Tone.QUIET),),
        groups=(),
        sections=(
            *section("Date by date", _strip(answer.strip), *_commands(answer.strip)),
            *section("One date, as known on two others", _back_test(answer.back_test), *_commands(answer.back_test)),
            *section("What the press said", Bullets(tuple(_claim(one) for one in answer.claims))),
        ),
        notice=answer.notice,
    )


def _strip(rows: Iterable[DemoRow]) -> Table:
    titles = ("On", "Listing", "Effect", "From", "Why")
    told = tuple(cells(one.as_of, *_state(one), one.why) for one in rows)
    return Table(tuple(Column(title, narrow=title != "Why") for title in titles), told)


def _back_test(rows: Iterable[DemoRow]) -> Table:
    titles = ("On", "As known on", "Listing", "Effect", "From", "Why")
    told = tuple(cells(one.as_of, one.known_at, *_state(one), one.why) for one in rows)
    return Table(tuple(Column(title, narrow=title != "Why") for title in titles), told)


def _state(row: DemoRow) -> tuple[Words, Words, Words]:
    begins = Words((row.from_ or "-")[:10])
    if row.effect_status is None:
        return say_status(row.status), Words("-"), begins
    effect = say_status(row.effect_status)
    foreseen = row.effect_status == EffectStatus.IN_FORCE and row.known_at[:10] < row.as_of[:10]
    return say_status(row.status), replace(effect, text="would be in force") if foreseen else effect, begins


def _commands(rows: Iterable[DemoRow]) -> Iterable[Paragraph]:
    """Yield the commands behind the rows: one pattern if they differ in a date only."""
    told = {"as_of": set[str](), "known_at": set[str]()}
    kept = list(rows)
    for one in kept:
        told["as_of"].add(one.command.replace(one.as_of, PLACE))
        told["known_at"].add(one.command.replace(f"--known-at {one.known_at}", f"--known-at {PLACE}"))
    pattern = next((found for found in told.values() if len(found) == 1 and len(kept) > 1), None)
    for command in sorted(pattern) if pattern else dict.fromkeys(one.command for one in kept):
        yield para(f"$ {command}", Tone.COMMAND)


def _claim(claim: DemoClaim) -> Bullet:
    verdict = say_status(claim.verdict)
    head = (
        Words(f'"{claim.said}" ', Tone.STRONG),
        Words(f"({claim.source_kind}, {say_date(claim.published)}): "),
        verdict,
    )
    record = f"Record: {claim.record} Difference: {claim.difference} [{claim.citation}]"
    return Bullet(head, (Words(record), Words(f"$ {claim.command}", Tone.COMMAND)))

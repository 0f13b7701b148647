"""The document of `fasti demo`: a strip of dates, a back-test, and claims against the record."""

import re
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
from fasti.cli.text.printable import one_line
from fasti.cli.text.words import count_of, info_of, join_words, say_date, say_status
from fasti.model.catalog import ListInfo
from fasti.model.demo import DemoAnswer, DemoClaim, DemoRow
from fasti.model.standing import EffectStatus

PLACE = "DATE"
DATE = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
CITATION = re.compile(r" \((?:[^()]|\([^()]*\))*\)\.")
"""Brackets that end a sentence."""


def document(answer: DemoAnswer, lists: Mapping[str, ListInfo]) -> Document:
    """Lay out the story."""
    info = info_of(lists, answer.list)
    return Document(
        banner="",
        title=f"{answer.subject} ({info.short}): what being listed meant, date by date",
        lead=(para(f"Followed here: {answer.effect}.", Tone.QUIET),),
        groups=(),
        sections=(
            *section("Date by date", _strip(answer.strip), *_commands(answer.strip)),
            *section(_one_date(answer.back_test), _back_test(answer.back_test), *_commands(answer.back_test)),
            *section("What the press said", Bullets(tuple(_claim(one) for one in answer.claims))),
        ),
        notice=answer.notice,
    )


def _strip(rows: tuple[DemoRow, ...]) -> Table:
    titles = ("On", "Listing", "Effect", "From", "Why")
    told = tuple(cells(one.as_of, *_state(one), why) for one, why in zip(rows, _reasons(rows), strict=True))
    return Table(tuple(Column(title, narrow=title != "Why") for title in titles), told)


def _back_test(rows: tuple[DemoRow, ...]) -> Table:
    titles = ("Known on", "Listing", "Effect", "From", "Why")
    told = tuple(cells(one.known_at, *_state(one), why) for one, why in zip(rows, _reasons(rows), strict=True))
    return Table(tuple(Column(title, narrow=title != "Why") for title in titles), told)


def _one_date(rows: tuple[DemoRow, ...]) -> str:
    dates = join_words(dict.fromkeys(say_date(one.as_of) for one in rows))
    return f"{dates}, as it could be known on {count_of(len(rows), 'other date')}"


def _reasons(rows: tuple[DemoRow, ...]) -> Iterable[Words]:
    """Yield the reason of each row, less its citations (the row's command shows them) and what the row above says."""
    above = ""
    for one in rows:
        new = one.why.removeprefix(above).strip() if above else one.why
        yield Words(CITATION.sub(".", new)) if new else Words("as above", Tone.QUIET)
        above = one.why


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
    difference = f" Difference: {one_line(claim.difference)}" if claim.difference else ""
    told = DATE.sub(lambda found: say_date(found[0]), f"Record: {one_line(claim.record)}{difference}")
    return Bullet(head, (Words(f"{told} [{claim.citation}]"), Words(f"$ {claim.command}", Tone.COMMAND)))

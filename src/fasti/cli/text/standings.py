"""The sections about one party: lists, effects by who is bound, what is not forbidden, deadlines, reasons, evidence."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from fasti.cli.text.document import (
    Block,
    Bullet,
    Bullets,
    Column,
    Paragraph,
    Section,
    Table,
    Tone,
    Words,
    cells,
    para,
    section,
)
from fasti.cli.text.words import (
    info_of,
    join_words,
    say_act,
    say_date,
    say_roles,
    say_status,
    sentence_case,
    short_date,
)
from fasti.model.catalog import ListInfo
from fasti.model.standing import Deadline, Effect, Evidence, ExceptionView, Standing

Lists = Mapping[str, ListInfo]


def sections_of(standings: tuple[Standing, ...], lists: Lists) -> tuple[Section, ...]:
    """Return the sections about one party, leaving out those with nothing to say."""
    return (
        *section("Lists", lists_table(standings, lists), *_bracket_notes(standings, lists)),
        *section("Effects, by who is bound", *effect_blocks(standings, lists)),
        *section("Bound as well, though not asked about", _others(standings)),
        *section("Not forbidden", *_not_forbidden(standings, lists)),
        *section("Deadlines", _deadlines(standings)),
        *section("Outlook", _outlook(standings)),
        *section("Why", *_why(standings, lists)),
        *section("Evidence", _evidence(standings)),
    )


def lists_table(standings: Iterable[Standing], lists: Lists) -> Table:
    """Return a row a list, and below it a row for each earlier stay on that list."""
    rows: list[tuple[Words, ...]] = []
    for one in standings:
        short = info_of(lists, one.list).short
        rows.append(
            cells(
                short,
                Words(one.list, Tone.QUIET),
                say_status(one.status),
                short_date(one.listed_on),
                short_date(one.ended_on),
                one.basis,
            )
        )
        rows += [
            cells(
                "",
                "",
                Words("earlier", Tone.OVER),
                short_date(spell.listed_on),
                short_date(spell.ended_on),
                spell.basis,
            )
            for spell in one.spells
            if (spell.listed_on, spell.ended_on) != (one.listed_on, one.ended_on)
        ]
    titles = ("List", "Id", "Status", "Listed on", "Ended on", "Dated by")
    return Table(tuple(Column(title, narrow=title != "List") for title in titles), tuple(rows))


def effect_blocks(standings: Iterable[Standing], lists: Lists) -> tuple[Block, ...]:
    """Return a table for each class of persons bound, each followed by wording, exceptions and other readings."""
    found = [(effect, standing) for standing in standings for effect in standing.effects]
    blocks: list[Block] = []
    for bound, group in groupby(sorted(found, key=lambda one: one[0].bound), key=lambda one: one[0].bound):
        members = sorted(group, key=lambda one: one[0].from_ or "")
        rows = dict.fromkeys(_effect_row(effect, standing, members, lists) for effect, standing in members)
        titles = ("Status", "From", "Until", "What", "Where written")
        columns = tuple(Column(title, narrow=title in {"Status", "From", "Until"}) for title in titles)
        blocks.append(Table(columns, tuple(rows), caption=sentence_case(say_roles(bound))))
        blocks.append(_notes(effect for effect, _ in members))
    return tuple(blocks)


def _effect_row(
    effect: Effect, standing: Standing, members: list[tuple[Effect, Standing]], lists: Lists
) -> tuple[Words, ...]:
    same = [one for one, where in members if where is standing and _kind(one) == _kind(effect)]
    acts = join_words(dict.fromkeys(say_act(one.act) for one in same))
    via = f"; reached via {effect.via}" if effect.via else ""
    what = f"{sentence_case(effect.phrase or effect.object)} [{acts}] by {info_of(lists, standing.list).short}{via}"
    where = f"{effect.citation} ({effect.rule or effect.regime}, confidence {effect.confidence})"
    return cells(say_status(effect.status), short_date(effect.from_), short_date(effect.until), what, where)


def _kind(effect: Effect) -> tuple[object, ...]:
    return (effect.phrase, effect.status, effect.from_, effect.until, effect.citation, effect.rule, effect.via)


def _notes(effects: Iterable[Effect]) -> Bullets:
    """Return what qualifies the effects, each note once, with the acts it is about."""
    acts: dict[Bullet, list[str]] = {}
    for effect in effects:
        for note in _notes_of(effect):
            acts.setdefault(note, []).append(say_act(effect.act))
    return Bullets(
        tuple(
            Bullet(
                (Words(f"{sentence_case(join_words(dict.fromkeys(about)))}: ", Tone.QUIET), *note.words), note.details
            )
            for note, about in acts.items()
        )
    )


def _notes_of(effect: Effect) -> Iterable[Bullet]:
    if effect.time_text:
        yield Bullet((Words("wording ", Tone.STRONG), Words(f'"{effect.time_text}"')))
    for term in effect.terms:
        said = f'"{term.text}"' if term.quoted else term.text
        yield Bullet((Words(f"{term.label} ", Tone.STRONG), Words(said)))
    for change in effect.changes:
        yield Bullet((Words("within the day "), say_status(change.status), Words(f" from {say_date(change.at)}")))
    for other in effect.alternatives:
        until = f" until {say_date(other.until)}" if other.until else ""
        told = f"({other.policy}) from {say_date(other.from_ or '?')}{until}"
        yield Bullet((Words("read otherwise ", Tone.STRONG), Words(told)))
    for one in effect.exceptions:
        yield _exception(one)


def _exception(one: ExceptionView) -> Bullet:
    span = " ".join(
        part
        for part in (
            f"from {say_date(one.from_)}" if one.from_ else "",
            f"until {say_date(one.until)}" if one.until else "",
        )
        if part
    )
    head = (Words(f"{one.kind} {one.name}, {one.status.replace('_', ' ')}", Tone.STRONG),)
    detail = f"{span}; {one.citation} (confidence {one.confidence})".removeprefix("; ")
    return Bullet((*head, Words(f". {one.scope}")), (Words(detail, Tone.QUIET),))


def _bracket_notes(standings: Iterable[Standing], lists: Lists) -> Iterable[Paragraph]:
    for one in standings:
        short = info_of(lists, one.list).short
        if one.between is not None:
            yield para(f"{short}: {one.between.says}", Tone.ALERT)
        if one.stated_on is not None and one.stated_on != one.listed_on:
            yield para(f"{short}: the entry itself states {say_date(one.stated_on)}.")
        if one.confirmed_to is not None:
            yield para(f"{short}: confirmed up to {say_date(one.confirmed_to)} only.", Tone.ALERT)


def _others(standings: Iterable[Standing]) -> Bullets:
    found = dict.fromkeys(other for one in standings for other in one.others_bound)
    return Bullets(
        tuple(
            Bullet(
                (
                    Words(f"{sentence_case(say_roles((one.actor,)))}: {(one.act or 'no act').replace('_', ' ')}, "),
                    say_status(one.status),
                )
            )
            for one in found
        )
    )


def _not_forbidden(standings: Iterable[Standing], lists: Lists) -> Iterable[Block]:
    told = [one for one in standings if one.not_forbidden]
    for one in told:
        if len(told) > 1:
            yield para(f"{info_of(lists, one.list).short}:", Tone.STRONG)
        yield Bullets(tuple(Bullet((Words(text),)) for text in one.not_forbidden))


def _deadlines(standings: Iterable[Standing]) -> Bullets:
    found = dict.fromkeys(deadline for one in standings for deadline in one.deadlines)
    return Bullets(tuple(_deadline(one) for one in sorted(found, key=lambda one: one.due)))


def _deadline(one: Deadline) -> Bullet:
    head = (
        say_status(one.status),
        Words(": last day "),
        Words(say_date(one.last_day), Tone.STRONG),
        Words(f" (due {say_date(one.due)}{_counted(one)}): {one.what}"),
    )
    wording = f'wording "{one.time_text}"' if one.time_text else ""
    written = f"{one.citation} ({one.rule}, confidence {one.confidence})"
    return Bullet(head, tuple(Words(line, Tone.QUIET) for line in (wording, written) if line))


def _counted(one: Deadline) -> str:
    """Say from which event of the user a deadline is counted."""
    kind, _, on = (one.event or "").partition("=")
    return f", counted from {kind} on {say_date(on)}" if kind else ""


def _outlook(standings: Iterable[Standing]) -> Bullets:
    found = dict.fromkeys(item for one in standings for item in one.outlook)
    return Bullets(
        tuple(
            Bullet(
                (Words(f"{say_date(one.on) if one.on else 'No date set'}: ", Tone.STRONG), Words(one.what)),
                (Words(f"{one.kind.replace('_', ' ')}; {one.citation}", Tone.QUIET),),
            )
            for one in found
        )
    )


def _why(standings: Iterable[Standing], lists: Lists) -> Iterable[Paragraph]:
    for one in standings:
        if one.why:
            yield Paragraph((Words(f"{info_of(lists, one.list).short}: ", Tone.STRONG), Words(one.why)))
        if one.stated_reason:
            yield Paragraph((Words("The authority's own reason: ", Tone.STRONG), Words(one.stated_reason)))


def _evidence(standings: Iterable[Standing]) -> Bullets:
    """Return the evidence, strongest rank first, one item for each thing cited however often it serves."""
    found = dict.fromkeys(item for one in standings for item in one.evidence)
    cited: dict[tuple[str, ...], list[Evidence]] = {}
    for one in found:
        cited.setdefault((one.source, one.rank, one.citation, one.url, one.sha256 or ""), []).append(one)
    return Bullets(tuple(evidence_bullet(*same) for same in cited.values()))


def evidence_bullet(first: Evidence, *same: Evidence) -> Bullet:
    """Return one piece of evidence: what and where, then its link, places, hash and quoted words."""
    ones = (first, *same)
    places = [*dict.fromkeys(one.locator for one in ones if one.locator)]
    file = [f"sha256 {first.sha256}"] if first.sha256 else []
    details = (
        Words(first.url, Tone.QUIET, first.url),
        Words("; ".join([*places, *file]), Tone.QUIET),
        *(Words(f'"{quote}"', Tone.QUIET) for quote in dict.fromkeys(one.quote for one in ones) if quote),
    )
    head = (Words(first.citation), Words(f" [{first.rank.replace('_', ' ')}, {first.source}]", Tone.QUIET))
    return Bullet(head, tuple(line for line in details if line.text))

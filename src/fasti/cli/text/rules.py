"""The document of `fasti rules`: what the law changed, what we corrected, and every rule with its versions."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from fasti.cli.text import running
from fasti.cli.text.document import (
    Block,
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
from fasti.cli.text.words import count_of, say_date, say_status, say_vantage, short_date
from fasti.model.catalog import ListInfo
from fasti.model.rules import LawChange, PolicyView, RecordFix, RuleEntry, RulesAnswer

OF_THE_LAW = {"Problems", "Replay"}


def document(answer: RulesAnswer, lists: Mapping[str, ListInfo], *, policies: bool = False) -> Document:
    """Lay out the rules; `policies` shows the choices that the law leaves alone."""
    if policies:
        title = "Choices that the law or its guidance leaves: --policy NAME=VALUE follows another than the default"
        return Document("", title, (), (), section("Policies", *policy_blocks(answer.policies)), answer.notice)
    return Document(
        banner="",
        title=_title(answer),
        lead=_lead(answer),
        groups=(),
        sections=(
            *section(f"The law changed{_since(answer)}", _changes(answer.law_changed, answer.query.as_of[:10])),
            *section(f"We corrected the record{_since(answer)}", _fixes(answer.record_corrected)),
            *section("Rules and their versions", *_rules(_shown(answer))),
            *section("Policies", *policy_blocks(answer.policies)),
            *(one for one in running.sections_of(answer.run, lists) if one.title in OF_THE_LAW),
        ),
        notice=answer.notice,
    )


def policy_blocks(policies: Iterable[PolicyView]) -> tuple[Block, ...]:
    """Return each policy with its values, the default first."""
    return (Bullets(tuple(_policy(one) for one in policies)),)


def _shown(answer: RulesAnswer) -> tuple[RuleEntry, ...]:
    """Return every version, or with `--since` those that a change since then made, ended or suspended."""
    if answer.query.since is None:
        return answer.rules
    named = {name for one in answer.law_changed for name in (*one.made, *one.ended, *one.suspended)}
    return tuple(one for one in answer.rules if f"{one.regime}.{one.rule}/{one.version}" in named)


def _title(answer: RulesAnswer) -> str:
    query = answer.query
    return f"The rules on {say_vantage(query.as_of, query.known_at)}"


def _since(answer: RulesAnswer) -> str:
    return f" since {say_date(answer.query.since)}" if answer.query.since else ""


def _lead(answer: RulesAnswer) -> tuple[Paragraph, ...]:
    read = sum(one.primary_read for one in answer.rules)
    changed = count_of(len(answer.law_changed), "change of the law", "changes of the law")
    fixed = count_of(len(answer.record_corrected), "correction of our record", "corrections of our record")
    versions = count_of(len(answer.rules), "version of a rule", "versions of rules")
    return (
        para(f"{changed} and {fixed}{_since(answer)}; {versions}, of {read} of which the primary text was read."),
        para(
            "A change of the law moves answers about later days; a correction moves answers about the past.", Tone.QUIET
        ),
    )


def _changes(changes: Iterable[LawChange], today: str) -> Bullets:
    return Bullets(tuple(_change(one, today) for one in changes))


def _change(one: LawChange, today: str) -> Bullet:
    parts = (("made", one.made), ("ended", one.ended), ("suspended", one.suspended))
    told = [f"{word} {', '.join(names)}" for word, names in parts if names]
    licence = [f"licence {one.licence}"] if one.licence else []
    detail = "; ".join([one.kind.replace("_", " "), *told, *licence])
    where = f"{one.citation} (confidence {one.confidence})"
    coming = " (to come)" if one.on[:10] > today else ""
    head = (Words(f"{short_date(one.on)}{coming}: ", Tone.STRONG), Words(one.summary))
    return Bullet(head, (Words(detail, Tone.QUIET), Words(where, Tone.QUIET, one.url)))


def _fixes(fixes: Iterable[RecordFix]) -> Bullets:
    return Bullets(
        tuple(
            Bullet(
                (Words(f"{one.on}: ", Tone.STRONG), Words(f"{one.subject}: {one.because}")),
                (
                    Words(f"was: {one.was}"),
                    Words(f"stands: {one.stands}"),
                    Words(f"{one.what}; {one.citation}", Tone.QUIET),
                ),
            )
            for one in fixes
        )
    )


def _rules(rules: Iterable[RuleEntry]) -> tuple[Block, ...]:
    """Return a table for each regime."""
    blocks: list[Block] = []
    for (regime, title), entries in groupby(rules, key=lambda one: (one.regime, one.title)):
        rows = tuple(_row(one) for one in entries)
        titles = ("Rule", "State", "From", "Until", "Lists", "Where written", "Confidence")
        narrow = {"State", "From", "Until"}
        columns = tuple(Column(one, narrow=one in narrow) for one in titles)
        blocks.append(Table(columns, rows, caption=f"{title} [{regime}]"))
    return tuple(blocks)


def _row(one: RuleEntry) -> tuple[Words, ...]:
    read = "read" if one.primary_read else "not read"
    return cells(
        f"{one.rule}/{one.version}",
        say_status(one.state),
        short_date(one.from_)[:10],
        short_date(one.until)[:10],
        ", ".join(one.lists),
        one.citation,
        f"{one.confidence}, {read}",
    )


def _policy(one: PolicyView) -> Bullet:
    values = tuple(
        Words(f"{one.name}={each.value}{' (default)' if each.value == one.default else ''}: {each.means}")
        for each in one.values
    )
    head = (Words(f"{one.name}: ", Tone.STRONG), Words(one.asks))
    return Bullet(head, (*values, Words(one.why, Tone.QUIET)))

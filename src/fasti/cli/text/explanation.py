"""The document of `fasti explain`: one screen on the law behind a list, regime by regime."""

from collections import Counter
from collections.abc import Iterable, Mapping

from fasti.cli.text import running
from fasti.cli.text.document import (
    Block,
    Bullet,
    Bullets,
    Column,
    Document,
    Group,
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
from fasti.model.explanation import CaseView, DueView, ExplainAnswer, LawSource, RegimeView, RuleView, Said, VersionView

NOTHING_TOLD = "The rulebook holds nothing on this; that is no statement either way."
FEW, MANY = 4, 10
"""So many names stand in a line; so many versions of one rule, or sources, in a text without `--all`."""
STANDING = {"in_force", "unconfirmed", "suspended"}
OF_THE_LAW = {"Corrections", "Problems", "Replay"}
LAW = {
    "not_modelled": "Not modelled: what follows from this list is not in the rulebook, which is no statement that "
    "nothing is forbidden.",
    "not_yet": "No rule on this list had been made and published by then.",
}


def document(answer: ExplainAnswer, lists: Mapping[str, ListInfo], *, full: bool = False) -> Document:
    """Lay out what the law behind a list says; unless `full`, many versions or sources are counted and not told."""
    query = answer.query
    asked = f"on {say_vantage(query.as_of, query.known_at)}"
    return Document(
        banner="",
        title=f"What follows from the {answer.title} {asked}",
        lead=_lead(answer),
        groups=tuple(_group(regime, full=full) for regime in answer.regimes),
        sections=(*section("Sources", _sources(answer.sources, full=full)), *_of_run(answer, lists)),
        notice=answer.notice,
    )


def _of_run(answer: ExplainAnswer, lists: Mapping[str, ListInfo]) -> tuple[Section, ...]:
    """Return what the run says of the law; how fresh the list's files are is no matter here."""
    return tuple(one for one in running.sections_of(answer.run, lists) if one.title in OF_THE_LAW)


def _lead(answer: ExplainAnswer) -> tuple[Paragraph, ...]:
    issued = para(f"{answer.short} ({answer.list}), issued by {answer.authority}. {answer.note}".strip())
    link = Paragraph((Words(answer.url, Tone.QUIET, answer.url),))
    told = (para(LAW[answer.law], Tone.ALERT),) if answer.law in LAW else ()
    return (*told, issued, link)


def _group(regime: RegimeView, *, full: bool) -> Group:
    sections: tuple[Section, ...] = (
        *section("Forbidden, required or ordered", _rules(regime.rules)),
        *section("Start, end and deadlines", _times(regime.rules)),
        *section("Exceptions", _exceptions(regime)),
        *section("Not forbidden", *_said(regime.not_forbidden)),
        *section("Ownership", *_said(regime.ownership)),
        *section("Ways off the list", *_said(regime.exit)),
        *section("Versions", _versions(regime.rules, full=full)),
        *section("Notes", _notes(regime.rules)),
        *section("Outlook", _outlook(regime)),
    )
    lead = (para(f"Bound: {regime.who_is_bound}", Tone.STRONG),)
    return Group(regime.title, regime.regime, lead, sections)


def _rules(rules: Iterable[RuleView]) -> Table:
    """Return a row a prohibition; rules that differ in the act alone share it."""
    acts: dict[tuple[str, str, str], list[str]] = {}
    for rule in rules:
        owned = " (of what the listed party owns)" if rule.reach == "owned" else ""
        what = f"{sentence_case(rule.phrase)}{owned}: {rule.object}"
        acts.setdefault((_shown(rule).state, say_roles(rule.bound), what), []).append(say_act(rule.act))
    rows = tuple(
        cells(say_status(state), sentence_case(who), join_words(dict.fromkeys(of)), what)
        for (state, who, what), of in acts.items()
    )
    titles = ("State", "Who", "Act", "What")
    return Table(tuple(Column(title, narrow=title == "State") for title in titles), rows)


def _times(rules: Iterable[RuleView]) -> Bullets:
    """Return how each version that matters counts, case by case."""
    found: dict[tuple[str, str, str, tuple[DueView, ...]], list[str]] = {}
    for rule in rules:
        for version in _standing(rule):
            for case in version.cases:
                same = (_named(case), _span(case), case.time_text, case.deadlines)
                found.setdefault(same, []).append(f"{rule.rule}/{version.version}")
    return Bullets(tuple(_time(case, of) for case, of in found.items()))


def _time(case: tuple[str, str, str, tuple[DueView, ...]], of: list[str]) -> Bullet:
    name, span, words, deadlines = case
    head = (Words(f"{_names(of)}, {name}: ", Tone.STRONG), Words(span))
    wording = (Words(f'wording "{words}"', Tone.QUIET),) if words else ()
    due = tuple(Words(f"{one.due}: {one.what}") for one in deadlines)
    return Bullet(head, (*wording, *due))


def _named(case: CaseView) -> str:
    """Return the name of a class of entries, with what it speaks of where that is its own."""
    own = f" ({case.object})" if case.object else ""
    return f"{case.name}{own}{'' if case.modelled else ', not modelled in full'}"


def _span(case: CaseView) -> str:
    ends = f"; ends {case.end}" if case.end else "; no end of its own"
    return f"begins {case.start}{ends}"


def _exceptions(regime: RegimeView) -> Bullets:
    """Return what stays open, each exception once, with the rules it belongs to; licences last."""
    found: dict[Said, list[str]] = {}
    for rule in regime.rules:
        for version in _standing(rule):
            for one in (*(each for case in version.cases for each in case.exceptions), *version.exceptions):
                found.setdefault(one, []).append(f"{rule.rule}/{version.version}")
    own = [_exception(one, _names(of)) for one, of in found.items()]
    licences = [
        Bullet(
            (Words(f"{one.kind} {one.name}, {one.status.replace('_', ' ')}: ", Tone.STRONG), Words(one.scope)),
            (Words(f"{_until(one.from_, one.until)}; {one.citation}", Tone.QUIET),),
        )
        for one in regime.licences
    ]
    return Bullets((*own, *licences))


def _exception(one: Said, of: str) -> Bullet:
    return Bullet((Words(one.text),), (Words(f"{of}; {one.citation}", Tone.QUIET),))


def _until(begins: str | None, ends: str | None) -> str:
    return f"from {say_date(begins) if begins else '?'}{f' until {say_date(ends)}' if ends else ''}"


def _said(texts: tuple[Said, ...]) -> tuple[Block, ...]:
    if not texts:
        return (para(NOTHING_TOLD, Tone.QUIET),)
    return (Bullets(tuple(Bullet((Words(one.text), Words(f" ({one.citation})", Tone.QUIET))) for one in texts)),)


def _names(of: Iterable[str]) -> str:
    """Return the versions that something belongs to; many are counted."""
    told = list(dict.fromkeys(of))
    if len(told) <= FEW:
        return ", ".join(told)
    rules = dict.fromkeys(name.partition("/")[0] for name in told)
    return f"{join_words(rules)} ({len(told)} versions)"


def _standing(rule: RuleView) -> tuple[VersionView, ...]:
    """Return the versions that stand: one, or one for each programme; where none does, the last."""
    return tuple(one for one in rule.versions if one.state in STANDING) or rule.versions[-1:]


def _versions(rules: Iterable[RuleView], *, full: bool) -> Table:
    """Return a row a version; a rule with many, one for each programme, has one row unless all are wanted."""
    rows = [
        row for rule in rules for row in (_counted(rule) if len(rule.versions) > MANY and not full else _each(rule))
    ]
    titles = ("Version", "State", "From", "Until", "Where written", "Confidence")
    return Table(tuple(Column(title, narrow=title in {"State", "From"}) for title in titles), tuple(rows))


def _counted(rule: RuleView) -> tuple[tuple[Words, ...], ...]:
    states = Counter(one.state.replace("_", " ") for one in rule.versions)
    first = min(one.from_ for one in rule.versions)
    told = ", ".join(f"{number} {state}" for state, number in states.items())
    where = f"{told}; --all and --format json tell each"
    return (cells(f"{rule.rule} ({len(rule.versions)} versions)", "", short_date(first), "", where, ""),)


def _each(rule: RuleView) -> tuple[tuple[Words, ...], ...]:
    return tuple(
        cells(
            f"{rule.rule}/{one.version}",
            say_status(one.state),
            short_date(one.from_),
            short_date(one.until),
            one.citation,
            f"{one.confidence}, {'read' if one.primary_read else 'not read'}",
        )
        for one in rule.versions
    )


def _notes(rules: Iterable[RuleView]) -> Bullets:
    notes: dict[str, list[str]] = {}
    for rule in rules:
        for one in rule.versions:
            if one.note:
                notes.setdefault(one.note, []).append(f"{rule.rule}/{one.version}")
    return Bullets(tuple(Bullet((Words(f"{_names(of)}: ", Tone.QUIET), Words(note))) for note, of in notes.items()))


def _outlook(regime: RegimeView) -> Bullets:
    return Bullets(
        tuple(
            Bullet(
                (Words(f"{say_date(one.on) if one.on else 'No date set'}: ", Tone.STRONG), Words(one.what)),
                (Words(one.citation, Tone.QUIET),),
            )
            for one in regime.outlook
        )
    )


def _sources(sources: tuple[LawSource, ...], *, full: bool) -> Bullets:
    if len(sources) > MANY and not full:
        told = f"{len(sources)} acts, {short_date(sources[0].on)[:10]} to {short_date(sources[-1].on)[:10]}"
        return Bullets((Bullet((Words(f"{told}; --all and --format json tell each."),)),))
    return Bullets(tuple(_source(one) for one in sources))


def _source(one: LawSource) -> Bullet:
    read = "read" if one.primary_read else "not read in the primary text"
    head = (
        Words(f"{short_date(one.on)}: ", Tone.STRONG),
        Words(one.summary),
        Words(f" ({one.citation}; {one.rank.replace('_', ' ')}, confidence {one.confidence}, {read})", Tone.QUIET),
    )
    links = (Words(one.url, Tone.QUIET, one.url),) if one.url else ()
    return Bullet(head, links)


def _shown(rule: RuleView) -> VersionView:
    """Return the version that stands, else the last."""
    return next((one for one in reversed(rule.versions) if one.version == rule.version), rule.versions[-1])

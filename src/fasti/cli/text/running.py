"""The sections about the run: how fresh the sources are, what was not screened or assessed, and how to replay it."""

import re
from collections.abc import Iterable, Mapping

from fasti.cli.text.document import Bullet, Bullets, Column, Section, Table, Tone, Words, cells, section
from fasti.cli.text.words import count_of, info_of, say_instant, short_date
from fasti.model.answer import NotScreened, Run, SourceState
from fasti.model.catalog import ListInfo
from fasti.model.problem import Problem, Severity

LINK = re.compile(r"https?://[^\s)]+")
ITS_PAGE = "its official page"


def sections_of(run: Run, lists: Mapping[str, ListInfo], *, explain: bool = False) -> tuple[Section, ...]:
    """Return what holds for the whole answer; `explain` adds the scorer, readers and policies."""
    return (
        *section("Freshness", states_table(run.sources, lists), claims_of(run.sources, lists) if explain else None),
        *section("Not screened", not_screened(run.not_screened)),
        *section("Not assessed", Bullets(tuple(Bullet((Words(one),)) for one in run.not_assessed))),
        *section("Corrections", Bullets(tuple(Bullet((Words(one),)) for one in run.corrections))),
        *section("Problems", problems(run.problems)),
        *section("Replay", _replay(run, explain=explain)),
    )


def states_table(states: Iterable[SourceState], lists: Mapping[str, ListInfo]) -> Table:
    """Return a row for each list and the source that speaks for it."""
    rows = tuple(
        cells(
            info_of(lists, one.list).short,
            one.source,
            one.coverage,
            short_date(one.listed_at),
            count_of(one.age_days, "day") if one.age_days is not None else None,
            say_status_of(one),
            one.covers.partition(": ")[0],
        )
        for one in states
    )
    titles = ("List", "Source", "Coverage", "Speaks for", "Age", "State", "Covers")
    return Table(tuple(Column(title, narrow=title not in {"List", "Covers"}) for title in titles), rows)


def claims_of(states: Iterable[SourceState], lists: Mapping[str, ListInfo]) -> Bullets:
    """Return what each claim of coverage rests on, where it says so."""
    told = dict.fromkeys((info_of(lists, one.list).short, one.covers.partition(": ")[2]) for one in states)
    return Bullets(tuple(Bullet((Words(f"{short}: ", Tone.STRONG), Words(text))) for short, text in told if text))


def say_status_of(state: SourceState) -> Words:
    """Return whether the source still counts as held."""
    return Words("stale", Tone.ALERT) if state.stale else Words("held")


def not_screened(gaps: Iterable[NotScreened]) -> Bullets:
    """Return the lists not screened; those with one reason, and a remedy that differs in its link only, together."""
    grouped: dict[tuple[str, str], list[NotScreened]] = {}
    for one in sorted(gaps, key=lambda one: (one.reason, one.list)):
        grouped.setdefault((one.reason, LINK.sub(ITS_PAGE, one.remedy)), []).append(one)
    items = []
    for (reason, remedy), group in grouped.items():
        names = ", ".join(one.list for one in group)
        told = group[0].remedy if len({one.remedy for one in group}) == 1 else remedy
        items.append(Bullet((Words(f"{reason.replace('_', ' ')}: ", Tone.ALERT), Words(names)), _remedy(told)))
    return Bullets(tuple(items))


def problems(found: Iterable[Problem]) -> Bullets:
    """Return the defects in data that bear on the answer, gravest first."""
    weight = list(Severity)
    ordered = sorted(found, key=lambda one: -weight.index(one.severity))
    return Bullets(
        tuple(
            Bullet(
                (
                    Words(f"{one.severity}: ", Tone.ALERT if one.severity is Severity.ERROR else Tone.STRONG),
                    Words(one.message),
                ),
                tuple(Words(place, Tone.QUIET) for place in (f"{one.code} {one.where}".strip(),) if place),
            )
            for one in ordered
        )
    )


def _remedy(remedy: str) -> tuple[Words, ...]:
    """Return what to do, an address on a line of its own."""
    link = LINK.search(remedy)
    if not link or link[0] == remedy:
        return (Words(f"To do: {remedy}", Tone.QUIET),) if remedy else ()
    told = f"{remedy[: link.start()].replace(' (', ', ').strip()}{remedy[link.end() :].lstrip(')')}"
    return Words(f"To do: {told}:", Tone.QUIET), Words(link[0], Tone.QUIET, link[0])


def _replay(run: Run, *, explain: bool) -> Bullets:
    lines = [
        f"engine {run.engine}; rulebook {run.rulebook}; chronicle {run.chronicle}",
        f"known by {say_instant(run.known_by)}",
        f"head {run.head}; content {run.content_id}",
    ]
    if explain:
        policies = ", ".join(f"{name}={value}" for name, value in sorted(run.policies.items())) or "defaults"
        lines += [f"scorer {run.scorer}; policies {policies}", f"readers {', '.join(run.readers) or 'none'}"]
    return Bullets(tuple(Bullet((Words(line, Tone.QUIET),)) for line in lines))

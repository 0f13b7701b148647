"""The document of `fasti check`: the question said back, the sentence for each list, then everything behind it."""

import re
from collections.abc import Mapping

from fasti.cli.text import running, standings, steps
from fasti.cli.text.document import Bullet, Bullets, Document, Group, Paragraph, Section, Tone, Words, para, section
from fasti.cli.text.sentence import Asked, absent, not_held, sentence
from fasti.cli.text.words import count_of, info_of, join_words, say_roles, say_vantage
from fasti.model.answer import CheckAnswer, MatchView, PartyAnswer, Query, Run
from fasti.model.catalog import ListInfo
from fasti.model.standing import LIVE, ListingStatus

FULL_PARTIES = 3
"""So many parties are shown in full; of the others only the sentences."""

RUNNABLE = "fasti ingest"
FETCHED = re.compile(r"fasti sync (\w+)")
GIVEN = re.compile(r"fasti ingest (\w+)")
SILENT = {ListingStatus.NOT_FOUND, ListingStatus.NOT_COVERED}


def document(answer: CheckAnswer, lists: Mapping[str, ListInfo], *, explain: bool = False) -> Document:
    """Lay out the answer of a check; `explain` adds the parts of each score and the steps of each effect."""
    return Document(
        banner=banner(answer.run),
        title=question(answer.query),
        lead=verdict(answer),
        groups=tuple(
            _group(party, answer, lists, explain=explain, full=place < FULL_PARTIES)
            for place, party in enumerate(answer.parties)
        ),
        sections=running.sections_of(answer.run, lists, explain=explain),
        notice=answer.notice,
    )


def question(query: Query) -> str:
    """Say the question back."""
    asked = f"What applied on {say_vantage(query.as_of, query.known_at)}"
    actor = f", as {say_roles(query.actor)}" if query.actor else ""
    act = f", about the act {query.act.replace('_', ' ')}" if query.act else ""
    return f"{asked}{actor}{act}: {query.name}"


def banner(run: Run) -> str:
    """Return what must come before everything else if no complete list was consulted, else nothing."""
    if any(state.coverage == "complete" for state in run.sources):
        return ""
    advice = "; ".join(remedies(run)) or "fasti ingest SOURCE PATH"
    return f"No complete list is loaded, so nothing here speaks for absence. To do: {advice}"


def verdict(answer: CheckAnswer) -> tuple[Paragraph, ...]:
    """Say in one sentence what the search came to; one party found says it itself."""
    name = answer.query.name
    found = count_of(len(answer.parties), "party", "parties")
    history = f" ({found} shown for the history)" if answer.parties else ""
    match answer.verdict:
        case "match":
            return (para(f"Found: {found} by this name or key.", Tone.QUIET),) if len(answer.parties) > 1 else ()
        case "possible":
            return (
                para(f"Possible matches only: {found} with a name like {name}; a person has to decide.", Tone.ALERT),
            )
        case "no_match":
            return (para(f"No match: no live entry like {name} on the lists consulted{history}.", Tone.STRONG),)
        case _:
            return (
                para(f"Incomplete: no live entry like {name} was found{history}, and {gaps(answer.run)}", Tone.ALERT),
            )


def gaps(run: Run) -> str:
    """Say how many lists were not screened, which of them can be had, and what to run."""
    lists = count_of(len({one.list for one in run.not_screened}), "list was", "lists were")
    ready = [one.list for one in run.not_screened if RUNNABLE in one.remedy]
    which = f" ({join_words(ready)} can be)" if ready else ""
    advice = "; ".join(remedies(run))
    return f"{lists} not screened{which}.{f' To do: {advice}' if advice else ''}"


def remedies(run: Run) -> tuple[str, ...]:
    """Return the commands that would close the gaps: what can be fetched, then what has to be given as a file."""
    fetched = {source for one in run.not_screened for source in FETCHED.findall(one.remedy)}
    given = {source for one in run.not_screened for source in GIVEN.findall(one.remedy)} - fetched
    found = (f"fasti sync {' '.join(sorted(fetched))}",) if fetched else ()
    return (*found, *(f"fasti ingest {source} FILE" for source in sorted(given)))


def _group(
    party: PartyAnswer, answer: CheckAnswer, lists: Mapping[str, ListInfo], *, explain: bool, full: bool
) -> Group:
    asked = Asked(answer.query.as_of, answer.query.projected)
    spoken = [one for one in party.standings if one.status not in SILENT]
    spoken.sort(key=lambda one: one.status not in LIVE)
    told = [sentence(one, info_of(lists, one.list), asked) for one in spoken]
    lead = tuple(para(one, Tone.STRONG) for one in told) + tuple(para(one) for one in _silent(party, answer.run, lists))
    sections: tuple[Section, ...] = standings.sections_of(party.standings, lists) if full else ()
    if explain:
        decided = steps.sections_of(party.standings, lists) if full else ()
        sections = (*section("Match", _explanation(party.match)), *sections, *decided)
    return Group(party.caption, _subtitle(party), lead, sections)


def _silent(party: PartyAnswer, run: Run, lists: Mapping[str, ListInfo]) -> list[str]:
    """Say which lists were consulted in a complete edition without finding the party, and which say nothing."""
    status = {one.list: one.status for one in party.standings}
    open_lists = {one.list for one in run.not_screened}
    complete = {one.list for one in run.sources if one.coverage == "complete" and not one.stale} - open_lists
    missing = {one for one in complete if one not in status}
    missing |= {name for name, one in status.items() if one == ListingStatus.NOT_FOUND}
    unheld = sorted(name for name, one in status.items() if one == ListingStatus.NOT_COVERED)
    said = [absent(info_of(lists, name) for name in sorted(missing))] if missing else []
    return said + ([not_held(info_of(lists, name) for name in unheld)] if unheld else [])


def _subtitle(party: PartyAnswer) -> str:
    keys = join_words(party.keys) or party.party_id
    return f"{party.kind}; {keys}; matched {party.match.matched_name} with score {party.match.score:.2f}"


def _explanation(match: MatchView) -> Bullets:
    lines = [f"{one.value:+.3f}  {one.feature}: {one.query} / {one.listed}" for one in match.explanation]
    return Bullets(tuple(Bullet((Words(line),)) for line in lines))

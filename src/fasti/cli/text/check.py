"""The document of `fasti check`: the question said back, the sentence for each list, then everything behind it."""

from collections.abc import Mapping

from fasti.cli.text import running, standings
from fasti.cli.text.document import Bullet, Bullets, Document, Group, Paragraph, Section, Tone, Words, para, section
from fasti.cli.text.sentence import Asked, absent, not_held, sentence
from fasti.cli.text.words import count_of, info_of, join_words, say_instant, say_roles
from fasti.model.answer import CheckAnswer, MatchView, PartyAnswer, Query, Run
from fasti.model.catalog import ListInfo
from fasti.model.standing import ListingStatus

FULL_PARTIES = 3
"""So many parties are shown in full; of the others only the sentences."""

SILENT = {ListingStatus.NOT_FOUND, ListingStatus.NOT_COVERED}


def document(answer: CheckAnswer, lists: Mapping[str, ListInfo], *, explain: bool = False) -> Document:
    """Lay out the answer of a check; `explain` adds the parts of each score."""
    return Document(
        banner=banner(answer.run),
        title=question(answer.query),
        lead=(verdict(answer),),
        groups=tuple(
            _group(party, answer.query, lists, explain=explain, full=place < FULL_PARTIES)
            for place, party in enumerate(answer.parties)
        ),
        sections=running.sections_of(answer.run, lists, explain=explain),
        notice=answer.notice,
    )


def question(query: Query) -> str:
    """Say the question back."""
    asked = f"What applied on {say_instant(query.as_of)}, using only what was public on {say_instant(query.known_at)}"
    actor = f", as {say_roles(query.actor)}" if query.actor else ""
    act = f", about the act {query.act.replace('_', ' ')}" if query.act else ""
    return f"{asked}{actor}{act}: {query.name}"


def banner(run: Run) -> str:
    """Return what must come before everything else if no complete list was consulted, else nothing."""
    if any(state.coverage == "complete" for state in run.sources):
        return ""
    remedies = dict.fromkeys(one.remedy for one in run.not_screened if one.remedy)
    advice = next(iter(remedies), "fasti ingest SOURCE PATH")
    return f"No complete list is loaded, so nothing here speaks for absence. To do: {advice}"


def verdict(answer: CheckAnswer) -> Paragraph:
    """Say in one sentence what the search came to."""
    name = answer.query.name
    found = count_of(len(answer.parties), "party", "parties")
    history = f" ({found} shown for the history)" if answer.parties else ""
    match answer.verdict:
        case "match":
            return para(f"Found: {found} by this name or key.", Tone.QUIET)
        case "possible":
            return para(f"Possible matches only: {found} with a name like {name}; a person has to decide.", Tone.ALERT)
        case "no_match":
            return para(f"No match: no live entry like {name} on the lists consulted{history}.", Tone.STRONG)
        case _:
            gaps = count_of(len({one.list for one in answer.run.not_screened}), "list was", "lists were")
            advice = next((f" To do: {one.remedy}" for one in answer.run.not_screened if one.remedy), "")
            told = f"Incomplete: no live entry like {name} was found{history}, and {gaps} not screened (see below)."
            return para(told + advice, Tone.ALERT)


def _group(party: PartyAnswer, query: Query, lists: Mapping[str, ListInfo], *, explain: bool, full: bool) -> Group:
    asked = Asked(query.as_of, query.projected)
    told = [sentence(one, info_of(lists, one.list), asked) for one in party.standings if one.status not in SILENT]
    lead = tuple(para(one, Tone.STRONG) for one in [*told, *_silent(party, lists)])
    sections: tuple[Section, ...] = standings.sections_of(party.standings, lists) if full else ()
    if explain:
        sections = (*section("Match", _explanation(party.match)), *sections)
    return Group(party.caption, _subtitle(party), lead, sections)


def _silent(party: PartyAnswer, lists: Mapping[str, ListInfo]) -> list[str]:
    missing = [info_of(lists, one.list) for one in party.standings if one.status == ListingStatus.NOT_FOUND]
    unheld = [info_of(lists, one.list) for one in party.standings if one.status == ListingStatus.NOT_COVERED]
    return ([absent(missing)] if missing else []) + ([not_held(unheld)] if unheld else [])


def _subtitle(party: PartyAnswer) -> str:
    keys = join_words(party.keys) or party.party_id
    return f"{party.kind}; {keys}; matched {party.match.matched_name} with score {party.match.score:.2f}"


def _explanation(match: MatchView) -> Bullets:
    lines = [f"{one.value:+.3f}  {one.feature}: {one.query} / {one.listed}" for one in match.explanation]
    return Bullets(tuple(Bullet((Words(line),)) for line in lines))

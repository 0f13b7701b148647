"""Where acts and files contradict each other about one entry; the conflict travels with the answer as a `Problem`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fasti.ledger.runs import EditionSequence, Run
from fasti.ledger.turns import DatedAct, closers, stated_date
from fasti.model.history import Spell
from fasti.model.listing import ENDED
from fasti.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Folding:
    """What was made of the evidence of one entry, and of what.

    Attributes:
        list_id: The list.
        key: The entry.
        zone: Zone of the list.
        spells: What was made of acts and editions.
        runs: What the editions show.
        sequence: The editions that speak for the list.
    """

    list_id: str
    key: str
    zone: str
    spells: Sequence[Spell]
    runs: Sequence[Run]
    sequence: EditionSequence


def contradictions(folding: Folding, acts: Sequence[DatedAct]) -> Iterator[Problem]:
    """Yield one problem for each conflict between an act that concerns the entry and the editions."""
    for one in closers(acts):
        for run in folding.runs:
            yield from _still_shown(one, run, folding)
            yield from _shown_anew(one, run, folding)
    for spell in folding.spells:
        yield from _never_shown(spell, folding)


def _still_shown(one: DatedAct, run: Run, folding: Folding) -> Iterator[Problem]:
    """Yield the conflict if a run goes on after the act that ended the entry, and nothing began anew."""
    own = [spell for spell in folding.spells if spell.legal_basis == run.basis]
    editions = folding.sequence.editions[run.first : run.stop]
    says_so = stated_date(run.last, ENDED, folding.list_id, run.basis) is not None
    if says_so or editions[0].listed_at > one.ends or not any(_ended_by(spell, one) for spell in own):
        return
    later = (spell.start.moment.starts(folding.zone) for spell in own)
    again = min((start for start in later if start >= one.starts), default=None)
    for edition in editions:
        if edition.listed_at > one.ends and (again is None or edition.listed_at < again):
            yield _problem(one, folding, f"edition {edition.edition_id} still has it; the act is followed")
            return


def _shown_anew(one: DatedAct, run: Run, folding: Folding) -> Iterator[Problem]:
    """Yield the conflict if the first edition after an act that ended the entry has it, and nothing says why."""
    editions = folding.sequence.editions
    shown, after = editions[run.first], editions[run.first - 1].listed_at if run.first else None
    renamed = any(other.stop == run.first and other.basis != run.basis for other in folding.runs)
    if renamed or not one.inside(after, shown.listed_at):
        return
    for spell in folding.spells:
        start = spell.start
        dated = start.basis == "act" or (start.basis == "stated" and start.moment.on >= one.act.takes_effect.on)
        if spell.legal_basis == run.basis and start.by == shown.listed_at and not dated:
            said = f"edition {shown.edition_id}, the first held after it, has it; it counts as listed again"
            yield _problem(one, folding, said)


def _never_shown(spell: Spell, folding: Folding) -> Iterator[Problem]:
    """Yield the conflict if an edition after the act that began a spell does not have the entry."""
    if spell.start.basis != "act" or spell.start.edition_id is not None:
        return
    begun = spell.start.moment.published(folding.zone)
    end = spell.end.moment.starts(folding.zone) if spell.end is not None else None
    for place, edition in enumerate(folding.sequence.editions):
        lasting = begun < edition.listed_at and (end is None or edition.listed_at < end)
        if lasting and not any(run.first <= place < run.stop for run in folding.runs):
            message = (
                f"{spell.start.act_id} put {folding.key} on {folding.list_id}, and edition {edition.edition_id} "
                "does not have it; the act is followed"
            )
            yield Problem("not_in_file", message, folding.key)
            return


def _ended_by(spell: Spell, one: DatedAct) -> bool:
    return spell.end is not None and spell.end.act_id == one.act.act_id


def _problem(one: DatedAct, folding: Folding, said: str) -> Problem:
    message = f"{one.act.act_id} took {folding.key} off {folding.list_id}, and {said}"
    return Problem("file_contradicts_act", message, folding.key)

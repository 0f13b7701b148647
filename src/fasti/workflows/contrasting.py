"""`contrast`: parties side by side, and which of them is under the stricter law."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import combinations

from fasti.model.answer import NOTICE, CheckAnswer, PartyAnswer, Run
from fasti.model.catalog import Catalog
from fasti.model.contrast import Comparison, ContrastAnswer, ContrastParty, ContrastQuery, ContrastRow
from fasti.model.errors import UsageError
from fasti.regimes.contrast_words import sentence_of
from fasti.regimes.contrasting import Side, columns_of, lists_of, rows_of
from fasti.regimes.strictness import RANKS, differences, is_certain, profile_of, relation_of
from fasti.workflows.asking import CheckRequest, conduct_of
from fasti.workflows.checking import check_in
from fasti.workflows.opening import open_ledger
from fasti.workflows.settings import Settings

SCHEMA = "fasti/contrast/1"
LEAST_PARTIES = 2
SHOWN_KEYS = 3
SAME_SCORE = 1e-9


@dataclass(frozen=True, slots=True)
class ContrastRequest:
    """A question about several parties.

    Attributes:
        names: Names or keys, at least two.
        as_of: The date or instant asked about.
        known_at: Only what was public by then counts.
        actors: Roles of whoever asks; empty asks for every class.
        acts: Acts asked about; empty asks for every act that a rule on the lists reaches.
        lists: Lists to compare on; empty means those on which any of the parties stands.
        head: Log position to read at.
        policies: Readings of the law.
    """

    names: tuple[str, ...]
    as_of: date | datetime | None = None
    known_at: date | datetime | None = None
    actors: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    head: int | None = None
    policies: dict[str, str] = field(default_factory=dict)


def contrast(settings: Settings, request: ContrastRequest) -> ContrastAnswer:
    """Set parties side by side.

    Raises:
        UsageError: Fewer than two parties are named, one is not found, or a name finds several equally well.
    """
    if len(request.names) < LEAST_PARTIES:
        message = "One party cannot be set beside itself: name two or more."
        raise UsageError(message)
    acts = [act for name in request.acts if (act := conduct_of(name)) is not None]
    with open_ledger(settings) as ledger:
        answers = [check_in(ledger, settings, _one(request, name)) for name in request.names]
        parties = [_best(answer) for answer in answers]
        _refuse_twice(request.names, parties)
        sides = [Side(party.party_id, party.standings) for party in parties]
        run = _joined([answer.run for answer in answers])
        open_ = {one.list for one in run.not_screened}
        covered = {one.list: one.list not in open_ for one in run.sources}
        columns = columns_of(sides, request.lists or lists_of(sides), covered)
        rows = rows_of(sides, columns, acts)
        query = answers[0].query
        return ContrastAnswer(
            schema=SCHEMA,
            notice=NOTICE,
            query=ContrastQuery(request.names, query.as_of, query.known_at, query.actor, request.acts, query.projected),
            parties=tuple(_told(name, answer) for name, answer in zip(request.names, answers, strict=True)),
            columns=columns,
            rows=rows,
            comparisons=_comparisons(parties, rows, ledger.catalog),
            run=run,
        )


def _one(request: ContrastRequest, name: str) -> CheckRequest:
    return CheckRequest(
        name=name,
        as_of=request.as_of,
        known_at=request.known_at,
        actors=request.actors,
        lists=request.lists,
        head=request.head,
        policies=request.policies,
    )


def _best(answer: CheckAnswer) -> PartyAnswer:
    """Return the party that a name finds best.

    Raises:
        UsageError: It finds none, or several equally well; which of them is meant a person has to say.
    """
    if not answer.parties:
        message = f"No party like {answer.query.name} is on the lists held: give another name, or a key."
        raise UsageError(message)
    best = answer.parties[0]
    alike = [one for one in answer.parties if best.match.score - one.match.score < SAME_SCORE]
    if len(alike) > 1:
        named = "; ".join(f"{one.caption} ({', '.join(one.keys[:SHOWN_KEYS]) or one.party_id})" for one in alike)
        message = f"{answer.query.name} finds {len(alike)} parties equally well: give the key of one. Found: {named}."
        raise UsageError(message)
    return best


def _refuse_twice(names: Sequence[str], parties: Sequence[PartyAnswer]) -> None:
    for (name, one), (other_name, other) in combinations(zip(names, parties, strict=True), 2):
        if one.party_id == other.party_id:
            message = f"{name} and {other_name} are one party ({one.caption}): name two different ones."
            raise UsageError(message)


def _told(name: str, answer: CheckAnswer) -> ContrastParty:
    best = answer.parties[0]
    return ContrastParty(name, best.party_id, best.keys, best.caption, best.match.score, len(answer.parties) - 1)


def _joined(runs: Sequence[Run]) -> Run:
    """Return the run of all the questions together; they read one ledger at one vantage."""
    return replace(
        runs[0],
        corrections=tuple(sorted({one for run in runs for one in run.corrections})),
        problems=tuple(sorted({one for run in runs for one in run.problems})),
    )


def _comparisons(
    parties: Sequence[PartyAnswer], rows: Sequence[ContrastRow], catalog: Catalog
) -> tuple[Comparison, ...]:
    """Compare every two parties, in the order in which they were named."""
    return tuple(_comparison(one, other, rows, catalog) for one, other in combinations(parties, 2))


def _comparison(one: PartyAnswer, other: PartyAnswer, rows: Sequence[ContrastRow], catalog: Catalog) -> Comparison:
    first, second = profile_of(one.party_id, rows), profile_of(other.party_id, rows)
    relation, certain = relation_of(first, second), is_certain(first, second)
    more, less = differences(first, second), differences(second, first)
    names = (one.caption, other.caption)

    def short(list_id: str) -> str:
        return catalog.lists[list_id].short

    unknown = () if certain else _unknown((one, other), rows, short)
    sentence = sentence_of(names, relation, more, less, short, unknown)
    return Comparison(one.party_id, other.party_id, relation, certain, more, less, sentence)


def _unknown(
    parties: Sequence[PartyAnswer], rows: Sequence[ContrastRow], short: Callable[[str], str]
) -> tuple[str, ...]:
    """Return each list that is not held for a party, or whose law is not modelled."""
    captions = {one.party_id: one.caption for one in parties}
    cells = [cell for row in rows for cell in row.cells if cell.status not in RANKS and cell.party_id in captions]
    told = (f"{short(one.list)} for {captions[one.party_id]} ({one.status.replace('_', ' ')})" for one in cells)
    return tuple(dict.fromkeys(told))

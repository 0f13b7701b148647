"""`validate`: how much of what should be found is found, and how much else is, with everything needed to repeat it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from fasti.model.answer import NOTICE, Run
from fasti.model.errors import BadInputError, UsageError
from fasti.model.screened import ScreenedRow
from fasti.model.subject import Subject
from fasti.model.validation import Alert, ValidateAnswer, ValidateQuery
from fasti.workflows.asking import evidence_at
from fasti.workflows.bulk.asked import Asked, asked
from fasti.workflows.bulk.finding import agreement
from fasti.workflows.bulk.inputs import Reading, open_table
from fasti.workflows.bulk.request import ScreenRequest
from fasti.workflows.bulk.screener import Screener, screener_of
from fasti.workflows.bulk.source import Source
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.settings import Settings
from fasti.workflows.validating.leaving_out import leave_one_out
from fasti.workflows.validating.measuring import Outcome, Positive, by, missed, outcome, ranks, rate, recall
from fasti.workflows.validating.negatives import made_up
from fasti.workflows.validating.positives import changed, own
from fasti.workflows.validating.sampling import Known, chosen, listed_keys

SCHEMA = "fasti/validate/1"
AT_ONCE = 1000
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class ValidateRequest:
    """What to measure.

    Attributes:
        as_of: Vantage, as in `ScreenRequest`.
        known_at: The same.
        lists: Lists whose parties are asked for, and which are consulted; empty means all.
        threshold: Least score of a hit; `None` is the band `possible`.
        head: Log position; `None` is the newest.
        seed: Of every choice.
        parties: Listed parties whose names are changed; 0 means none.
        left_out: Listed parties of which one name is left out; 0 means none.
        negatives: Made-up parties.
        evidence: Whether parties are asked for with birth date and country.
        recipes: Recipes to use; empty means all.
        positives_file: Positives of one's own, in place of the ledger's parties.
        negatives_file: Negatives of one's own, in place of made-up ones.
    """

    as_of: date | datetime | None = None
    known_at: date | datetime | None = None
    lists: tuple[str, ...] = ()
    threshold: float | None = None
    head: int | None = None
    seed: int = 1
    parties: int = 200
    left_out: int = 2000
    negatives: int = 2000
    evidence: bool = False
    recipes: tuple[str, ...] = ()
    positives_file: Path | None = None
    negatives_file: Path | None = None


def validate(settings: Settings, request: ValidateRequest, tell: Progress) -> ValidateAnswer:
    """Measure screening on a ledger.

    Raises:
        UsageError: A list or the threshold is none, or there is nothing to measure.
        BadInputError: A file of one's own cannot be used.
    """
    screening = ScreenRequest(request.as_of, request.known_at, request.lists, (), request.threshold, request.head)
    with open_ledger(settings) as ledger:
        screener = screener_of(ledger, settings, screening)
        parties = _parties(ledger, screener, request)
        positives = _positives(parties, request)
        negatives = _negatives(request)
        if not positives and not negatives and not (request.left_out and parties):
            raise UsageError("There is nothing to measure: no party is on the lists, and no negatives were asked for.")
        rows = _screened(screener, [*map(_asked, positives), *negatives], tell)
        outcomes = [outcome(*pair) for pair in zip(positives, rows, strict=False)]
        run = screener.run(settings, ledger)
        return _answer(_query(screener, settings, request, outcomes, negatives), outcomes, rows, parties, request, run)


def _answer(
    query: ValidateQuery,
    outcomes: Sequence[Outcome],
    rows: Sequence[ScreenedRow],
    parties: Sequence[Known],
    request: ValidateRequest,
    run: Run,
) -> ValidateAnswer:
    alerts = [_alert(row) for row in rows[len(outcomes) :] if row.hits]
    left = leave_one_out(parties[: request.left_out], query.threshold, agreement, request.seed)
    return ValidateAnswer(
        schema=SCHEMA,
        notice=NOTICE,
        query=query,
        positives=recall("all", "every changed name", outcomes),
        by_recipe=by(outcomes, lambda one: (one.positive.recipe, one.positive.about)),
        by_script=by(outcomes, lambda one: (one.positive.script, "script of the listed name")),
        by_kind=by(outcomes, lambda one: (one.positive.party.kind.value, "sort of party")),
        ranks=ranks(outcomes),
        missed=missed(outcomes, _reached),
        negatives=rate("alerts", "negatives with at least one hit", query.negatives, len(alerts)),
        alerts=tuple(sorted(alerts, key=lambda one: (-one.score, one.asked))),
        leave_one_out=left,
        run=run,
    )


def _parties(ledger: Ledger, screener: Screener, request: ValidateRequest) -> list[Known]:
    wanted = max(0 if request.positives_file else request.parties, request.left_out)
    if not wanted:
        return []
    keys = listed_keys(screener.evidence, screener.request)
    fresh = evidence_at(ledger, screener.evidence.view.vantage)
    return chosen(fresh, keys, wanted, request.seed)


def _positives(parties: Sequence[Known], request: ValidateRequest) -> list[Positive]:
    if request.positives_file is not None:
        return own(_read(request.positives_file), str(request.positives_file))
    return list(changed(parties[: request.parties], request.seed, request.recipes, evidence=request.evidence))


def _negatives(request: ValidateRequest) -> list[Asked]:
    if request.negatives_file is None:
        made = islice(made_up(request.seed, evidence=request.evidence), request.negatives)
        return [Asked(number, None, one.names[0].text, one) for number, one in enumerate(made, 1)]
    rows = _read(request.negatives_file)
    unfit = next((row for row in rows if row.problem), None)
    if unfit is not None:
        raise BadInputError(
            f"{request.negatives_file} has a row that cannot be asked, row {unfit.row}: {unfit.problem}."
        )
    return rows if request.evidence else [row._replace(subject=Subject(names=row.party.names)) for row in rows]


def _read(path: Path) -> list[Asked]:
    table, _ = open_table(Source(path, str(path)), Reading())
    return [asked(row) for row in table.rows()]


def _asked(positive: Positive) -> Asked:
    return Asked(0, None, positive.asked, positive.subject)


def _screened(screener: Screener, rows: Sequence[Asked], tell: Progress) -> list[ScreenedRow]:
    found: list[ScreenedRow] = []
    for start in range(0, len(rows), AT_ONCE):
        found += screener.screen(rows[start : start + AT_ONCE])
        tell(len(found), len(rows), f"{len(found):,} names")
    return found


def _query(
    screener: Screener,
    settings: Settings,
    request: ValidateRequest,
    outcomes: Sequence[Outcome],
    negatives: Sequence[Asked],
) -> ValidateQuery:
    said = screener.query(settings)
    return ValidateQuery(
        as_of=said.as_of,
        known_at=said.known_at,
        lists=request.lists,
        threshold=said.threshold,
        seed=request.seed,
        parties=len({one.positive.party.party_id for one in outcomes}),
        negatives=len(negatives),
        evidence=request.evidence,
        recipes=request.recipes,
        positives_file=str(request.positives_file) if request.positives_file else None,
        negatives_file=str(request.negatives_file) if request.negatives_file else None,
    )


def _alert(row: ScreenedRow) -> Alert:
    best = row.hits[0]
    return Alert(row.name, row.verdict, best.score, best.party_id, best.caption, best.matched_name)


def _reached(positive: Positive) -> float:
    listed = Subject(positive.party.kind, positive.party.strong_names())
    return agreement(Subject(positive.party.kind, positive.subject.names), listed)

"""Compare pairs of parties by a scorer: every row of a file in, its score out, in order."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fasti.model.answer import Contribution
from fasti.model.comparison import NOTICE, CompareAnswer
from fasti.model.errors import UsageError
from fasti.model.subject import Subject
from fasti.sources.ftm.simple_writer import guarded
from fasti.workflows.pairs import PairRow, read_pairs
from fasti.workflows.replacing import replaced

SCHEMA = "fasti/compare/1"
COLUMNS = ("line", "query", "candidate", "score", "matched_query_name", "matched_name", "explanation", "problem")
DEFAULT = "name_v1"
MOST_SHOWN = 200
"""Characters of a name that the output repeats."""


@dataclass(frozen=True, slots=True)
class _Result:
    score: float
    matched_query_name: str
    matched_name: str
    explanation: tuple[Contribution, ...]


Scorer = Callable[[Subject, Subject], _Result]


def compare(pairs: Path, out: Path, scorer: str = DEFAULT) -> CompareAnswer:
    """Write a CSV table with a score for every row of a file of pairs, replaced whole or not at all.

    Args:
        pairs: CSV with `name1`, `name2` and optionally `kind`; or JSON Lines with `schema`, `query`, `candidate`.
        out: Where the table goes.
        scorer: `name_v1` or `ofac_sls`.

    Raises:
        UsageError: There is no such scorer, or the output would replace the input.
        UnavailableError: The file cannot be read, or the place cannot be written.
        BadInputError: It is no file of pairs.
    """
    score = _scorer(scorer)
    if out.exists() and pairs.exists() and out.samefile(pairs):
        raise UsageError(f"{out} is the file of pairs itself: give -o another place.")
    rows, problems = 0, []
    with replaced(out) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        for row in read_pairs(pairs):
            rows += 1
            problems += [row.problem] if row.problem else []
            writer.writerow(_cells(row, score))
        text.detach()
    return CompareAnswer(SCHEMA, NOTICE, scorer, str(pairs), str(out), rows, rows - len(problems), tuple(problems))


def _scorer(name: str) -> Scorer:
    if name == "name_v1":
        return _by_name_v1
    if name == "ofac_sls":
        return _by_ofac_sls
    raise UsageError(f"There is no scorer {name!r}: use name_v1 or ofac_sls.")


def _by_name_v1(query: Subject, candidate: Subject) -> _Result:
    from fasti.screening.name_v1 import score

    found = score(query, candidate)
    return _Result(found.score, found.matched_query_name, found.matched_name, found.explanation)


def _by_ofac_sls(query: Subject, candidate: Subject) -> _Result:
    from fasti.screening.ofac_sls import score

    found = score(query, candidate)
    return _Result(found.score, found.matched_query_name, found.matched_name, found.explanation)


def _cells(row: PairRow, score: Scorer) -> tuple[str, ...]:
    if row.problem:
        return str(row.line), "", "", "", "", "", "", row.problem
    found = score(row.query, row.candidate)
    explained = "; ".join(
        f"{line.feature} {line.query[:MOST_SHOWN]!r} {line.listed[:MOST_SHOWN]!r} {line.value:+.4f}"
        for line in found.explanation
    )
    names = (_caption(row.query), _caption(row.candidate))
    matched = (found.matched_query_name[:MOST_SHOWN], found.matched_name[:MOST_SHOWN])
    shown = map(guarded, (*names, *matched, explained))
    first, second, asked, listed, lines = shown
    return str(row.line), first, second, f"{found.score:.6f}", asked, listed, lines, ""


def _caption(subject: Subject) -> str:
    return subject.names[0].text[:MOST_SHOWN] if subject.names else ""

"""GLEIF's relationship records (level 2): who consolidates whom, as links without a share and a sign of control.

Format: <https://www.gleif.org/en/lei-data/access-and-use-lei-data/level-2-data-who-owns-whom>, Relationship Record CDF.
"""

import csv
import io
from collections import Counter

from fasti.model.errors import BadInputError
from fasti.model.problem import Problem, Severity
from fasti.ownership.cells import read_days
from fasti.ownership.collecting import Collector
from fasti.ownership.stakes import EARLIEST, LATEST, SIGN, Stake

CHILD, PARENT = "Relationship.StartNode.NodeID", "Relationship.EndNode.NodeID"
TYPE, STATUS = "Relationship.RelationshipType", "Relationship.RelationshipStatus"
HINTS = {
    "IS_DIRECTLY_CONSOLIDATED_BY": "direct parent by accounting consolidation",
    "IS_ULTIMATELY_CONSOLIDATED_BY": "ultimate parent by accounting consolidation",
    "IS_INTERNATIONAL_BRANCH_OF": "head office of the branch",
}
PERIODS = 5
DATE_LENGTH = len("2021-01-01")


def is_gleif(text: str) -> bool:
    """Say whether a file is GLEIF's, by its header."""
    return CHILD in text[:20000].partition("\n")[0]


def read_gleif(name: str, text: str, into: Collector) -> None:
    """Read relationship records.

    Raises:
        BadInputError: The header lacks a column, or a row cannot be read.
    """
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    lacking = [one for one in (CHILD, PARENT, TYPE, STATUS) if one not in (reader.fieldnames or ())]
    if lacking:
        message = f"{name}, line 1: the header lacks {', '.join(lacking)} of GLEIF's relationship records."
        raise BadInputError(message)
    others: Counter[str] = Counter()
    try:
        for row in reader:
            if row[TYPE] in HINTS:
                into.take(_stake(row, reader.line_num))
            else:
                others[row[TYPE]] += 1
    except (csv.Error, ValueError) as error:
        message = f"{name}, line {reader.line_num}: {error}."
        raise BadInputError(message) from error
    for kind, count in sorted(others.items()):
        told = f"{count} relationships of the type {kind} say nothing of ownership and were left out."
        into.problems.append(Problem("relationship_left_out", told, name, Severity.INFO))


def _stake(row: dict[str, str], line: int) -> Stake:
    if not row[CHILD] or not row[PARENT]:
        message = "a relationship without both its ends"
        raise ValueError(message)
    begins, leaves = _period(row)
    if row[STATUS] == "INACTIVE" and leaves == (LATEST, LATEST):
        leaves = (begins[0], LATEST)
    return Stake(
        f"lei:{row[PARENT]}",
        f"lei:{row[CHILD]}",
        from_days=begins,
        to_days=leaves,
        control=SIGN,
        assessed=True,
        hint=HINTS[row[TYPE]],
        source=f"GLEIF {row[TYPE]}",
        link=True,
        line=line,
    )


def _period(row: dict[str, str]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return when the relationship began and ended; an end is the last day, so the next is the first without."""
    for number in range(1, PERIODS + 1):
        if row.get(f"Relationship.Period.{number}.periodType") == "RELATIONSHIP_PERIOD":
            begins = read_days((row.get(f"Relationship.Period.{number}.startDate") or "")[:DATE_LENGTH], ends=False)
            ended = (row.get(f"Relationship.Period.{number}.endDate") or "")[:DATE_LENGTH]
            leaves = read_days(ended, ends=True)
            return begins, (leaves[0], leaves[1] + 1) if ended else leaves
    return (EARLIEST, EARLIEST), (LATEST, LATEST)

"""How `name_v1` does on labelled pairs that no rule was made for: written before it was measured on them."""

import csv
from pathlib import Path

from fasti.model.identity import PartyKind
from fasti.model.subject import Subject
from fasti.screening.name_v1 import POSSIBLE, score

PAIRS = Path(__file__).with_name("labelled_pairs.csv")
LEAST = 0.90
"""Least precision, recall and share of pairs judged as their label says."""


def _judged() -> list[tuple[bool, bool]]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(_score(row) >= POSSIBLE, row["same"] == "1") for row in rows]


def _score(row: dict[str, str]) -> float:
    kind = PartyKind(row["kind"])
    return score(Subject.named(row["name1"], kind), Subject.named(row["name2"], kind)).score


def test_pairs_that_no_rule_was_made_for_are_judged_rightly() -> None:
    judged = _judged()
    found = sum(hit and same for hit, same in judged)
    assert len(judged) >= 150
    assert found / sum(hit for hit, _ in judged) >= LEAST
    assert found / sum(same for _, same in judged) >= LEAST
    assert sum(hit == same for hit, same in judged) / len(judged) >= LEAST

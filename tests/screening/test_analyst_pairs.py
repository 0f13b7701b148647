"""How `name_v1` does on pairs labelled as an analyst would, written before the rules of the same change were looked at.

When first measured the first 318 gave precision 0.839 and recall 0.734. Rules and tables that hold beyond them were
made for what they showed; then the other 149 were written, which gave 0.848 and 0.873 by the rules before, 0.877 and
0.912 by the rules after; on 204 more, of other kinds, these gave 0.882 and 0.762 at first sight. A pair that is still
judged otherwise says why under `gap`, and must fail until it is closed.
"""

import csv
from pathlib import Path

import pytest

from fasti.model.identity import PartyKind
from fasti.model.subject import Subject
from fasti.screening.name_v1 import POSSIBLE, score

Pair = dict[str, str]


def _pairs() -> list[Pair]:
    with Path(__file__).with_name("analyst_pairs.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _named(pair: Pair) -> str:
    return f"{pair['name1']} | {pair['name2']}"


def _is_judged_as_labelled(pair: Pair) -> bool:
    kind = PartyKind(pair["kind"])
    found = score(Subject.named(pair["name1"], kind), Subject.named(pair["name2"], kind)).score
    return (found >= POSSIBLE) is (pair["same"] == "1")


@pytest.mark.parametrize("pair", _pairs(), ids=_named)
def test_a_pair_is_judged_as_labelled_unless_it_is_a_known_gap(pair: Pair) -> None:
    assert _is_judged_as_labelled(pair) is not bool(pair["gap"]), pair["gap"] or pair["phenomenon"]

"""The law cases on ownership, asked of the ledger that ships with the package, in the way any user asks."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from fasti.model.reached import OwnershipAnswer, ReachedView
from fasti.ownership.collecting import Collector
from fasti.ownership.table_file import COLUMNS, read_table
from fasti.regimes.ownership.reading import load_ownership
from fasti.sources.chronicle.loader import load_chronicle
from fasti.workflows.opening import open_ledger
from fasti.workflows.owning import OwnershipRequest, reached_in
from fasti.workflows.settings import Settings

FOLDER = Path(__file__).parent / "ownership"
KEYS = frozenset({"id", "says", "citation", "stakes", "assume", "as_of", "known_at", "policies", "expect"})
OPTIONAL = frozenset({"known_at", "policies"})
EXPECTED = frozenset({"asset", "list", "status", "effect_status", "control", "share", "version", "path"})
Case = dict[str, Any]
Ask = Callable[[Case], OwnershipAnswer]


def _cases() -> list[tuple[str, Case]]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            assert KEYS - OPTIONAL <= set(case) <= KEYS, (path.name, case["id"])
            assert all(set(one) <= EXPECTED for one in case["expect"]), (path.name, case["id"])
            found.append((f"{path.stem}:{case['id']}", case))
    return found


CASES = _cases()


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Yield how to ask a case of one new ledger."""
    settings = Settings.from_environment(str(tmp_path_factory.mktemp("cases") / "ledger.db"))
    with open_ledger(settings) as ledger:

        def answer(case: Case) -> OwnershipAnswer:
            into = Collector()
            read_table("case.csv", _table(case["stakes"]), into)
            request = OwnershipRequest(
                (Path("case.csv"),),
                tuple(case["assume"]),
                case["as_of"],
                case.get("known_at", load_chronicle().released_on),
                policies=case.get("policies", {}),
            )
            return reached_in(ledger, settings, request, into.book())

        yield answer


def _table(stakes: list[str]) -> str:
    """Return stakes as a user's file: `X A 50 control=yes`."""
    lines = [",".join(COLUMNS)]
    for stake in stakes:
        owner, asset, share, *more = stake.split()
        given = {"owner": owner, "asset": asset, "share": share, **dict(one.split("=", 1) for one in more)}
        assert set(given) <= set(COLUMNS), stake
        lines.append(",".join(given.get(column, "") for column in COLUMNS))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_law(case: Case, ask: Ask) -> None:
    """Ask one case and compare the answer with the law."""
    rows = {(row.asset, row.list): row for row in ask(case).reached}
    for expected in case["expect"]:
        row = rows[expected["asset"], expected["list"]]
        assert _said(row, expected) == expected, f"{case['says']} ({case['citation']})\n{row}"


def _said(row: ReachedView, expected: Case) -> Case:
    said = {
        "asset": row.asset,
        "list": row.list,
        "status": row.status,
        "effect_status": row.effect_status or "",
        "control": row.control,
        "share": row.aggregate_share,
        "version": row.rule.rpartition("/")[2],
        "path": list(row.path),
    }
    return {key: said[key] for key in expected}


def test_every_version_of_every_rule_has_a_case(ask: Ask) -> None:
    """No version is written without a case that asks it."""
    asked = {row.rule for _, case in CASES for row in ask(case).reached}
    rules = load_ownership()
    versions = {
        f"{regime.regime_id}/{rule.rule_id}/{version.version}"
        for regime in rules.regimes
        for rule in regime.rules
        for version in rule.versions
    }
    without = {"us.ear.affiliates/other_lists/v0", "us.procurement/goods_by_order/v0"}
    assert versions - asked == without, "not_modelled rules that one case each would only repeat"


def test_names_of_cases_are_unique() -> None:
    assert len({name for name, _ in CASES}) == len(CASES)

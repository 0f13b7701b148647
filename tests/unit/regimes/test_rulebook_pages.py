"""Every regime has a page for people, and the page speaks of every version, act and list of its rules."""

from pathlib import Path

import pytest

from fasti.regimes.rule import Regime
from fasti.regimes.rulebook import load_rulebook

PAGES = Path(__file__).resolve().parents[3] / "docs" / "regimes"
REGIMES = load_rulebook().regimes


def page_of(regime: Regime) -> str:
    """Return the page of a regime."""
    return (PAGES / f"{regime.regime_id}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("regime", REGIMES, ids=lambda regime: regime.regime_id)
def test_the_page_names_every_version(regime: Regime) -> None:
    named = {f"`{rule.rule_id}/{version.version}`" for rule in regime.rules for version in rule.versions}
    assert sorted(name for name in named if name not in page_of(regime)) == []


@pytest.mark.parametrize("regime", REGIMES, ids=lambda regime: regime.regime_id)
def test_the_page_names_the_acts_that_made_them(regime: Regime) -> None:
    acts = {version.made_by for rule in regime.rules for version in rule.versions}
    assert sorted(act for act in acts if f"`{act}`" not in page_of(regime)) == []


@pytest.mark.parametrize("regime", REGIMES, ids=lambda regime: regime.regime_id)
@pytest.mark.parametrize(
    "heading", ["What it forbids, and to whom", "What it does not forbid", "Confidence and doubts"]
)
def test_the_page_answers_the_questions_of_every_page(regime: Regime, heading: str) -> None:
    assert f"\n## {heading}\n" in page_of(regime)


def test_no_page_is_without_a_regime() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} - {"README", "coverage"} == {
        regime.regime_id for regime in REGIMES
    }


def test_the_index_names_every_regime_and_list() -> None:
    index = (PAGES / "README.md").read_text(encoding="utf-8")
    lists = {name for regime in REGIMES for name in regime.lists()}
    assert sorted(name for name in lists if f"`{name}`" not in index) == []
    assert sorted(one.regime_id for one in REGIMES if f"({one.regime_id}.md)" not in index) == []

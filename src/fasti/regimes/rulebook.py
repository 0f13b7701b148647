"""Reads the rulebook from its TOML files, strictly: unknown keys, missing citations and bad dates are refused."""

import hashlib
from collections.abc import Iterator
from datetime import date, time
from functools import cache
from pathlib import Path

from fasti.model.act import Confidence
from fasti.regimes.business_days import load_calendars
from fasti.regimes.compiled_rules import compiled_regime
from fasti.regimes.formula import Formula
from fasti.regimes.rule import Regime, Rule, Rulebook, RuleVersion
from fasti.regimes.strict_toml import read_strictly

ZONES = frozenset({"", "EST", "EDT", "ET"})


@cache
def load_rulebook() -> Rulebook:
    """Return the rulebook shipped with the package."""
    return read_rulebook(Path(__file__).with_name("rules"))


def read_rulebook(folder: Path) -> Rulebook:
    """Read every `*.toml` of a folder as one regime each, compiled where it has been.

    Raises:
        BadInputError: A file is not valid TOML or breaks the schema; the sentence names file and place.
    """
    texts = {one.name: one.read_text(encoding="utf-8") for one in folder.iterdir() if one.name.endswith(".toml")}
    found = (compiled_regime(folder, name, text) or read_regime(name, text) for name, text in texts.items())
    regimes = sorted(found, key=lambda regime: regime.regime_id)
    digest = hashlib.sha256("\0".join(texts[name] for name in sorted(texts)).encode()).hexdigest()
    return Rulebook(f"rulebook/{digest[:12]}", tuple(regimes))


def read_regime(name: str, text: str) -> Regime:
    """Read one regime.

    Args:
        name: File name, for error messages.
        text: TOML.

    Raises:
        BadInputError: The text breaks the schema.
    """
    return read_strictly(f"rules/{name}", text, Regime, "the rule schema", _regime_faults)


def _regime_faults(regime: Regime) -> Iterator[str]:
    for rule in regime.rules:
        yield from (f"{rule.rule_id}: {fault}" for fault in _rule_faults(rule))


def _rule_faults(rule: Rule) -> Iterator[str]:
    if not rule.versions:
        yield "has no version"
    if not rule.bound:
        yield "binds nobody"
    for version in rule.versions:
        for fault in _version_faults(version):
            yield f"{version.version}: {fault}"


def _version_faults(version: RuleVersion) -> Iterator[str]:
    if not version.citation.strip():
        yield "has no citation"
    if version.confidence is Confidence.HIGH and not version.primary_read:
        yield "claims high confidence although its primary text was not read"
    if not version.cases:
        yield "has no case"
    for case in version.cases:
        if case.confidence is Confidence.HIGH and not version.primary_read:
            yield f"case {case.name!r} claims high confidence although the primary text was not read"
        for formula in case.formulas():
            yield from _formula_faults(formula)


def _calendar_faults(formula: Formula) -> Iterator[str]:
    if formula.business_days is not None and formula.calendar not in load_calendars():
        yield f"calendar {formula.calendar!r} is none of {', '.join(sorted(load_calendars()))}"
    if formula.held_on and not formula.yearly:
        yield "held_on goes with yearly only"
    for day in (formula.yearly, formula.held_on):
        if day and not _is_day_of_year(day):
            yield f"{day!r} is no day of every year (MM-DD)"


def _is_day_of_year(text: str) -> bool:
    try:
        return date.fromisoformat(f"2001-{text}").strftime("%m-%d") == text
    except ValueError:
        return False


def _formula_faults(formula: Formula) -> Iterator[str]:
    if formula.ways() != 1:
        yield "a date must have exactly one of on, days, business_days, months, years, yearly, listing and stated"
    if formula.event and not formula.counts():
        yield f"an event {formula.event!r} is given, but nothing is counted from it"
    yield from _calendar_faults(formula)
    if formula.zone not in ZONES:
        yield f"zone {formula.zone!r} is none of {', '.join(sorted(ZONES - {''}))}"
    for value, read in ((formula.on, date.fromisoformat), (formula.clock, time.fromisoformat)):
        if value:
            try:
                read(value)
            except ValueError:
                yield f"{value!r} is not a date or clock time"

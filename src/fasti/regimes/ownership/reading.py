"""Reads the ownership rules from TOML, strictly: unknown keys, missing citations and bad dates are refused."""

import hashlib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from fasti.model.act import Confidence
from fasti.model.errors import BadInputError
from fasti.model.ownership import Kind, OwnershipRegime, OwnershipRule, OwnershipRulebook, OwnershipVersion
from fasti.regimes.strict_toml import read_strictly

HALF = 50
"""Percent: no law is known to reach a company of which a listed person holds less."""


@cache
def load_ownership() -> OwnershipRulebook:
    """Return the ownership rules shipped with the package."""
    return read_ownership(files("fasti.regimes.ownership"))


def read_ownership(folder: Traversable) -> OwnershipRulebook:
    """Read every `*.toml` of a folder as one regime each.

    Raises:
        BadInputError: A file is not valid TOML, breaks the schema, or two rules speak of one list.
    """
    texts = {one.name: one.read_text(encoding="utf-8") for one in folder.iterdir() if one.name.endswith(".toml")}
    regimes = sorted((read_regime(name, text) for name, text in texts.items()), key=lambda one: one.regime_id)
    lists = [name for regime in regimes for rule in regime.rules for name in rule.lists]
    doubled = sorted({name for name in lists if lists.count(name) > 1})
    if doubled:
        message = f"Two ownership rules speak of {doubled[0]}: leave it to one."
        raise BadInputError(message)
    digest = hashlib.sha256("\0".join(texts[name] for name in sorted(texts)).encode()).hexdigest()
    return OwnershipRulebook(f"ownership/{digest[:12]}", tuple(regimes))


def read_regime(name: str, text: str) -> OwnershipRegime:
    """Read one regime.

    Args:
        name: File name, for error messages.
        text: TOML.

    Raises:
        BadInputError: The text breaks the schema.
    """
    return read_strictly(f"ownership/{name}", text, OwnershipRegime, "the schema of ownership rules", _regime_faults)


def _regime_faults(regime: OwnershipRegime) -> Iterator[str]:
    for rule in regime.rules:
        yield from (f"{rule.rule_id}: {fault}" for fault in _rule_faults(rule))
    yield from _reading_faults(regime)


def _rule_faults(rule: OwnershipRule) -> Iterator[str]:
    if not rule.versions or not rule.lists or not rule.bound:
        yield "needs a version, a list and somebody bound"
    for version in rule.versions:
        for fault in _version_faults(version):
            yield f"{version.version}: {fault}"


def _version_faults(version: OwnershipVersion) -> Iterator[str]:
    if not version.citation.strip() or not version.says.strip():
        yield "has no citation, or does not say what it is"
    if version.confidence is Confidence.HIGH and not version.primary_read:
        yield "claims high confidence although its primary text was not read"
    given = [one for one in (version.at_least, version.more_than) if one is not None]
    if len(given) != (version.kind is Kind.SHARE):
        yield "a rule by share has one of at_least and more_than, any other neither"
    if any(not HALF <= one <= HALF * 2 for one in given):
        yield "a percentage lies from 50 to 100"
    if not version.made_by and version.kind is not Kind.NOT_MODELLED:
        yield "names no act that made it"
    for value in (version.starts, version.confirmed_to):
        if value is not None and not _is_date(value):
            yield f"{value!r} is not a date"


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _reading_faults(regime: OwnershipRegime) -> list[str]:
    known = {(rule.rule_id, version.version) for rule in regime.rules for version in rule.versions}
    lost = [one for one in regime.readings if (one.rule_id, one.version) not in known]
    return [f"{one.policy}={one.value} follows {one.rule_id} {one.version}, which is not there" for one in lost]

"""The page of `docs` that says of each list how far its law is in the rulebook."""

from fasti.model.ownership import OwnershipRule
from fasti.regimes.ownership.reading import load_ownership
from fasti.regimes.rule import Regime, Rule, RuleVersion
from fasti.regimes.rulebook import load_rulebook
from fasti.sources.catalog import load_catalog

TEXT = """# How far the law is modelled

{count} Where a list has none, or the law says something of an entry that no rule can tell, the answer says
`not_modelled`: that is no statement that nothing is forbidden.

- *versions*: dated versions of all rules that reach the list; a programme with an instrument of its own counts each.
- *confidence*: the range over those versions and the classes of entries in them; a version whose primary text was not
  read is `med` at best.
- *ownership*: what is said of entities that the listed party owns, by the last version of the rule; it is assessed
  where stakes are given ([ownership](../ownership.md)).
"""
TITLES = (
    "list",
    "regime",
    "rules: what is forbidden or ordered",
    "who is bound",
    "versions",
    "confidence",
    "primary text read",
    "ownership",
)


def coverage() -> str:
    """Return the table of coverage, a row a list."""
    lists = load_catalog().lists
    modelled = [name for name in lists if load_rulebook().reaching(name)]
    head = [f"| {' | '.join(TITLES)} |", f"|{'---|' * len(TITLES)}"]
    count = f"{len(modelled)} of {len(lists)} lists have rules."
    lines = [TEXT.format(count=count), *head, *(_row(name) for name in sorted(lists))]
    return "\n".join(lines) + "\n"


def _row(name: str) -> str:
    regimes = load_rulebook().reaching(name)
    found = [(regime, rule, _of(rule, name)) for regime in regimes for rule in regime.rules if _of(rule, name)]
    if not found:
        return f"| `{name}` | **not modelled** | - | - | - | - | - | {_ownership(name)} |"
    versions = [version for _, _, ones in found for version in ones]
    cells = (
        f"`{name}`",
        ", ".join(dict.fromkeys(_linked(regime) for regime, _, _ in found)),
        ", ".join(dict.fromkeys(f"`{rule.rule_id}` ({rule.act.value})" for _, rule, _ in found)),
        ", ".join(sorted({f"`{role.value}`" for _, rule, _ in found for role in rule.bound})),
        str(len(versions)),
        _range(versions),
        f"{sum(one.primary_read for one in versions)} of {len(versions)}",
        _ownership(name),
    )
    return f"| {' | '.join(cells)} |"


def _of(rule: Rule, name: str) -> list[RuleVersion]:
    return [version for version in rule.versions if name in version.lists]


def _linked(regime: Regime) -> str:
    return f"[{regime.regime_id}]({regime.regime_id}.md)"


def _range(versions: list[RuleVersion]) -> str:
    order = ("low", "med", "high")
    sure = {one.confidence for one in versions}
    sure |= {case.confidence for one in versions for case in one.cases if case.confidence}
    found = sorted(order.index(one.value) for one in sure)
    return " to ".join(dict.fromkeys((order[found[0]], order[found[-1]])))


def _ownership(name: str) -> str:
    found = load_ownership().of(name)
    return _said(found[1]) if found else "not modelled"


def _said(rule: OwnershipRule) -> str:
    """Return what the last version of an ownership rule says."""
    return rule.versions[-1].says.rstrip(".")

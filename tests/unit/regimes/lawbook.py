"""A small authored law, and a question put to it about a world."""

from dataclasses import replace
from datetime import date, datetime

from fasti.ledger.coverage import list_states
from fasti.ledger.parties import component, party_history
from fasti.model.act import Act, ActKind, Confidence, LicenceScope
from fasti.model.actor import Role
from fasti.model.conduct import Conduct
from fasti.model.standing import Deadline, Effect, Standing
from fasti.regimes.assess import Assessment, assess
from fasti.regimes.condition import Condition
from fasti.regimes.formula import Formula
from fasti.regimes.question import Question, law_at
from fasti.regimes.rule import Case, DeadlineRule, Regime, Rule, Rulebook, RuleVersion
from tests.unit.ledger.worlds import LATER, LIST, NEW_YORK, World, act

ACME = "test_list/acme"
REGIME = "test.law"
AFTER_60 = Formula(days=60, clock="09:30", zone="EST", words="9:30 a.m. eastern standard time, 60 days after")
THROUGH_365 = Formula(days=365, words="on or before 365 days after")
BEFORE_365 = Formula(days=365, clock="00:01", zone="EDT", words="before 12:01 a.m. eastern daylight time")
AT_ONCE = Formula(listing=True)
DIVEST = DeadlineRule("sell what was held", THROUGH_365, inclusive=True, stated_as="divestment")

BAN = Case("listed", AFTER_60, deadlines=(DIVEST,))
V1 = RuleVersion("v1", (LIST,), "law", "Order 1 s.1", (BAN,))
PURCHASE = Rule(
    "purchase",
    Conduct.PURCHASE,
    "its securities",
    (Role.US_PERSON,),
    "the ban on purchases",
    (V1,),
    stated_as="effective",
)


def made(act_id: str = "law", on: str = "2020-11-12", **said: object) -> Act:
    """Return the act that makes a version."""
    return act(act_id, ActKind.RULE_MADE, on, **({"list": None, "zone": NEW_YORK, "parties": ()} | said))


def listed(on: str = "2021-01-14", key: str = "acme", act_id: str = "on", **said: object) -> Act:
    """Return the act that lists the company."""
    return act(act_id, ActKind.LISTED, on, key, **said)


def grant(act_id: str, on: str, *, whole: bool = False, name: str = "GL 1", **said: object) -> Act:
    """Return a licence, or with `kind` what amends or ends it."""
    kind = said.pop("kind", ActKind.LICENSED)
    scope = (
        None if kind is ActKind.LICENCE_ENDED else LicenceScope(name, REGIME, ("purchase",), f"{act_id}'s scope", whole)
    )
    given: dict[str, object] = {"list": None, "zone": NEW_YORK, "parties": (), "licence": scope}
    return act(act_id, ActKind(str(kind)), on, **(given | said))


def version(name: str = "v1", made_by: str = "law", case: Case = BAN, **said: object) -> RuleVersion:
    """Return a version of the rule; `said` overrides any field."""
    return replace(V1, version=name, made_by=made_by, cases=(case,), citation=f"{name} of {made_by}", **said)  # type: ignore[arg-type] # by name


def book(*versions: RuleVersion, others: tuple[Rule, ...] = (), **said: object) -> Rulebook:
    """Return a rulebook of one regime, whose rule on purchases has those versions."""
    rules = (replace(PURCHASE, versions=versions or (V1,)), *others)
    return Rulebook("rulebook/test", (Regime(REGIME, "The law", "US persons", rules, **said),))  # type: ignore[arg-type] # by name


def case(start: Formula = AT_ONCE, **when: object) -> Case:
    """Return a case that begins as said for the entries described."""
    return Case("case", start, Condition(**when))  # type: ignore[arg-type] # by name


def ask(
    world: World,
    as_of: date | datetime = LATER,
    *,
    key: str = ACME,
    law: Rulebook | None = None,
    question: Question | None = None,
    known_at: date | datetime = LATER,
) -> Assessment:
    """Assess a party at a vantage."""
    evidence = world.evidence(as_of, known_at)
    party = party_history(evidence, component(evidence, [key]))
    covered = {name: state.covered for name, state in list_states(evidence.view).items()}
    return assess(party, question or Question(), law_at(evidence.view, law or book()), covered)


def standing(world: World, as_of: date | datetime = LATER, **said: object) -> Standing:
    """Return the party's standing on the list."""
    found = ask(world, as_of, **said)  # type: ignore[arg-type] # by name
    return next(one for one in found.standings if one.list == LIST)


def effect(world: World, as_of: date | datetime = LATER, **said: object) -> Effect:
    """Return the one effect of the party's standing."""
    (found,) = standing(world, as_of, **said).effects
    return found


def deadline(world: World, as_of: date | datetime = LATER, **said: object) -> Deadline:
    """Return the one deadline of the party's standing."""
    (found,) = standing(world, as_of, **said).deadlines
    return found


def company(*bodies: Act) -> World:
    """Return a world with the law, the listing of 14 January 2021, and more."""
    return World().add(made(), listed(), *bodies)


HIGH = Confidence.HIGH

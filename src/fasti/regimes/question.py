"""What is asked of the law, and the law it is asked of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fasti.ledger.view import View
from fasti.model.act import Act, ActKind, LicenceScope
from fasti.model.actor import Actor
from fasti.model.conduct import Conduct, with_containers
from fasti.regimes.clock import WALL
from fasti.regimes.rule import Rulebook, RuleVersion


@dataclass(frozen=True, slots=True)
class Question:
    """Who asks about which act; empty means every bound class and every act.

    Attributes:
        actor: Roles of whoever asks.
        conduct: The act asked about.
        clock: How clock times in orders are read: `wall` or `literal`.
        events: Events that the user dates, as kind and day: what was blocked or rejected when.
    """

    actor: Actor = frozenset()
    conduct: Conduct | None = None
    clock: str = WALL
    events: tuple[tuple[str, date], ...] = ()

    def asks(self, conduct: Conduct) -> bool:
        """Say whether a rule on this act answers the question."""
        return self.conduct is None or conduct in with_containers(self.conduct)


@dataclass(frozen=True, slots=True)
class Law:
    """The rulebook as it stands at a vantage: a version counts once the act that made it is visible.

    Attributes:
        rulebook: All regimes.
        view: The visible log.
        acts: Visible acts begun by `as_of`, by id.
        licensing: Of each regime those of them that grant, amend or end a licence under it, with what is licensed.
    """

    rulebook: Rulebook
    view: View
    acts: dict[str, Act] = field(default_factory=dict)
    licensing: dict[str, list[tuple[Act, LicenceScope]]] = field(default_factory=dict)

    def made(self, version: RuleVersion) -> Act | None:
        """Return the act that made a version, if it is visible and begun."""
        return self.acts.get(version.made_by)

    def ended(self, version: RuleVersion) -> Act | None:
        """Return the act that ended a version, if it is visible and begun."""
        return self.acts.get(version.ended_by or "")


def law_at(view: View, rulebook: Rulebook) -> Law:
    """Return the law visible from a view."""
    acts = {act.act_id: act for act in view.acts}
    licensing: dict[str, list[tuple[Act, LicenceScope]]] = {}
    for act in acts.values():
        scope = _licensed(act, acts)
        if scope is not None:
            licensing.setdefault(scope.regime, []).append((act, scope))
    return Law(rulebook, view, acts, licensing)


def _licensed(act: Act, acts: Mapping[str, Act]) -> LicenceScope | None:
    """Return what an act licenses, or what the licence that it ends did."""
    if act.kind is not ActKind.LICENCE_ENDED or act.licence is not None:
        return act.licence
    return next((one.licence for gone in act.acts if (one := acts.get(gone)) and one.licence), None)

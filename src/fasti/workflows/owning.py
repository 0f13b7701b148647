"""`ownership`: who is reached through stakes, under the rules of each list as they stood at the vantage."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

import numpy as np

from fasti.ledger.coverage import list_states
from fasti.ledger.evidence import Evidence
from fasti.model.actor import Actor
from fasti.model.answer import NOTICE
from fasti.model.moment import Moment
from fasti.model.ownership import Kind, Ruling
from fasti.model.problem import Problem, Severity
from fasti.model.reached import OwnershipAnswer, OwnershipQuery, ReachedView
from fasti.model.standing import EffectStatus
from fasti.ownership.graph import Graph, graph_on
from fasti.ownership.judging import Bench, judge, sides_of
from fasti.ownership.reaching import Reach, reach
from fasti.ownership.stakes import StakeBook
from fasti.regimes.ownership.reading import load_ownership
from fasti.regimes.ownership.standing import ruling_at
from fasti.regimes.policies import chosen
from fasti.workflows.asking import SCORER, actor_of, check_lists, evidence_at, vantage_of
from fasti.workflows.correcting import corrections_in, everyone
from fasti.workflows.matching import Matcher
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.owners import Owner, assumed_owners, recorded_owners
from fasti.workflows.recorded import recorded_by
from fasti.workflows.running import NOT_ASSESSED, Findings, make_run
from fasti.workflows.settings import Settings
from fasti.workflows.stakes_files import read_stakes
from fasti.workflows.stated_links import stated_links

SCHEMA = "fasti/ownership/1"
BEYOND = (
    "owners and holdings beyond the stakes given",
    "control beyond what the stakes say of it",
)
"""What the stakes given cannot answer, in place of what an answer without stakes says."""

CONTROL, ESTABLISHED, COUNTRY = "ownership.control", "established", "us.bis.country"


@dataclass(frozen=True, slots=True)
class OwnershipRequest:
    """A question about stakes.

    Attributes:
        stakes: Files of stakes; they are taken together.
        assume: Parties taken to be listed, each `PARTY:LIST`.
        as_of: The date or aware instant asked about; `None` is `known_at` if given, else now.
        known_at: Only what was public by then counts; `None` is now.
        actors: Roles of whoever asks, as text; only rules that bind one of them are asked; empty asks all.
        lists: Lists to ask about; empty means every list that an owner is on.
        head: Log position to read at, for audit; `None` is the newest.
        policies: Readings of the law, e.g. `{"eu.ownership": "at_least_50"}`.
        links: Whether links that the lists state of the parties are taken in, without a share.
    """

    stakes: tuple[Path, ...]
    assume: tuple[str, ...] = ()
    as_of: date | datetime | None = None
    known_at: date | datetime | None = None
    actors: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    head: int | None = None
    policies: dict[str, str] = field(default_factory=dict)
    links: bool = False


def reached(settings: Settings, request: OwnershipRequest) -> OwnershipAnswer:
    """Say which companies are reached through their owners.

    Raises:
        UsageError: A part of the request names nothing known.
        BadInputError: A file of stakes cannot be read.
        LedgerError: The ledger cannot be used.
    """
    book = read_stakes(request.stakes)
    with open_ledger(settings) as ledger:
        return reached_in(ledger, settings, request, book)


def reached_in(ledger: Ledger, settings: Settings, request: OwnershipRequest, book: StakeBook) -> OwnershipAnswer:
    """Answer from a ledger that is open already, for stakes that were read already."""
    policies = chosen(request.policies)
    vantage = vantage_of(request.as_of, request.known_at, request.head, settings.now())
    evidence = evidence_at(ledger, recorded_by(ledger, vantage, policies))
    check_lists(evidence.view, request.lists)
    matcher = Matcher(ledger, evidence)
    if request.links:
        book = read_stakes(request.stakes, stated_links(matcher, book))
    known, problems = recorded_owners(matcher, book)
    owners = [*assumed_owners(book, request.assume, evidence.view.catalog.lists), *known]
    court = _Court(evidence, book, policies, owners)
    actor = actor_of(request.actors)
    lists = sorted({one.list for one in owners if not request.lists or one.list in request.lists})
    rulings = [found for one in lists if (found := court.ruling(one)) is not None and _binds(found, actor)]
    rows = [row for ruling in rulings for row in court.rows(ruling)]
    states = [one for name, one in list_states(evidence.view).items() if not request.lists or name in request.lists]
    findings = Findings(
        tuple(states),
        frozenset({*book.problems, *problems, *court.problems}),
        corrections_in(evidence, lists, everyone(lists)),
        scorer=SCORER,
        rulebook=load_ownership().name,
        policies=policies,
    )
    run = make_run(settings, ledger, evidence, findings)
    stated = (*(one for one in NOT_ASSESSED if not one.startswith("ownership")), *BEYOND)
    shown = {ruling.list for ruling in rulings}
    return OwnershipAnswer(
        SCHEMA,
        NOTICE,
        _query(request, evidence),
        replace(run, not_assessed=stated),
        tuple(sorted((one.view for one in owners if one.list in shown), key=lambda one: (one.party, one.list))),
        tuple(sorted(rows, key=lambda row: (row.asset, row.list))),
    )


def _binds(ruling: Ruling, actor: Actor) -> bool:
    return not actor or bool(actor & set(ruling.rule.bound))


@dataclass(slots=True)
class _Court:
    """Judges list after list, with each graph made once."""

    evidence: Evidence
    book: StakeBook
    policies: Mapping[str, str]
    owners: Sequence[Owner]
    problems: set[Problem] = field(default_factory=set)
    _graphs: dict[tuple[int, bool], Graph] = field(default_factory=dict)

    def ruling(self, list_id: str) -> Ruling | None:
        """Return the rule of a list at the vantage."""
        return ruling_at(list_id, self.evidence.view, load_ownership(), self.policies)

    def rows(self, ruling: Ruling) -> Iterable[ReachedView]:
        """Return one row for each asset of the stakes."""
        own = [one for one in self.owners if one.list == ruling.list]
        live = [one for one in own if one.halted is None]
        halted = None if live else _mildest(own)
        counted = live or own
        pooled = [one for one in self.owners if one.list in ruling.pool and one.halted is None] if live else own
        open_ = [one for one in self.owners if one.list in ruling.version.pool_unsettled and one.halted is None]
        sure = [one.node for one in pooled if one.sure]
        maybe = [one.node for one in pooled if not one.sure] + [one.node for one in open_]
        graph = self._graph(ruling)
        found = reach(graph, ruling.version, sure, maybe, established=self.policies.get(CONTROL) == ESTABLISHED)
        self.problems |= _blurred(found, ruling)
        bench = Bench(
            self.book,
            found,
            ruling,
            tuple({one.node for one in counted}),
            frozenset(one.node for one in live if one.sure),
            halted,
            self.policies.get(COUNTRY, ""),
            self._assessed(graph) if ruling.version.control else frozenset(),
            frozenset(self.book.names[node] for node in maybe) - {self.book.names[node] for node in sure},
        )
        sides = sides_of(bench)
        for asset in np.unique(self.book.assets).tolist():
            yield judge(bench, sides, asset)

    def _graph(self, ruling: Ruling) -> Graph:
        zone = self.evidence.view.zone_of(ruling.list)
        day = Moment.of(self.evidence.view.at(ruling.list), zone).on.toordinal()
        joint = ruling.version.joint and ruling.version.kind is Kind.SHARE
        if (day, joint) not in self._graphs:
            self._graphs[day, joint] = graph_on(self.book, day, joint=joint)
            self.problems |= set(self._graphs[day, joint].problems)
        return self._graphs[day, joint]

    def _assessed(self, graph: Graph) -> frozenset[int]:
        """Return the assets of which a stake in force says something of control."""
        held = set(graph.places.tolist())
        said = [place for place, stake in self.book.rare.items() if stake.assessed and place in held]
        return frozenset(int(self.book.assets[place]) for place in said)


def _blurred(found: Reach, ruling: Ruling) -> set[Problem]:
    """Say of how many assets it was not told apart whether one owner alone may hold enough."""
    count = max(found.possible.blurred, found.control.blurred)
    if not count:
        return set()
    message = (
        f"Of {count} assets it would take too long to tell whether one owner alone may hold enough; they are shown as "
        "not to be excluded although some might be: ask with fewer stakes."
    )
    return {Problem("owners_not_told_apart", message, ruling.list, Severity.WARNING)}


def _mildest(own: Sequence[Owner]) -> EffectStatus | None:
    """Return what stands nearest to being in force among listings none of which is."""
    order = (EffectStatus.SUSPENDED, EffectStatus.PENDING, EffectStatus.ENDED)
    return min((one.halted for one in own if one.halted is not None), key=order.index, default=None)


def _query(request: OwnershipRequest, evidence: Evidence) -> OwnershipQuery:
    vantage = evidence.view.vantage
    as_of, known_at = (
        one.isoformat(timespec="seconds") if isinstance(one, datetime) else one.isoformat()
        for one in (vantage.as_of, vantage.known_at)
    )
    return OwnershipQuery(
        tuple(path.name for path in request.stakes),
        tuple(sorted(request.assume)),
        as_of,
        known_at,
        tuple(sorted(request.actors)),
        tuple(sorted(request.lists)),
        vantage.projected("UTC"),
    )

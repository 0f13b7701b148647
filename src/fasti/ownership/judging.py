"""From what was found to an answer for one asset on one list, with the reason in a sentence."""

from dataclasses import dataclass, field

import numpy as np

from fasti.model.ownership import Adding, Kind, Ruling
from fasti.model.reached import ReachedStatus, ReachedView
from fasti.model.share import WHOLE, said_share
from fasti.model.standing import EffectStatus
from fasti.ownership.apart import Group
from fasti.ownership.reaching import Reach
from fasti.ownership.stakes import Flags, StakeBook
from fasti.ownership.telling import Teller, Told, signs_of, weakest
from fasti.ownership.walking import joined_to

HALTED = frozenset({EffectStatus.SUSPENDED, EffectStatus.PENDING, EffectStatus.ENDED})
"""States of a rule, or of the owners' listing, in which nobody is reached."""

APART = "Not reached: no stake given for that day joins it to an owner on the list."

OPEN = "open"
"""Value of the policy under which a company without a country leaves the Affiliates Rule's question open."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything needed to judge the assets of one list.

    Attributes:
        book: The stakes.
        reach: Who is reached, may be, or may be controlled.
        ruling: The rule at the vantage.
        own: Owners on this very list, where others count with them.
        listed: Parties that are on the list themselves.
        owners_status: What the owners' listings are instead of in force; `None` if they are.
        country_policy: How an asset without a country is read.
        assessed: Assets of which the stakes say something of control.
        unsure: Names of owners of whom it is not sure that they are the listed party.
    """

    book: StakeBook
    reach: Reach
    ruling: Ruling
    own: tuple[int, ...]
    listed: frozenset[int]
    owners_status: EffectStatus | None = None
    country_policy: str = "foreign"
    assessed: frozenset[int] = frozenset()
    unsure: frozenset[str] = frozenset()
    _teller: list[Teller] = field(default_factory=list)

    def teller(self) -> Teller:
        """Return who tells of this reach."""
        if not self._teller:
            self._teller.append(Teller(self.book, self.reach))
        return self._teller[0]


@dataclass(frozen=True, slots=True)
class Sides:
    """Which parties this very list's owners help to reach, in each of the three sets.

    Attributes:
        certain: Those that are reached.
        possible: Those that may be.
        control: Those that show signs of control besides.
        joined: Those that any stakes at all join to the owners.
        owners: The owners alone.
    """

    certain: Flags
    possible: Flags
    control: Flags
    joined: Flags
    owners: Group


def sides_of(bench: Bench) -> Sides:
    """Return the three sets, cut to what the list's own owners have a part in."""
    reach, own = bench.reach, np.array(sorted(bench.own), dtype=np.int64)
    joined = joined_to(reach.graph, own, np.ones(reach.graph.size, dtype=np.bool_)) >= 0
    alone = np.full(reach.graph.size, -1, dtype=np.int64)
    alone[own] = 0
    owners = Group(alone, np.where(alone == 0, np.arange(reach.graph.size), -1))
    certain, possible, control = (group.inside for group in (reach.certain, reach.possible, reach.control))
    if bench.ruling.pool != (bench.ruling.list,) or bench.ruling.version.pool_unsettled:
        certain, possible, control = (joined_to(reach.graph, own, one) >= 0 for one in (certain, possible, control))
    return Sides(certain, possible, control, joined, owners)


def judge(bench: Bench, sides: Sides, asset: int) -> ReachedView:
    """Return what the list means for one asset."""
    version = bench.ruling.version
    if asset in bench.listed and bench.owners_status is None:
        return _listed_itself(bench, asset)
    if not sides.joined[asset]:
        return _view(bench, asset, ReachedStatus.NOT_REACHED, Told(), APART)
    if version.kind in {Kind.NOT_MODELLED, Kind.NONE}:
        none = version.kind is Kind.NONE
        status = ReachedStatus.NOT_REACHED if none else ReachedStatus.NOT_MODELLED
        return _view(bench, asset, status, bench.teller().of(asset, sides.owners), version.says, bench.owners_status)
    status, group = _found(bench, sides, asset)
    told = bench.teller().of(asset, group)
    halted = bench.owners_status or (bench.ruling.status if bench.ruling.status in HALTED else None)
    if halted is not None:
        return _view(bench, asset, ReachedStatus.NOT_REACHED, told, _halted(bench, halted, status), halted)
    if version.home and status is not ReachedStatus.NOT_REACHED:
        status, why = _of_country(bench, asset, status, told)
        return _view(bench, asset, status, told, why)
    return _view(bench, asset, status, told, _why(bench, status, told))


def _found(bench: Bench, sides: Sides, asset: int) -> tuple[ReachedStatus, Group]:
    reach = bench.reach
    if sides.certain[asset]:
        return ReachedStatus.REACHED, reach.certain
    if sides.possible[asset]:
        return ReachedStatus.CANNOT_EXCLUDE, reach.possible
    if sides.control[asset]:
        return ReachedStatus.POSSIBLE_CONTROL, reach.control
    return ReachedStatus.NOT_REACHED, reach.possible


def _of_country(bench: Bench, asset: int, status: ReachedStatus, told: Told) -> tuple[ReachedStatus, str]:
    country = bench.book.countries.get(asset, "")
    if country == bench.ruling.version.home:
        return ReachedStatus.NOT_REACHED, f"Not reached: the rule leaves out companies of its own country ({country})."
    if country:
        return status, f"{_why(bench, status, told)} The company is foreign ({country})."
    if bench.country_policy == OPEN:
        return ReachedStatus.CANNOT_EXCLUDE, "Reached only if the company is foreign: its country was not given."
    return status, f"{_why(bench, status, told)} Its country was not given; it is taken for foreign."


def _why(bench: Bench, status: ReachedStatus, told: Told) -> str:
    match status:
        case ReachedStatus.REACHED:
            return "Reached through its owners."
        case ReachedStatus.CANNOT_EXCLUDE:
            return f"Cannot be excluded: {_doubt(bench, told)}."
        case ReachedStatus.POSSIBLE_CONTROL:
            return "Not reached by ownership alone; what the stakes say is a sign of control, which the law counts."
        case _:
            share = (
                f"at most {said_share(told.high, told.high)} counts" if told.high else "no listed owner's stake counts"
            )
            control = "; control was not assessed" if bench.ruling.version.control else ""
            return f"Not reached: {share}{control}."


def _doubt(bench: Bench, told: Told) -> str:
    version, doubts = bench.ruling.version, list[str]()
    if version.open_above is not None:
        return "the law sets no share, and any stake may make an affiliate"
    if told.inexact:
        doubts.append("a share is not known exactly")
    if unsure := sorted(bench.unsure & {*told.owners}):
        doubts.append(f"it is not sure that {' and '.join(unsure)} counts as a listed owner")
    if version.adding is Adding.UNSETTLED and len(told.owners) > 1:
        doubts.append("whether the stakes of several owners are added was not settled")
    return ", and ".join(doubts) or "the stakes go in a circle that upholds itself"


def _halted(bench: Bench, halted: EffectStatus, status: ReachedStatus) -> str:
    ruling, what = bench.ruling, "the owners' listing" if bench.owners_status else "the rule"
    when = ""
    if bench.owners_status is None:
        since = f" from {ruling.from_}" if ruling.from_ else ""
        until = f" until {ruling.until}" if ruling.until else ""
        when = f"{since}{until}"
    told = {EffectStatus.SUSPENDED: "suspended", EffectStatus.PENDING: "not yet in force", EffectStatus.ENDED: "ended"}
    verb = "is in force" if halted is EffectStatus.PENDING and when else f"is {told[halted]}"
    would = f" Were it in force, the answer would be: {status.value.replace('_', ' ')}."
    said = f"{verb} only{when}" if verb == "is in force" else f"{verb}{when}"
    return f"Not reached: {what} {said}.{would}"


def _listed_itself(bench: Bench, asset: int) -> ReachedView:
    name = bench.book.names[asset]
    told = Told(path=(name,), owners=(name,), sums=(f"{name} is on the list itself",))
    return _view(bench, asset, ReachedStatus.REACHED, told, "It is on the list itself.", EffectStatus.IN_FORCE)


def _view(
    bench: Bench, asset: int, status: ReachedStatus, told: Told, why: str, effect: EffectStatus | None = None
) -> ReachedView:
    ruling, version = bench.ruling, bench.ruling.version
    control = version.control and asset in bench.assessed
    grades = [version.confidence.value, *(bench.book.stake(place).confidence for place in told.places)]
    state = effect or (None if version.kind is Kind.NONE else ruling.status)
    signs = signs_of(bench.book, bench.reach, asset, bench.reach.control) if version.control else ()
    return ReachedView(
        asset=bench.book.names[asset],
        list=ruling.list,
        status=status.value,
        effect_status=state.value if state else None,
        control="assessed" if control else "not_assessed",
        aggregate_share=told.low / WHOLE if told.low == told.high else None,
        aggregate_low=told.low / WHOLE,
        aggregate_high=told.high / WHOLE,
        path=told.path,
        owners=told.owners,
        arithmetic=told.sums,
        control_signs=signs,
        why=why,
        rule=ruling.name,
        citation=version.citation,
        from_=ruling.from_,
        until=ruling.until,
        confidence=weakest(grades),
        note=version.note,
    )

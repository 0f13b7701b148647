"""Decide, in plain Python, which forms of a shelf could reach the threshold; the compiled kernel gives the same.

With gains as in docs/decisions/0009, a form passes if neither the best gains of the query's units nor those of its
own units sum to less than what the least weights of both ask for, and if no unit without a partner holds it down.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from fasti.index.figures import SPARE
from fasti.index.pairing import Pairing, Way, added
from fasti.index.promised import stands_for
from fasti.index.wording import Unit


@dataclass(frozen=True, slots=True)
class Reach:
    """What each unit of a query can add.

    Attributes:
        gain: Most that it adds by way of tokens it is found by.
        net: The same, less what the listed units ask for themselves.
        letter: Most that it adds if it is a single letter, from a longer token; else 0.
        letter_net: The same, less what the listed unit asks for itself.
        initial_net: Most that it adds, net, by way of a single letter that the form has.
        cost: Postings of its tokens.
    """

    gain: float
    net: float
    letter: float
    letter_net: float
    initial_net: float
    cost: int


def reaches(pairing: Pairing) -> list[Reach]:
    """Return what each unit of the query can add."""
    view, threshold = pairing.shelf, pairing.threshold
    by_row: dict[int, list[Way]] = defaultdict(list)
    for way in pairing.ways:
        by_row[way.row].append(way)
    greatest = max(view.said_weight, default=0.0)
    found = []
    for row, unit in enumerate(pairing.form.units):
        gain = net = 0.0
        cost = 0
        for way in by_row[row]:
            for one in view.units(way.token):
                likeness = pairing.likeness(way, one)
                if not likeness:
                    continue
                base = added(likeness, way.weight, way.least, threshold)
                more = (likeness - threshold) * view.weight(one)
                gain = max(gain, base + way.rest + more + threshold * view.least(one))
                net = max(net, base + way.rest_net + more)
                cost += len(view.postings(one))
        found.append(Reach(gain, net, *_letters(unit, pairing, greatest), cost))
    return found


def _letters(unit: Unit, pairing: Pairing, greatest: float) -> tuple[float, float, float]:
    likeness, threshold, sort = pairing.limits.initial, pairing.threshold, pairing.limits.sorts[unit.sort]
    single = len(unit.token) == 1
    if not likeness or not unit.token.isalpha() or not (sort.letter if single else sort.lettered):
        return 0.0, 0.0, 0.0
    own = added(likeness, unit.weight, unit.least, threshold)
    net = max(0.0, own + max(0.0, likeness - threshold) * greatest)
    # A unit of weight w and least c <= w adds at most likeness x w, whatever the threshold.
    return (max(0.0, own + likeness * greatest), net, 0.0) if single else (0.0, 0.0, net)


def needless(reach: Sequence[Reach], asked: float, *, lettered: bool) -> set[int] | None:
    """Return the units whose postings need not be read: a form with no other pairs cannot pass.

    Args:
        reach: What each unit can add.
        asked: Threshold times the least weights of the query.
        lettered: Whether of forms with a single letter, or of those without.

    Returns:
        `None` if even a form without any pair that postings show could pass, so that every form must be looked at.
    """
    idle = [one.letter_net + (one.initial_net if lettered else 0.0) for one in reach]
    total = sum(idle)
    if total > 0.0 and total >= asked - SPARE:
        return None
    left_out: set[int] = set()
    for row in sorted(range(len(reach)), key=lambda row: -reach[row].cost):
        more = max(reach[row].net, idle[row]) - idle[row]
        if total + more < asked - SPARE:
            left_out.add(row)
            total += more
    return left_out


@dataclass(slots=True)
class Counters:
    """How much work a search did.

    Attributes:
        ways: Ways to pair that were found.
        postings: Postings that were read.
        looked_at: Forms whose bound was computed.
        passed: Forms that passed.
        asked: Names that were asked for without a word on which kernel to use.
    """

    ways: int = 0
    postings: int = 0
    looked_at: int = 0
    passed: int = 0
    asked: int = 0


@dataclass(slots=True)
class Bound:
    """Computes the bound of single forms."""

    pairing: Pairing
    asked: float = field(init=False)
    _ways: dict[int, list[Way]] = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the ways by token."""
        self.asked = self.pairing.threshold * sum(unit.least for unit in self.pairing.form.units)
        self._ways = defaultdict(list)
        for way in self.pairing.ways:
            self._ways[way.token].append(way)

    def passes(self, form: int) -> bool:
        """Say whether a listed form could reach the threshold."""
        view, limits, threshold = self.pairing.shelf, self.pairing.limits, self.pairing.threshold
        units = view.units_of(form)
        if view.style(units[0]) not in limits.meets[self.pairing.form.style]:
            return False
        rows, columns = [0.0] * len(self.pairing.form.units), 0.0
        partners = Partners(set(), set(), set(), set())
        for at, unit in enumerate(units):
            gains = [0.0]
            for way, gain in self._gains(units, at):
                partners.add(
                    range(way.row, way.row + way.rows), range(at - way.at, at - way.at + (len(way.parts) or 1))
                )
                rows[way.row] = max(rows[way.row], gain)
                gains.append(gain)
            for row, gain in self._letters(unit):
                partners.add_letter(row, at)
                rows[row] = max(rows[row], gain)
                gains.append(gain)
            columns += max(gains)
        if not partners.rows:
            return False
        asked = self.asked + threshold * (sum(view.least(unit) for unit in units) + self._more(partners, units))
        if min(sum(rows), columns) < asked - SPARE:
            return False
        few = min(len(partners.rows), len(partners.columns)) <= 1 < len(rows)
        mine = self._rules({*range(len(rows))} - partners.rows)
        theirs = (
            rule
            for at, unit in enumerate(units)
            if at not in partners.columns
            for rule in limits.sorts[view.sort(unit)].rules
        )
        return limits.most_alone(mine, frozenset(theirs), few=few) >= threshold - SPARE

    def _more(self, partners: "Partners", units: list[int]) -> float:
        """Return what units without a partner count besides their least weights."""
        view, form, limits = self.pairing.shelf, self.pairing.form.units, self.pairing.limits
        mine = [(limits.sorts[unit.sort], unit.weight) for unit in form]
        theirs = [(limits.sorts[view.sort(unit)], view.weight(unit)) for unit in units]
        told = [weight for at, (sort, weight) in enumerate(mine) if sort.told and at not in partners.rows]
        told += [weight for at, (sort, weight) in enumerate(theirs) if sort.told and at not in partners.columns]
        ruled = (
            sum(mine[at][0].ruled for at in partners.firm),
            sum(theirs[at][0].ruled for at in partners.firm_columns),
        )
        return limits.more * sum(told) if len(told) >= min(ruled) else 0.0

    def _rules(self, rows: Iterable[int]) -> frozenset[int]:
        """Return the rules that units of the query without a partner have."""
        units, sorts = self.pairing.form.units, self.pairing.limits.sorts
        return frozenset(rule for row in rows for rule in sorts[units[row].sort].rules)

    def _gains(self, units: list[int], at: int) -> Iterator[tuple[Way, float]]:
        """Yield every way to pair a unit of a form, or units of which it is the rarest, with what it gains."""
        view, threshold = self.pairing.shelf, self.pairing.threshold
        for way in self._ways.get(view.token_of(units[at]), ()):
            first = at - way.at
            run = units[first : first + len(way.parts)] if way.parts and first >= 0 else units[at : at + 1]
            if way.parts and tuple(view.token_of(unit) for unit in run) != way.parts:
                continue
            likeness = self.pairing.likeness(way, units[at])
            if likeness:
                listed = sum(added(likeness, view.weight(unit), view.least(unit), threshold) for unit in run)
                yield way, added(likeness, way.weight, way.least, threshold) + listed

    def _letters(self, unit: int) -> Iterator[tuple[int, float]]:
        """Yield every way to pair a unit as an initial, or with one: the query's unit, and what it gains."""
        view, limits, threshold = self.pairing.shelf, self.pairing.limits, self.pairing.threshold
        if not limits.initial:
            return
        weight, least = view.weight(unit), view.least(unit)
        listed = Unit(view.token(view.token_of(unit)).decode(), weight, least, view.sort(unit))
        gain = added(limits.initial, weight, least, threshold)
        for row, mine in enumerate(self.pairing.form.units):
            letter, word = (mine, listed) if len(mine.token) <= len(listed.token) else (listed, mine)
            if stands_for(limits, letter, word):
                yield row, added(limits.initial, mine.weight, mine.least, threshold) + gain


@dataclass(frozen=True, slots=True)
class Partners:
    """The places of units that may have a partner, and of those that may have one otherwise than as an initial."""

    rows: set[int]
    columns: set[int]
    firm: set[int]
    firm_columns: set[int]

    def add(self, rows: Iterable[int], columns: Iterable[int]) -> None:
        """Add units that may be paired."""
        self.firm.update(rows)
        self.firm_columns.update(columns)
        self.rows.update(rows)
        self.columns.update(columns)

    def add_letter(self, row: int, column: int) -> None:
        """Add an initial and its word."""
        self.rows.add(row)
        self.columns.add(column)


def passing(pairing: Pairing, counters: Counters | None = None) -> list[int]:
    """Return the forms of the shelf that could reach the threshold, in order."""
    view, bound, told = pairing.shelf, Bound(pairing), counters or Counters()
    reach = reaches(pairing)
    border = view.first_lettered
    seen: set[int] = set()
    needed = cheapest_needed(pairing, reach)
    for lettered, low, high in ((False, 0, border), (True, border, view.forms)):
        if low == high:
            continue
        left_out = needless(reach, bound.asked, lettered=lettered)
        if left_out is None:
            seen.update(range(low, high))
            continue
        if needed is not None:
            left_out = {row for row in range(len(reach)) if row != needed}
        for way in pairing.ways:
            if way.row in left_out and not (way.joined and needed is not None):
                continue
            for unit in view.units(way.token):
                if pairing.likeness(way, unit):
                    forms = view.postings(unit)
                    some = forms[bisect_left(forms, low) : bisect_left(forms, high)]
                    told.postings += len(some)
                    seen.update(some)
    found = [form for form in sorted(seen) if bound.passes(form)]
    told.ways += len(pairing.ways)
    told.looked_at += len(seen)
    told.passed += len(found)
    return found


def cheapest_needed(pairing: Pairing, reach: Sequence[Reach]) -> int | None:
    """Return the unit of fewest postings without a partner for which no form passes, unless units run together."""
    limits, least = pairing.limits, pairing.threshold - SPARE
    if limits.initial:
        return None
    needed = {place for place, rule in enumerate(limits.alone) if rule.one < least}
    rows = [row for row, unit in enumerate(pairing.form.units) if limits.sorts[unit.sort].rules & needed]
    return min(rows, key=lambda row: (reach[row].cost, row), default=None)

"""The promise of a scorer to the index in plain code: a bound on the score of two names, computed without an index."""

from collections.abc import Sequence
from typing import NamedTuple

from fasti.index.wording import Form, Key, Limits, Shelf, Unit, Wording


def may_pair(wording: Wording, shelf: Shelf, one: Unit, other: Unit) -> float:
    """Return the most likeness of a unit asked for and a listed one, 0 if they are never paired."""
    limits = wording.limits(shelf)
    if one.token == other.token:
        return 1.0
    mine, theirs = limits.sorts[one.sort], limits.sorts[other.sort]
    letter = _as_letter(limits, one, other)
    if mine.fixed and theirs.fixed:
        return letter
    sought, filed = wording.keys(one.token, one.sort, shelf).sought, wording.keys(other.token, other.sort, shelf).filed
    sure = _shared([key for key in sought if key.sure], [key for key in filed if key.sure])
    loose = max(_shared(sought, filed), spelt(limits, one, other.token))
    if mine.known and theirs.known:
        loose = limits.known if loose >= limits.known else 0.0
    return max(sure, loose, letter)


def _shared(sought: Sequence[Key], filed: Sequence[Key]) -> float:
    figures = {key.text: key.likeness for key in filed}
    return max((min(key.likeness, figures[key.text]) for key in sought if key.text in figures), default=0.0)


def spelt(limits: Limits, one: Unit, other: str) -> float:
    """Return how alike a unit asked for and another token are by their letters, 0 if they are too many edits apart."""
    from rapidfuzz.distance import OSA

    token = one.token
    most = min(limits.edits_for(min(len(token), len(other))), limits.sorts[one.sort].edits)
    if abs(len(token) - len(other)) > most or not (token.isalpha() and other.isalpha()):
        return 0.0
    edits = OSA.distance(token, other, score_cutoff=most)
    return limits.spelt(token, other, edits) if edits <= most else 0.0


def _as_letter(limits: Limits, one: Unit, other: Unit) -> float:
    letter, word = (one, other) if len(one.token) <= len(other.token) else (other, one)
    return limits.initial if stands_for(limits, letter, word) else 0.0


def stands_for(limits: Limits, letter: Unit, word: Unit) -> bool:
    """Say whether a unit is a letter, and another a longer word of letters that it may stand for."""
    short, long = letter.token, word.token
    if len(short) != 1 or len(long) == 1 or not (short.isalpha() and long.isalpha()) or long[0] != short:
        return False
    return limits.sorts[letter.sort].letter and limits.sorts[word.sort].lettered


def most_score(wording: Wording, shelf: Shelf, one: str, other: str) -> float:
    """Return a bound that the scorer promises never to pass for two names on a shelf, computed plainly.

    Each unit takes the best partner it has, though a partner may be taken twice: that is never too low.
    """
    (mine,), (theirs,) = wording.forms(one, (shelf,)), wording.forms(other, (shelf,))
    meets = wording.limits(shelf).meets
    pairs = ((a, b) for a in mine for b in theirs if b.style in meets[a.style])
    return max((_most_of_forms(wording, shelf, a, b) for a, b in pairs), default=0.0)


def _most_of_forms(wording: Wording, shelf: Shelf, one: Form, other: Form) -> float:
    """Return the greatest score for which the gains of all units still balance what is left over, by bisection."""
    left = _left(wording, shelf, one.units, other.units)
    held = wording.limits(shelf).most_alone(left.mine, left.theirs, few=left.pairs <= 1 < len(one.units))
    return min(held, _balanced(wording, shelf, one.units, other.units, left.more))


Units = tuple[Unit, ...]


class _Left(NamedTuple):
    """What surely is left: rules of units of either form, most pairs there may be, what is counted besides."""

    mine: frozenset[int]
    theirs: frozenset[int]
    pairs: int
    more: float


def _left(wording: Wording, shelf: Shelf, one: Units, other: Units) -> _Left:
    limits = wording.limits(shelf)
    paired = [[bool(may_pair(wording, shelf, unit, partner)) for partner in other] for unit in one]
    firm = [[bool(_spelt_out(wording, shelf, unit, partner)) for partner in other] for unit in one]
    mine, theirs = _in_runs(limits, one, other), _in_runs(limits, other, one)
    mine_firm, theirs_firm = set(mine), set(theirs)
    for at, place in ((at, place) for at in range(len(one)) for place in range(len(other))):
        if paired[at][place]:
            mine.add(at)
            theirs.add(place)
        if firm[at][place]:
            mine_firm.add(at)
            theirs_firm.add(place)
    lonely = [[unit for at, unit in enumerate(form) if at not in some] for form, some in ((one, mine), (other, theirs))]
    ruled = (
        sum(limits.sorts[form[at].sort].ruled for at in some) for form, some in ((one, mine_firm), (other, theirs_firm))
    )
    told = [unit for unit in (*lonely[0], *lonely[1]) if limits.sorts[unit.sort].told]
    more = limits.more * sum(unit.weight for unit in told) if len(told) >= min(ruled) else 0.0
    return _Left(_rules(limits, lonely[0]), _rules(limits, lonely[1]), min(len(mine), len(theirs)), more)


def _spelt_out(wording: Wording, shelf: Shelf, unit: Unit, partner: Unit) -> float:
    """Return the most likeness of two units otherwise than as an initial."""
    letter, word = (unit, partner) if len(unit.token) <= len(partner.token) else (partner, unit)
    return 0.0 if stands_for(wording.limits(shelf), letter, word) else may_pair(wording, shelf, unit, partner)


def _in_runs(limits: Limits, form: Units, other: Units) -> set[int]:
    """Return the places of units that have a partner because units of either form run together."""
    found: set[int] = set()
    for at, unit in enumerate(form):
        if _runs(other, limits.most_joined, unit.token):
            found.add(at)
    for start in range(len(form)):
        for end in range(start + 2, min(start + limits.most_joined, len(form)) + 1):
            text = "".join(unit.token for unit in form[start:end])
            if any(partner.token == text for partner in other):
                found.update(range(start, end))
    return found


def _rules(limits: Limits, lonely: Sequence[Unit]) -> frozenset[int]:
    return frozenset(rule for unit in lonely for rule in limits.sorts[unit.sort].rules)


def _balanced(wording: Wording, shelf: Shelf, one: Units, other: Units, more: float) -> float:
    pairs = [*_pairs(wording, shelf, one, other)]
    floor = more + sum(unit.least for unit in (*one, *other))
    low, high = 0.0, 1.0
    if not pairs:
        return 0.0
    if _gain(pairs, high) >= high * floor:
        return 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if _gain(pairs, middle) >= middle * floor else (low, middle)
    return high


Pairable = tuple[int, float, float, float]
"""Place of a unit of the first form, most likeness, weight of both sides, least weight of both sides."""


def _gain(pairs: Sequence[Pairable], threshold: float) -> float:
    best: dict[int, float] = {}
    for place, likeness, weight, least in pairs:
        best[place] = max(best.get(place, 0.0), likeness * weight - threshold * (weight - least))
    return sum(best.values())


def _pairs(wording: Wording, shelf: Shelf, one: Units, other: Units) -> list[Pairable]:
    limits = wording.limits(shelf)
    found: list[Pairable] = []
    for at, unit in enumerate(one):
        for partner in other:
            likeness = may_pair(wording, shelf, unit, partner)
            if likeness:
                found.append((at, likeness, unit.weight + partner.weight, unit.least + partner.least))
        found += [
            (at, limits.joined, unit.weight + _weight(run), unit.least + _least(run))
            for run in _runs(other, limits.most_joined, unit.token)
        ]
    for partner in other:
        for start in range(len(one)):
            for end in range(start + 2, min(start + limits.most_joined, len(one)) + 1):
                run = one[start:end]
                if "".join(unit.token for unit in run) == partner.token:
                    # One place stands for the run; the others may gain besides, which is never too low.
                    found.append((start, limits.joined, partner.weight + _weight(run), partner.least + _least(run)))
    return found


def _runs(form: Units, most: int, token: str) -> list[Units]:
    spans = ((start, end) for start in range(len(form)) for end in range(start + 2, min(start + most, len(form)) + 1))
    return [form[start:end] for start, end in spans if "".join(unit.token for unit in form[start:end]) == token]


def _weight(run: Units) -> float:
    return sum(unit.weight for unit in run)


def _least(run: Units) -> float:
    return sum(unit.least for unit in run)

"""Ownership by its definition, slow and plain: the reference that the arrays are compared with."""

from collections.abc import Callable, Iterable, Sequence

from fasti.model.ownership import Adding, Kind, OwnershipVersion, Voting
from fasti.model.share import WHOLE
from fasti.ownership.stakes import NO_CONTROL, Stake
from fasti.ownership.testing import need_of

Party = str
Met = Callable[[Party, set[Party]], bool]


def least(parties: Iterable[Party], sources: set[Party], met: Met) -> set[Party]:
    """Return the least set that holds the sources and whatever is met by it."""
    found = set(sources)
    while more := {one for one in parties if one not in found and met(one, found)}:
        found |= more
    return found


def greatest(parties: Iterable[Party], sources: set[Party], met: Met, stakes: Sequence[Stake]) -> set[Party]:
    """Return the greatest set of which each member is a source, or is met by it and joined to a source within it."""
    found = set(parties) | sources
    while True:
        joined = least(found, sources, lambda one, held: any(_leads(s) and s.owner in held for s in _into(one, stakes)))
        kept = sources | {one for one in found & joined if met(one, found)}
        if kept == found:
            return found
        found = kept


def reached(
    stakes: Sequence[Stake], version: OwnershipVersion, sources: set[Party]
) -> tuple[set[Party], set[Party], set[Party]]:
    """Return who is reached, who may be, and who may be or shows signs of control."""
    parties = {one.owner for one in stakes} | {one.asset for one in stakes}

    def certain(party: Party, held: set[Party]) -> bool:
        return _certain(party, held, stakes, version)

    def possible(party: Party, held: set[Party]) -> bool:
        return certain(party, held) or _possible(party, held, stakes, version)

    def control(party: Party, held: set[Party]) -> bool:
        return possible(party, held) or _sign(party, held, stakes, version)

    alone = [{one} for one in sources]
    sure = [sources] if version.adding is Adding.ALL else alone
    open_ = alone if version.adding is Adding.SINGLE else [sources]
    return (
        sources.union(*(least(parties, one, certain) for one in sure)),
        sources.union(*(greatest(parties, one, possible, stakes) for one in open_)),
        sources.union(*(greatest(parties, one, control, stakes) for one in open_)),
    )


def _into(party: Party, stakes: Sequence[Stake]) -> list[Stake]:
    return [one for one in stakes if one.asset == party]


def _leads(stake: Stake) -> bool:
    votes = stake.voting is not None and stake.voting.high > 0
    return stake.share.high > 0 or stake.control != NO_CONTROL or votes


def _certain(party: Party, held: set[Party], stakes: Sequence[Stake], version: OwnershipVersion) -> bool:
    need = need_of(version)
    if version.kind is not Kind.SHARE or need is None:
        return False
    counted = [one for one in _into(party, stakes) if one.owner in held]
    votes = sum(one.voting.low for one in counted if one.voting) if version.voting is Voting.OWNERSHIP else 0
    return sum(one.share.low for one in counted) >= need or votes >= need


def most(party: Party, held: set[Party], stakes: Sequence[Stake]) -> int:
    """Return the most that a set may hold of a party, if all others hold at least what is said of them."""
    into = _into(party, stakes)
    direct, links = [one for one in into if not one.link], [one for one in into if one.link]
    others = sum(one.share.low for one in direct if one.owner not in held)
    own = sum(one.share.high for one in direct if one.owner in held)
    whole = sum(one.share.low for one in direct)
    capped = own if whole > WHOLE else min(own, WHOLE - others)
    return capped + sum(one.share.high for one in links if one.owner in held)


def _possible(party: Party, held: set[Party], stakes: Sequence[Stake], version: OwnershipVersion) -> bool:
    need = need_of(version)
    if version.kind is not Kind.SHARE or need is None:
        return False
    wanted = need if version.open_above is None else min(need, round(version.open_above * WHOLE / 100) + 1)
    votes = _votes(party, held, stakes) if version.voting is Voting.OWNERSHIP else 0
    return most(party, held, stakes) >= wanted or votes >= need


def _votes(party: Party, held: set[Party], stakes: Sequence[Stake]) -> int:
    return sum(one.voting.high for one in _into(party, stakes) if one.owner in held and one.voting)


def _sign(party: Party, held: set[Party], stakes: Sequence[Stake], version: OwnershipVersion) -> bool:
    counted = [one for one in _into(party, stakes) if one.owner in held]
    if version.control and any(one.control != NO_CONTROL for one in counted):
        return True
    if version.voting is Voting.SIGN and _votes(party, held, stakes) * 2 > WHOLE:
        return True
    return version.majority_is_sign and most(party, held, stakes) * 2 > WHOLE

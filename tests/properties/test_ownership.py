"""Laws of ownership: the arrays give what the definition gives, and knowing more never turns an answer round."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fasti.model.ownership import Adding, Kind, OwnershipVersion
from fasti.model.share import UNKNOWN, WHOLE, Share
from fasti.ownership import walking
from fasti.ownership.graph import graph_on
from fasti.ownership.reaching import Reach, reach
from fasti.ownership.stakes import NO_CONTROL, SIGN, STATED, Stake, StakeBook, book_of
from fasti.regimes.ownership.reading import load_ownership
from tests.properties import plain_ownership as plain

DAY = 738_000
PARTIES = "ABCDEFG"
VERSIONS = [
    version
    for regime in load_ownership().regimes
    for rule in regime.rules
    for version in rule.versions
    if version.kind in {Kind.SHARE, Kind.CONTROL}
]
PERCENTS = st.sampled_from([0, 1, 10, 24, 25, 26, 30, 40, 49, 50, 51, 60, 75, 100])
EXACT = PERCENTS.map(lambda one: Share(one * WHOLE // 100, one * WHOLE // 100))
VAGUE = st.tuples(PERCENTS, PERCENTS).map(lambda two: Share(min(two) * WHOLE // 100, max(two) * WHOLE // 100))
SOURCES = st.sets(st.sampled_from(PARTIES), min_size=1, max_size=3)
SHARES = st.one_of(EXACT, EXACT, VAGUE, st.just(UNKNOWN))


@st.composite
def _stakes(draw: st.DrawFn) -> list[Stake]:
    pairs = draw(st.lists(st.tuples(st.sampled_from(PARTIES), st.sampled_from(PARTIES)), max_size=14, unique=True))
    found = []
    for owner, asset in pairs:
        link = draw(st.integers(0, 9)) == 0
        found.append(
            Stake(
                owner,
                asset,
                UNKNOWN if link else draw(SHARES),
                control=draw(st.sampled_from([NO_CONTROL] * 8 + [SIGN, STATED])),
                voting=draw(st.one_of(st.none(), st.none(), EXACT)),
                link=link,
            )
        )
    return found


def _asked(stakes: list[Stake], version: OwnershipVersion, sources: set[str]) -> tuple[StakeBook, Reach]:
    book = book_of(stakes)
    numbers = [book.names.index(one) for one in sources if one in book.names]
    return book, reach(graph_on(book, DAY, joint=False), version, numbers, [])


def _sets(book: StakeBook, found: Reach) -> tuple[set[str], set[str], set[str]]:
    certain, possible, control = (
        {book.names[node] for node in np.flatnonzero(group.inside)}
        for group in (found.certain, found.possible, found.control)
    )
    return certain, possible, control


@settings(max_examples=200)
@given(
    _stakes(),
    SOURCES,
    st.sampled_from(VERSIONS),
    st.sampled_from([0, 48]),
)
def test_the_arrays_give_what_the_definition_gives(
    stakes: list[Stake], sources: set[str], version: OwnershipVersion, few: int
) -> None:
    """One by one, and by whole arrays."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(walking, "FEW", few)
        book, found = _asked(stakes, version, sources)
    named = sources & {*book.names}
    assert _sets(book, found) == plain.reached(stakes, version, named)


@settings(max_examples=60)
@given(_stakes(), SOURCES, st.sampled_from(VERSIONS), st.data())
def test_what_is_settled_stays_settled_when_shares_become_known(
    stakes: list[Stake], sources: set[str], version: OwnershipVersion, data: st.DataObject
) -> None:
    """Any exact shares within what was known reach all that was reached, and none that was excluded."""
    known = []
    for one in stakes:
        share = data.draw(st.integers(one.share.low, one.share.high))
        known.append(replace(one, share=Share(share, share), link=False))
    total: dict[str, int] = {}
    for one in known:
        total[one.asset] = total.get(one.asset, 0) + one.share.low
    if any(share > WHOLE for share in total.values()):
        return
    before = _sets(*_asked(stakes, version, sources))
    after = _sets(*_asked(known, version, sources))
    assert before[0] <= after[0]
    assert after[1] <= before[1]


@settings(max_examples=60)
@given(_stakes(), SOURCES, st.sampled_from(VERSIONS))
def test_the_sets_lie_in_each_other(stakes: list[Stake], sources: set[str], version: OwnershipVersion) -> None:
    certain, possible, control = _sets(*_asked(stakes, version, sources))
    assert certain <= possible <= control


@settings(max_examples=40)
@given(_stakes(), st.sampled_from(VERSIONS))
def test_without_a_listed_owner_nobody_is_reached(stakes: list[Stake], version: OwnershipVersion) -> None:
    """A circle that upholds itself needs a listed owner to begin with."""
    assert _sets(*_asked(stakes, version, set())) == (set(), set(), set())


@settings(max_examples=20)
@given(_stakes(), st.sets(st.sampled_from(PARTIES), min_size=1, max_size=2), st.sampled_from(PARTIES))
def test_a_further_listed_owner_takes_nobody_out(stakes: list[Stake], sources: set[str], more: str) -> None:
    for version in VERSIONS:
        fewer, further = (_sets(*_asked(stakes, version, one)) for one in (sources, {*sources, more}))
        assert all(one <= other for one, other in zip(fewer, further, strict=True))


def test_the_tests_reach_every_branch_of_the_reading() -> None:
    """Rules that add stakes, that do not, and that leave it open are all among those tried."""
    assert {version.adding for version in VERSIONS} == {*Adding}

"""The index finds every name that a scorer within its bounds could raise to the threshold, however it is asked."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from fasti.index.bounding import Counters, passing
from fasti.index.bulk import BulkShelf
from fasti.index.names import NameIndex
from fasti.index.pairing import near_tokens, pair
from fasti.index.promised import most_score
from fasti.index.segments import ListedName, open_segment, write_segment
from fasti.index.wording import Shelf, Unit
from fasti.model.identity import PartyKind
from tests.unit.index.wordings import LIMITS, WeighedWording, best_score

WORDING = WeighedWording()
KINDS = (PartyKind.PERSON, PartyKind.UNKNOWN)
words = st.text("abc", min_size=1, max_size=9) | st.sampled_from(
    ["of", "a", "abcabc", "bcabca", "ab", "abc", "a1", "a2"]
)
names = st.lists(words, min_size=1, max_size=4).map(" ".join)
listings = st.lists(st.builds(ListedName, names, st.sampled_from(KINDS)), min_size=1, max_size=12, unique=True)
thresholds = st.sampled_from([0.5, 0.55, 0.6, 0.7, 0.8, 0.9, 0.95])
kinds = st.sampled_from(KINDS)


def index_of(folder: Path, *parts: Sequence[ListedName]) -> NameIndex:
    """Return an index of bare names in one segment for each part."""
    for number, part in enumerate(parts):
        write_segment(folder / str(number), part, WORDING)
    return NameIndex(tuple(open_segment(folder / str(number)) for number in range(len(parts))), None, WORDING)


@settings(max_examples=50)
@given(listings, names, kinds, thresholds)
def test_no_name_that_could_reach_the_threshold_is_missed(
    listed: list[ListedName], query: str, kind: PartyKind, threshold: float
) -> None:
    """Against a full scan by a scorer that tries every way to pair, and by the plain bound of the contract."""
    with TemporaryDirectory() as folder:
        (found,) = index_of(Path(folder), listed).search([(query, kind)], threshold, bulk=False)
    for number, name in enumerate(listed):
        shelves = [shelf for shelf in WORDING.shelves(kind) if shelf in WORDING.shelves(name.kind)]
        best = max(best_score(WORDING, shelf, query, name.text) for shelf in shelves)
        most = max(most_score(WORDING, shelf, query, name.text) for shelf in shelves)
        assert best <= most + 1e-9
        if number in found:
            assert most >= threshold - 1e-4
        else:
            assert best < threshold


@settings(max_examples=50)
@given(listings, st.lists(st.tuples(names, kinds), min_size=1, max_size=6), thresholds)
def test_the_compiled_search_finds_the_same(
    listed: list[ListedName], asked: list[tuple[str, PartyKind]], threshold: float
) -> None:
    with TemporaryDirectory() as folder:
        index = index_of(Path(folder), listed)
        assert index.search(asked, threshold, bulk=True) == index.search(asked, threshold, bulk=False)


@settings(max_examples=25)
@given(listings, st.lists(names, min_size=1, max_size=4), thresholds, st.data())
def test_segments_find_what_one_segment_finds(
    listed: list[ListedName], queries: list[str], threshold: float, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(listed)))
    asked = [(query, PartyKind.UNKNOWN) for query in queries]
    with TemporaryDirectory() as whole, TemporaryDirectory() as parts:
        together = index_of(Path(whole), listed)
        apart = index_of(Path(parts), listed[:cut], listed[cut:])
        for bulk in (False, True):
            assert apart.search(asked, threshold, bulk=bulk) == together.search(asked, threshold, bulk=bulk)


@settings(max_examples=50)
@given(st.sets(words, min_size=1, max_size=60), words)
def test_near_tokens_are_those_of_a_scan(listed: set[str], token: str) -> None:
    """Deletions of the beginnings lose no token within the edits allowed."""
    with TemporaryDirectory() as folder:
        index = index_of(Path(folder), [ListedName(word, PartyKind.PERSON) for word in sorted(listed)])
        view = index.segments[0].shelves[Shelf.PERSON]
        found = {view.token(place).decode() for place in near_tokens(view, Unit(token, 1.0, 0.5, 4), LIMITS, ())}
    for other in listed:
        most = LIMITS.edits_for(min(len(token), len(other)))
        edits = OSA.distance(token, other)
        near = token.isalpha() and other.isalpha() and edits <= most and LIMITS.spelt(token, other, edits) > 0
        assert (other in found) == (near or other == token)


def test_hostile_names_are_searched_within_bounds() -> None:
    """Long, repeated and odd tokens are found as others are, by both ways."""
    listed = ["a" * 300, "ab " * 60, "a b c d e f g h", "abc" * 25 + " x", "x1" * 40]
    asked = [*listed, "b" + "a" * 299, "a" * 5000, "a " * 60, "ab" * 30, ""]
    with TemporaryDirectory() as folder:
        index = index_of(Path(folder), [ListedName(name, PartyKind.PERSON) for name in listed])
        pairs = [(name, PartyKind.PERSON) for name in asked]
        found = index.search(pairs, 0.7, bulk=False)
        assert index.search(pairs, 0.7, bulk=True) == found
    assert all(number in found[number] for number in range(len(listed)))
    assert 0 in found[len(listed)]
    assert found[-1] == []


@pytest.mark.parametrize("bulk", [False, True])
def test_a_name_that_is_asked_twice_is_searched_once(tmp_path: Path, *, bulk: bool) -> None:
    index = index_of(tmp_path, [ListedName(name, PartyKind.PERSON) for name in ("abcd ef", "ghij kl")])
    once = [("abcd ef", PartyKind.PERSON), ("ghij kl", PartyKind.PERSON), ("abcd ef", PartyKind.UNKNOWN)]
    found = index.search(once, 0.7, bulk=bulk)
    looked_at = index.counters.looked_at
    assert index.search([*once, *once[::-1]], 0.7, bulk=bulk) == [*found, *found[::-1]]
    assert found[0] == found[2] == [0]
    assert index.counters.looked_at == 2 * looked_at


@pytest.mark.parametrize("threshold", [0.0, -1.0, 1.1])
def test_a_threshold_out_of_bounds_is_refused(threshold: float, tmp_path: Path) -> None:
    index = index_of(tmp_path, [ListedName("abc", PartyKind.PERSON)])
    with pytest.raises(ValueError, match="threshold"):
        index.search([("abc", PartyKind.PERSON)], threshold)


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    """Postings of a word that many names hold are not read where the rest of the name must agree as well."""
    many = [
        ListedName(f"common {letter}{other}dddd", PartyKind.PERSON) for letter in "abcdefgh" for other in "abcdefgh"
    ]
    index = index_of(tmp_path, many)
    view = index.segments[0].shelves[Shelf.PERSON]
    form = WORDING.forms("common xyzuvw", (Shelf.PERSON,))[0][0]
    plain, compiled = Counters(), Counters()
    assert passing(pair(view, Shelf.PERSON, form, WORDING, 0.9), plain) == []
    assert [*BulkShelf(view, WORDING, Shelf.PERSON).found([form], 0.9, compiled)] == []
    assert (plain.postings, compiled.postings) == (0, 0)

"""The order of strictness is a partial order; a certain verdict stands whatever the unknown cells turn out to be."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fasti.model.contrast import ContrastCell, ContrastRow
from fasti.regimes.contrast_words import sentence_of
from fasti.regimes.strictness import (
    EQUAL,
    INCOMPARABLE,
    LESS_STRICT,
    RANKS,
    STRICTER,
    differences,
    is_certain,
    profile_of,
    rank_of,
    relation_of,
)

ACTS = ("purchase", "sale", "export")
KNOWN = tuple(RANKS)
EVERY = (*KNOWN, "not_covered", "not_modelled")
STARTS = ("2021-01-11", "2021-03-15T09:30:00-04:00", None)


def cells(statuses: tuple[str, ...]) -> st.SearchStrategy[ContrastCell]:
    """Draw a cell of one of the statuses."""
    return st.builds(
        lambda status, start: ContrastCell("?", "list", status, (), start, None, None, "", (), "", None),
        st.sampled_from(statuses),
        st.sampled_from(STARTS),
    )


def tables(parties: str, statuses: tuple[str, ...] = EVERY) -> st.SearchStrategy[tuple[ContrastRow, ...]]:
    """Draw a row for each act, with two cells for each party."""
    many = 2 * len(parties)
    row = st.tuples(*[cells(statuses)] * many)
    owned = row.map(lambda ones: tuple(replace(one, party_id=parties[place // 2]) for place, one in enumerate(ones)))
    return st.tuples(*[owned] * len(ACTS)).map(
        lambda found: tuple(ContrastRow(act, "us-person", row) for act, row in zip(ACTS, found, strict=True))
    )


def relation(rows: tuple[ContrastRow, ...], one: str, other: str) -> str:
    """Relate two parties."""
    return relation_of(profile_of(one, rows), profile_of(other, rows))


@given(tables("a"))
def test_everything_is_as_strict_as_itself(rows: tuple[ContrastRow, ...]) -> None:
    assert relation(rows, "a", "a") == EQUAL


@given(tables("ab"))
def test_if_one_is_stricter_the_other_is_less_strict(rows: tuple[ContrastRow, ...]) -> None:
    mirror = {STRICTER: LESS_STRICT, LESS_STRICT: STRICTER, EQUAL: EQUAL, INCOMPARABLE: INCOMPARABLE}
    assert relation(rows, "b", "a") == mirror[relation(rows, "a", "b")]


@given(tables("abc"))
def test_stricter_than_the_stricter_is_stricter(rows: tuple[ContrastRow, ...]) -> None:
    least = {STRICTER, EQUAL}
    if relation(rows, "a", "b") in least and relation(rows, "b", "c") in least:
        both = {relation(rows, "a", "b"), relation(rows, "b", "c")}
        assert relation(rows, "a", "c") == (STRICTER if STRICTER in both else EQUAL)


@given(tables("ab"))
def test_differences_are_where_the_relation_comes_from(rows: tuple[ContrastRow, ...]) -> None:
    one, other = profile_of("a", rows), profile_of("b", rows)
    found = (bool(differences(one, other)), bool(differences(other, one)))
    assert (
        relation_of(one, other)
        == {
            (True, False): STRICTER,
            (False, True): LESS_STRICT,
            (True, True): INCOMPARABLE,
            (False, False): EQUAL,
        }[found]
    )


@settings(max_examples=200)
@given(tables("ab"), st.lists(cells(KNOWN), min_size=12, max_size=12))
def test_a_certain_verdict_stands_whatever_the_unknown_turns_out_to_be(
    rows: tuple[ContrastRow, ...], filling: list[ContrastCell]
) -> None:
    waiting = iter(filling)
    settled = tuple(
        replace(
            row,
            cells=tuple(
                replace(next(waiting), party_id=one.party_id) if one.status not in RANKS else one for one in row.cells
            ),
        )
        for row in rows
    )
    before, after = relation(rows, "a", "b"), relation(settled, "a", "b")
    if is_certain(profile_of("a", rows), profile_of("b", rows)) and before != after:
        assert (before, after) in {(STRICTER, EQUAL), (LESS_STRICT, EQUAL)}


@given(tables("ab", KNOWN))
def test_what_is_wholly_known_is_certain(rows: tuple[ContrastRow, ...]) -> None:
    assert is_certain(profile_of("a", rows), profile_of("b", rows))


@given(tables("ab"))
def test_the_sentence_names_the_stricter(rows: tuple[ContrastRow, ...]) -> None:
    one, other = profile_of("a", rows), profile_of("b", rows)
    found = relation_of(one, other)
    said = sentence_of(("Acme", "Bolt"), found, differences(one, other), differences(other, one), str, ())
    begins = {
        STRICTER: "Acme is under the stricter law than Bolt: ",
        LESS_STRICT: "Bolt is under the stricter law than Acme: ",
        EQUAL: "Acme and Bolt are alike",
        INCOMPARABLE: "Neither is stricter in everything: ",
    }
    assert said.startswith(begins[found])


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("forbidden", "licensed_in_part"),
        ("licensed_in_part", "unconfirmed"),
        ("unconfirmed", "licensed"),
        ("licensed", "suspended"),
        ("suspended", "pending"),
        ("pending", "not_forbidden"),
    ],
)
def test_statuses_bind_in_this_order(more: str, less: str) -> None:
    cell = ContrastCell("a", "list", more, (), None, None, None, "", (), "", None)
    assert rank_of(cell) > rank_of(replace(cell, status=less))


def test_what_binds_no_longer_or_not_at_all_is_alike_and_an_earlier_start_is_stricter() -> None:
    cell = ContrastCell("a", "list", "ended", (), None, None, None, "", (), "", None)
    assert {rank_of(replace(cell, status=one)) for one in ("ended", "moot", "not_forbidden", "not_listed")} == {(0, 0)}
    early, late = (replace(cell, status="pending", from_=on) for on in ("2021-03-14", "2021-03-15T09:30:00-04:00"))
    assert rank_of(early) > rank_of(late)

"""Check digits by our own formulas: as the library of formats has them, which is slow to import."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import imo, lei
from stdnum.cn import uscc

from fasti.ledger.check_digits import is_imo, is_lei, is_uscc

Check = Callable[[str], bool]
LETTERS = st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
FIGURES = st.sampled_from("0123456789")
FULLWIDTH = str.maketrans("0123456789", "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19")


def _lei(text: str) -> bool:
    return len(text) == 20 and bool(lei.is_valid(text))


@pytest.mark.parametrize(
    ("ours", "theirs", "valid"),
    [
        (is_lei, _lei, "5493001KJTIIGC8Y1R12"),
        (is_imo, imo.is_valid, "9319466"),
        (is_imo, imo.is_valid, "8814275"),
        (is_uscc, uscc.is_valid, "91110000600037341L"),
    ],
)
def test_each_character_counts(ours: Check, theirs: Check, valid: str) -> None:
    assert ours(valid)
    for at, letter in enumerate(valid):
        for other in "0123456789AKZ":
            if other != letter:
                altered = valid[:at] + other + valid[at + 1 :]
                assert ours(altered) is bool(theirs(altered))
    assert not ours(valid[:-1])
    assert not ours(valid + "0")
    assert not ours("")


@given(st.text(LETTERS, min_size=18, max_size=18))
def test_an_lei_is_what_the_library_takes_for_one(text: str) -> None:
    for check in (f"{text}{lei_digits(text)}", f"{text}00"):
        assert is_lei(check) is _lei(check)


def lei_digits(text: str) -> str:
    """Return the check digits of an LEI's first 18 characters."""
    return f"{98 - int(''.join(str(int(one, 36)) for one in f'{text}00')) % 97:02d}"


@given(st.text(FIGURES, min_size=5, max_size=8))
def test_a_ship_s_number_is_what_the_library_takes_for_one(text: str) -> None:
    for last in "0123456789":
        assert is_imo(text + last) is bool(imo.is_valid(text + last))


@given(st.text(FIGURES, min_size=8, max_size=8), st.text(LETTERS, min_size=9, max_size=9))
def test_a_social_credit_code_is_what_the_library_takes_for_one(first: str, rest: str) -> None:
    for last in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        code = first + rest + last
        assert is_uscc(code) is bool(uscc.is_valid(code))


def test_figures_that_are_not_ascii_are_left_to_the_library() -> None:
    for ours, theirs, valid in ((is_imo, imo.is_valid, "9319466"), (is_uscc, uscc.is_valid, "91110000600037341L")):
        assert ours(valid.translate(FULLWIDTH)) is bool(theirs(valid.translate(FULLWIDTH)))

"""Rows of one entry are joined without losing what any of them says, and without ending the entry too early."""

import pytest

from fasti.model.identity import Name, NameKind
from fasti.model.listing import ENDED, LISTING, Address, Listing, StatedDate
from fasti.sources.trade.joining import PARTLY_ENDED, join


def _row(*ends: str) -> Listing:
    stated = (*(StatedDate(ENDED, one, "l", "End") for one in ends), StatedDate(LISTING, "2020-01-01", "l", "Start"))
    return Listing("k:1", names=(Name("Ore"),), stated=stated)


def test_every_name_address_and_remark_is_kept() -> None:
    """One primary name."""
    one = Listing("k:1", names=(Name("Ore"),), addresses=(Address("2 Road"),), remarks="First.")
    other = Listing(
        "k:1", names=(Name("ORE"), Name("O", NameKind.AKA)), addresses=(Address("1 Road"),), remarks="Second."
    )
    assert join([one, other]) == Listing(
        "k:1",
        names=(Name("Ore"), Name("ORE", NameKind.AKA), Name("O", NameKind.AKA)),
        addresses=(Address("1 Road"), Address("2 Road")),
        remarks="First.\nSecond.",
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([_row("2023-12-16"), _row("2030-12-16")], [(ENDED, "2030-12-16"), (PARTLY_ENDED, "2023-12-16")]),
        ([_row("2023-12-16"), _row("2023-12-16")], [(ENDED, "2023-12-16")]),
        ([_row("2023-12-16"), _row()], [(PARTLY_ENDED, "2023-12-16")]),
        ([_row(), _row()], []),
    ],
)
def test_an_entry_ends_with_the_last_of_its_rows(rows: list[Listing], expected: list[tuple[str, str]]) -> None:
    """And never while a row says nothing of an end."""
    assert [(one.what, one.on) for one in join(rows).stated if one.what != LISTING] == expected

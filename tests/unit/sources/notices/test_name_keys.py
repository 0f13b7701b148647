"""A key made from a name is the same for all ways to print that name, and another for any other name."""

import pytest

from fasti.sources.notices.dates import filed_on, printed_days
from fasti.sources.notices.keys import name_key


@pytest.mark.parametrize(
    "printed",
    [
        "Xi'an Muster & Co., Ltd.",
        "XI\u2019AN MUSTER AND Company Limited",
        "Xi\u2018an M\u00fcster & Co.,Ltd",
        "Xi'an  Muster & Co. Ltd",
    ],
)
def test_print_does_not_matter(printed: str) -> None:
    """Case, quotes, accents, punctuation, blanks, spelled-out legal forms."""
    assert name_key("us_dod_1260h", printed) == name_key("us_dod_1260h", "Xian Muster and Co Ltd")


def test_names_and_lists_matter() -> None:
    """A branch is not its parent, and an entry of one list is not one of another."""
    keys = {
        name_key("us_dod_1260h", "Muster Co., Ltd."),
        name_key("us_dod_1260h", "Muster (Tal) Co., Ltd."),
        name_key("us_dod_1260h", "Muster Corporation"),
        name_key("us_dhs_uflpa", "Muster Co., Ltd."),
    }
    assert len(keys) == 4
    assert all(len(key.partition(":")[2]) == 12 for key in keys)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("June 21, 2022.", ("2022-06-21",)),
        ("Updated: JANUARY 7, 2026 and March 18,2026", ("2026-01-07", "2026-03-18")),
        ("February 30, 2022", ()),
        ("06/21/2022", ()),
    ],
)
def test_printed_days(text: str, days: tuple[str, ...]) -> None:
    """Months in words; no date that does not exist."""
    assert printed_days(text) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("[FR Doc. 2025-00070 Filed 1-6-25; 8:45 am]", "2025-01-06"),
        ("[FR Doc. E9-1777 Filed 12-31-09; 4:15 pm]", "2009-12-31"),
        ("[FR Doc. 2025-00070 Filed 13-6-25; 8:45 am]", None),
        ("[FR Doc. 2025-00070]", None),
    ],
)
def test_the_day_of_filing(text: str, day: str | None) -> None:
    """When the public could first read it."""
    found = filed_on(text)
    assert (found.isoformat() if found else None) == day

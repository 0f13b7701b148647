"""What of the rulebook was wrong is data: dated, with what was said, what stands and why, and a news fragment each."""

from pathlib import Path

import pytest

from fasti.model.errors import BadInputError
from fasti.regimes.fixes import load_fixes, read_fixes

CHANGES = Path(__file__).resolve().parents[3] / "changes"
GOOD = """
[[fixes]]
on = "2026-11-28"
fragment = "x"
subject = "us.law.purchase/v1"
was = "Day 60 was not counted."
stands = "Day 60 is counted."
because = "The order says on or before."
citation = "EO 1 s.1"
"""


def test_every_fragment_on_the_record_has_its_fix() -> None:
    """`changes/+SLUG.record.md` is for readers of the change log, `fixes.toml` for `fasti rules`: both or neither."""
    slugs = {path.name.removeprefix("+").removesuffix(".record.md") for path in CHANGES.glob("*.record.md")}
    assert sorted(slugs - {one.fragment for one in load_fixes()}) == []


def test_fixes_come_by_date() -> None:
    older = GOOD.replace("2026-11-28", "2026-01-02").replace('"x"', '"y"')
    assert [one.fragment for one in read_fixes(GOOD + older)] == ["y", "x"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"2026-11-28"', '"2026-13-28"', "month"),
        ('was = "Day 60 was not counted."', 'was = ""', "purchase"),
        ('citation = "EO 1 s.1"', "", "citation"),
        ('fragment = "x"', 'fragment = "x"\nwho = "us"', "who"),
        ("[[fixes]]", "[[fix]]", "fix"),
    ],
)
def test_a_file_that_breaks_the_schema_is_refused(old: str, new: str, fault: str) -> None:
    with pytest.raises(BadInputError, match=fault):
        read_fixes(GOOD.replace(old, new, 1))

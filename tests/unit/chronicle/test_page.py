"""The page about the chronicle says what the chronicle holds."""

from pathlib import Path

from fasti.sources.chronicle.loader import load_chronicle

PAGE = Path(__file__).parents[3] / "docs" / "chronicle.md"


def _rows() -> list[str]:
    """Return the table of lists as it ought to be."""
    rows = []
    for claim in load_chronicle().coverage:
        acts = [act for act in load_chronicle().acts if act.list == claim.list]
        entries = {party.key for act in acts for party in act.parties}
        kind = "complete" if claim.complete_from else "extract"
        start, end = claim.complete_from or "-", claim.complete_to or "-"
        rows.append(f"| `{claim.list}` | {kind} | {start} | {end} | {len(acts)} | {len(entries)} |")
    return rows


def test_the_table_of_lists_is_that_of_the_shipped_chronicle() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("| `us_")] == _rows()


def test_every_file_of_the_folder_is_explained() -> None:
    text = PAGE.read_text(encoding="utf-8")
    names = {member.name for member in load_chronicle().members if not member.name.startswith("acts/")}
    assert sorted(name for name in names if f"`{name}`" not in text) == []

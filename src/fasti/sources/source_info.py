"""What the catalogue holds of a source, from the file in which it describes itself."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from fasti.model.catalog import SourceInfo
from fasti.tables.shipped import shipped

FOLDER = Path(__file__).parent
FILE = "source.toml"


@cache
def described() -> tuple[str, ...]:
    """Return the ids of the sources that describe themselves, sorted."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob(f"*/{FILE}")))


def description_table(source_id: str) -> dict[str, Any]:
    """Return the whole of what a source says of itself."""
    return shipped(f"sources/{source_id}/{FILE}")


def source_info(source_id: str, table: dict[str, Any]) -> SourceInfo:
    """Return what the catalogue holds of a source, from its table."""
    expected = table.get("expected", {})
    return SourceInfo(
        source_id=source_id,
        title=table["title"],
        lists=tuple(sorted(table.get("lists", ()))),
        zone=table["zone"],
        url=table["url"],
        max_loss=table["max_loss"],
        max_loss_per_year=table["max_loss_per_year"],
        stale_after_days=table["stale_after_days"],
        repeats_within_days=table.get("repeats_within_days"),
        least=expected.get("least", 0),
        most=expected.get("most"),
        filled=tuple(sorted(expected.get("filled", {}).items())),
        unchanged_after_days=expected.get("unchanged_after_days"),
        fetched=bool(table.get("fetch")),
        superseded_on=_day(table.get("superseded_on")),
        superseded_by=table.get("superseded_by", ""),
        keys=table.get("keys", ""),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)

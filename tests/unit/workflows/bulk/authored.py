"""A world with a party of each sort of verdict, and tables written for it."""

import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from fasti.model.act import ActKind
from fasti.model.entry import Coverage
from fasti.model.screened import ScreenAnswer
from fasti.workflows.bulk.files import Job, screen_file
from fasti.workflows.bulk.request import ScreenRequest
from fasti.workflows.settings import Settings
from tests.unit.ledger.worlds import LIST, OTHER, World, act, claims


def world() -> World:
    """Return a world in which `acme` is listed, `delta` was, and both lists are whole."""
    whole = claims(1, *(Coverage(one, "2020-01-01", "2025-12-31", "all") for one in (LIST, OTHER)))
    acts = (
        act("on", ActKind.LISTED, "2021-01-14", "acme"),
        act("then", ActKind.LISTED, "2021-01-14", "delta"),
        act("off", ActKind.DELISTED, "2021-06-01", "delta"),
    )
    return World().add(whole, *acts)


def run(
    settings: Settings, source: Path, out: Path, request: ScreenRequest | None = None, **options: object
) -> ScreenAnswer:
    """Screen a table in this process, three rows at a time."""
    job = replace(Job(source, out, workers=1, chunk=3), **options)  # type: ignore[arg-type] # by name
    return screen_file(settings, job, request or ScreenRequest(), lambda *_: None)


def rows_of(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines_of(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write(path: Path, lines: Sequence[str]) -> Path:
    """Write a table of lines."""
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path

"""`fasti sync` as cron runs it: several processes at once, quiet, with an exit code; and from within a running loop."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fasti.cli.schemas import schema_of
from tests.faults.publisher import publishing, serve, status
from tests.faults.syncs import CONS, CSV, SDN, Desk
from tests.surfaces.validation import faults

PROGRAM = [sys.executable, "-c", "from fasti.cli.main import run; run()", "sync"]
TOGETHER = 4


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with publishing() as publisher:
        desk = Desk(publisher, tmp_path)
        desk.serves()
        yield desk


def _start(desk: Desk, *arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "FASTI_DB": str(desk.settings.ledger), "FASTI_ADDRESSES": str(desk.addresses())}
    return subprocess.Popen(
        [*PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )


def test_processes_at_once_record_each_edition_once(desk: Desk) -> None:
    """Whoever comes second finds it there; nobody fails."""
    running = [_start(desk, "--format", "json") for _ in range(TOGETHER)]
    outputs = [one.communicate() for one in running]
    assert [(one.returncode, err) for one, (_, err) in zip(running, outputs, strict=True)] == [(0, "")] * TOGETHER
    outcomes = [view["outcome"] for out, _ in outputs for view in json.loads(out)["sources"]]
    assert sorted(outcomes) == ["admitted"] * 2 + ["unchanged"] * 2 * (TOGETHER - 1)
    assert (len(desk.editions(CONS)), len(desk.editions(SDN))) == (1, 1)


def test_the_answer_fits_its_schema_and_the_exit_code_its_outcome(desk: Desk) -> None:
    """A source that could not be had before one that was refused."""
    desk.publisher.does("/cons.xml", status(404))
    desk.publisher.does("/sdn.csv", serve(b"", media="text/plain"))
    running = _start(desk, "--format", "json")
    out, err = running.communicate()
    assert (running.returncode, err) == (4, "")
    schema = schema_of("sync")
    assert list(faults(json.loads(out), schema, schema)) == []
    refused = _start(desk, SDN)
    out, err = refused.communicate()
    assert (refused.returncode, err) == (3, "")
    assert "sdn.csv was refused: it is empty" in out


def test_a_running_loop_is_no_hindrance(desk: Desk) -> None:
    """A notebook has one."""

    async def within() -> list[str]:
        return [one.outcome for one in desk.sync().sources]

    assert asyncio.run(within()) == ["admitted", "admitted"]


def test_this_machine_is_asked_without_a_proxy(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A company's proxy could not reach it."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert desk.cons().outcome == "admitted"


def test_who_asks_says_who_it_is(desk: Desk) -> None:
    """And takes packed answers; each file is asked for once, the first of several a second time."""
    desk.sync(SDN)
    path, headers = desk.publisher.asked[0]
    assert (path, headers["User-Agent"], headers["Accept-Encoding"]) == ("/sdn.csv", "fasti/test", "gzip")
    assert desk.publisher.paths() == [f"/{one.name}" for one in CSV] + ["/sdn.csv"]

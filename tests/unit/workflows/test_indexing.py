"""The index beside a ledger: made when it is first needed, added to, made anew when it cannot be trusted, verified."""

import os
import shutil
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from fasti.index.keeping import CURRENT, read_current
from fasti.index.names import BULK_FROM, NameIndex
from fasti.index.segments import ARRAYS
from fasti.model.act import Party
from fasti.model.identity import Name, PartyKind
from fasti.workflows import indexing
from fasti.workflows.asking import CheckRequest
from fasti.workflows.checking import check
from fasti.workflows.indexing import names_of
from fasti.workflows.opening import open_ledger
from fasti.workflows.settings import Settings
from fasti.workflows.verification import verify
from tests.unit.ledger.authored import act

NAME = "Norvik Harbour Works"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "ledger.db", "fasti/test", clock=lambda: datetime(2026, 7, 1, tzinfo=UTC))


def _found(settings: Settings, name: str = "Xiaomi") -> list[str]:
    return [party.caption for party in check(settings, CheckRequest(name)).parties]


def _segments(settings: Settings) -> tuple[str, ...]:
    current = read_current(settings.index)
    assert current is not None
    return current.segments


def test_it_is_made_once_and_used_again(settings: Settings) -> None:
    told: list[str] = []
    with open_ledger(settings) as ledger:
        names_of(ledger, told.append)
        names_of(ledger, told.append)
    assert [one.split()[0] for one in told] == ["reading", "indexing"]
    assert _found(settings)


def _opened(settings: Settings) -> tuple[object, ...]:
    with open_ledger(settings) as ledger:
        return names_of(ledger).segments


def test_a_process_that_asks_again_has_it_open(settings: Settings) -> None:
    first = _opened(settings)
    assert _opened(settings) is first


def test_each_who_asks_is_told_what_takes_time(settings: Settings) -> None:
    with open_ledger(settings) as ledger:
        assert names_of(ledger, print).tell is print
        assert names_of(ledger).tell is None
        assert names_of(replace(ledger, long_lived=True)).long_lived
        assert not names_of(ledger).long_lived


def test_what_was_written_since_is_not_what_is_open(settings: Settings) -> None:
    first = _opened(settings)
    (segment,) = _segments(settings)
    path = settings.index / segment / ARRAYS
    data = bytearray(path.read_bytes())
    data[200] ^= 1
    path.write_bytes(data)
    assert _opened(settings) is not first
    assert _segments(settings) != (segment,)


def test_an_index_made_apart_is_made_once(settings: Settings) -> None:
    settings.index.write_text("no folder", encoding="utf-8")
    told: list[str] = []
    for _ in range(2):
        with open_ledger(settings) as ledger:
            names_of(ledger, told.append)
    assert [one.split()[0] for one in told] == ["reading", "indexing"]


def test_few_are_kept_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "HELD", 2)
    several = [Settings(tmp_path / f"{number}.db", "test") for number in range(3)]
    first = [_opened(one) for one in several]
    assert [_opened(one) is index for one, index in zip(several[::-1], first[::-1], strict=True)] == [True, True, False]


def test_names_asked_one_by_one_load_the_compiled_search_when_they_are_many(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    used: list[int] = []
    plainly = vars(NameIndex)["_plainly"]

    def compiled(self: NameIndex, *given: Any) -> object:  # noqa: ANN401 - handed on as it comes
        used.append(self.counters.asked)
        return plainly(self, *given)

    monkeypatch.setattr("fasti.index.names.kernel_is_loaded", lambda: False)
    monkeypatch.setattr("fasti.index.names.kernel_is_compiled", lambda: True)
    monkeypatch.setattr(NameIndex, "_compiled", compiled)
    for _ in range(BULK_FROM):
        with open_ledger(settings) as ledger:
            names_of(ledger).search([(NAME, PartyKind.UNKNOWN)], 0.9)
    assert set(used) == {BULK_FROM}


def test_what_the_ledger_gains_is_added(settings: Settings) -> None:
    before = _found(settings)
    segments = _segments(settings)
    with open_ledger(settings) as ledger:
        body = replace(act(1), list="us_dod_ccmc", parties=(Party("norvik", "norvik", (Name(NAME),)),))
        ledger.store.append(body, datetime(2026, 6, 1, tzinfo=UTC))
        index = names_of(ledger)
        assert [index.name(number).text for number in range(len(index))].count(NAME) == 1
    assert _segments(settings)[: len(segments)] == segments
    assert len(_segments(settings)) == len(segments) + 1
    assert _found(settings) == before


@pytest.mark.parametrize("harm", ["manifest", "arrays", "missing", "foreign", "cut"])
def test_what_cannot_be_trusted_is_made_anew(settings: Settings, harm: str) -> None:
    before = _found(settings)
    (segment,) = _segments(settings)
    if harm == "manifest":
        (settings.index / segment / "manifest.json").write_text("{}", encoding="utf-8")
    elif harm == "cut":
        os.truncate(settings.index / segment / ARRAYS, 100)
    elif harm == "missing":
        shutil.rmtree(settings.index / segment)
    elif harm == "arrays":
        (settings.index / CURRENT).write_text("no JSON", encoding="utf-8")
    else:
        text = (settings.index / CURRENT).read_text(encoding="utf-8")
        (settings.index / CURRENT).write_text(text.replace('"head": "', '"head": "9'), encoding="utf-8")
    assert _found(settings) == before
    assert _segments(settings) != (segment,) or harm in {"arrays", "foreign"}
    assert verify(settings).faults == ()


def test_altered_bytes_are_found_by_verify(settings: Settings) -> None:
    _found(settings)
    (segment,) = _segments(settings)
    path = settings.index / segment / ARRAYS
    data = bytearray(path.read_bytes())
    data[200] ^= 1
    path.write_bytes(data)
    assert [fault.code for fault in verify(settings).faults] == ["name_index_altered"]


def test_a_ledger_beside_which_nothing_can_be_written_answers(settings: Settings) -> None:
    before = _found(settings)
    shutil.rmtree(settings.index)
    settings.index.write_text("no folder", encoding="utf-8")
    assert _found(settings) == before


def test_readers_and_writers_do_not_disturb_each_other(settings: Settings) -> None:
    """Each thread finds the same while the index is deleted and made anew under it."""
    before = _found(settings)
    results: list[list[str]] = []

    def ask() -> None:
        for _ in range(3):
            (settings.index / CURRENT).unlink(missing_ok=True)
            results.append(_found(settings))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [before] * 9


def test_an_index_of_a_process_that_lives_long_loads_the_compiled_search_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    used: list[NameIndex] = []

    def compiled(self: NameIndex, *given: Any) -> object:  # noqa: ANN401 - handed on as it comes
        used.append(self)
        return plainly(self, *given)

    plainly = vars(NameIndex)["_plainly"]
    monkeypatch.setattr("fasti.index.names.kernel_is_loaded", lambda: False)
    monkeypatch.setattr(NameIndex, "_compiled", compiled)
    for long_lived in (False, True):
        with open_ledger(Settings(tmp_path / "ledger.db", "test", long_lived=long_lived)) as ledger:
            names_of(ledger).search([(NAME, PartyKind.UNKNOWN)], 0.9)
        assert bool(used) is long_lived

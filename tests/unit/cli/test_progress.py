"""What takes long is told on a terminal, once it has taken a while; in a pipe nothing is."""

from threading import Event

import pytest

from fasti.cli import progress


def _told(monkeypatch: pytest.MonkeyPatch, patience: float, *, terminal: bool, wait: float) -> list[str]:
    """Return the sentences shown while a command works for a time."""
    shown: list[str] = []
    seen = Event()

    def say(sentence: str) -> None:
        shown.append(sentence)
        seen.set()

    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setattr(progress, "say", say)
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    with progress.told() as tell:
        tell("reading the names of the ledger")
        tell("indexing 7 names")
        seen.wait(wait)
    return shown


def test_what_takes_long_is_told_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _told(monkeypatch, 0.05, terminal=True, wait=20)[-1:] == ["Indexing 7 names ..."]


def test_nothing_is_told_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _told(monkeypatch, 0.0, terminal=False, wait=0.2) == []


def test_what_is_quickly_done_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _told(monkeypatch, 60, terminal=True, wait=0) == []


def test_progress_is_told_while_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(progress, "PATIENCE", 0.02)
    monkeypatch.setattr(progress, "say", shown.append)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with progress.told() as tell:
        for number in range(2_000):
            tell(f"indexing, {number} read")
            Event().wait(0.001)
            if len(shown) > 1:
                break
    assert len({*shown}) == len(shown) == 2

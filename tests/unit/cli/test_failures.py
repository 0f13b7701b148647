"""Failures: one sentence and an exit code for every exception."""

import errno
import json

import pytest
import typer

from fasti.cli.failures import Failure, describe, lines_of, trace_of
from fasti.cli.text.printable import one_line
from fasti.model.errors import LedgerError, RefusedError, UnavailableError, UsageError


@pytest.mark.parametrize(
    ("error", "code"), [(UsageError, 2), (RefusedError, 3), (LedgerError, 3), (UnavailableError, 4)]
)
def test_our_own_errors_keep_sentence_and_code(error: type[Exception], code: int) -> None:
    assert describe(error("sdn.csv is empty: fetch it again")) == Failure("sdn.csv is empty: fetch it again.", code)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOENT, "No such file or directory: /x/y; check the path."),
        (errno.EACCES, "Permission denied: /x/y; choose another place, or change its permissions."),
        (errno.ENOSPC, "No space left on device: /x/y; make room and run the command again; nothing recorded is lost."),
        (errno.EIO, "Input/output error: /x/y; check the path and the device."),
    ],
)
def test_the_systems_errors_say_what_and_where(number: int, told: str) -> None:
    import os

    assert describe(OSError(number, os.strerror(number), "/x/y")) == Failure(told, 4)


def test_what_was_not_foreseen_asks_for_a_report() -> None:
    failure = describe(KeyError("x"))
    assert failure.exit_code == 70
    assert failure.sentence.startswith("Internal error (KeyError: 'x'): please report it")


def test_interruption_and_wrong_use() -> None:
    assert describe(KeyboardInterrupt()).exit_code == 130
    assert describe(typer.BadParameter("no such thing"), "See fasti screen --help.") == Failure(
        "Invalid value: no such thing. See fasti screen --help.", 2
    )


def test_with_json_the_last_line_is_the_error_answer() -> None:
    failure = Failure("now is not a date.", 2)
    assert lines_of(failure, as_json=False) == "now is not a date.\n"
    sentence, answer = lines_of(failure, as_json=True).splitlines()
    assert sentence == "now is not a date."
    assert json.loads(answer) == {"schema": "fasti/error/1", "error": "now is not a date.", "exit_code": 2}


def test_the_traceback_is_shown_on_request_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FASTI_DEBUG", raising=False)
    assert trace_of(KeyError("x")) == ""
    monkeypatch.setenv("FASTI_DEBUG", "1")
    assert "KeyError" in trace_of(KeyError("x"))


def test_a_message_is_one_line_without_control_characters() -> None:
    assert one_line("a\n b\x1b[2J") == "a b\\x1b[2J."

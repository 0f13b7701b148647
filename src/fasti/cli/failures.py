"""What a command that failed says, and the exit code it leaves; every failure is one sentence."""

import errno
import os
import traceback
from dataclasses import dataclass

import typer

from fasti.cli.codes import Exit
from fasti.cli.jsonform import to_json
from fasti.cli.text.printable import one_line
from fasti.model.errors import FastiError

SCHEMA = "fasti/error/1"
ADVICE = {
    errno.ENOENT: "check the path",
    errno.EACCES: "choose another place, or change its permissions",
    errno.EPERM: "choose another place, or change its permissions",
    errno.EROFS: "choose another place",
    errno.EISDIR: "give a file",
    errno.ENOTDIR: "give a folder",
    errno.ENOSPC: "make room and run the command again; nothing recorded is lost",
    errno.EDQUOT: "make room and run the command again; nothing recorded is lost",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed command: one sentence for a person, and the exit code."""

    sentence: str
    exit_code: int


def describe(error: BaseException, advice: str = "See fasti --help.") -> Failure:
    """Return what to say of an exception and which exit code it means.

    Args:
        error: What came up.
        advice: Where to look after wrong use; a sentence.
    """
    if isinstance(error, FastiError):
        return Failure(one_line(str(error)), error.exit_code)
    if isinstance(error, typer.TyperException):
        return Failure(f"{one_line(error.format_message())} {advice}", Exit.WRONG_USE)
    if isinstance(error, OSError):
        return Failure(_of_system(error), Exit.UNAVAILABLE)
    if isinstance(error, (KeyboardInterrupt, typer.Abort)):
        return Failure("Interrupted: what had been recorded stays recorded.", Exit.INTERRUPTED)
    kind = type(error).__name__
    return Failure(
        f"Internal error ({kind}: {one_line(str(error)).removesuffix('.')}): please report it with the command; "
        "with FASTI_DEBUG=1 the command prints where it happened.",
        Exit.INTERNAL,
    )


def lines_of(failure: Failure, *, as_json: bool) -> str:
    """Return what goes to stderr: the sentence and, where JSON was asked for, the error answer on the last line."""
    sentence = f"{failure.sentence}\n"
    if not as_json:
        return sentence
    from fasti.model.answer import ErrorAnswer

    return sentence + to_json(ErrorAnswer(SCHEMA, failure.sentence, failure.exit_code), indent=None) + "\n"


def trace_of(error: BaseException) -> str:
    """Return the traceback of an unexpected exception if the user asked for it, else nothing."""
    wanted = os.environ.get("FASTI_DEBUG")  # noqa: TID251 - a crash cannot ask the settings: they may be what crashed
    return "".join(traceback.format_exception(error)) if wanted else ""


def _of_system(error: OSError) -> str:
    what = error.strerror or type(error).__name__
    where = f": {os.fspath(error.filename)!s}" if error.filename is not None else ""
    advice = ADVICE.get(error.errno or 0, "check the path and the device")
    return one_line(f"{what}{where}; {advice}.")

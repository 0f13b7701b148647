"""Where an answer goes: to the terminal or pipe as text or JSON, or to a file as a page."""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from fasti.cli.jsonform import to_json
from fasti.cli.options import Format
from fasti.cli.text.document import Document
from fasti.cli.text.printable import one_line
from fasti.model.answer import NotScreened

PIPE_WIDTH = 100
LEAST_WIDTH, MOST_WIDTH = 50, 140


def show(answer: object, form: Format, build: Callable[[], Document], *, aside: bool = False) -> None:
    """Print an answer on stdout.

    Args:
        answer: The answer, for JSON.
        form: Text or JSON.
        build: Gives the document of the text form; called only if that is asked for.
        aside: Print it on stderr, because stdout has something else.
    """
    put = sys.stderr.write if aside else write
    if form is Format.JSON:
        put(to_json(answer) + "\n")
        return
    from fasti.cli.text.printing import render

    put(render(build(), width=text_width(), colour=not aside and _in_colour()))


def show_page(build: Callable[[], Document], path: Path | None) -> None:
    """Write an answer's document as a page, if a place for it is given.

    Raises:
        OSError: The place cannot be written.
    """
    if path is not None:
        from fasti.cli.html.page import document_page

        save(path, document_page(build()))


def write(text: str) -> None:
    """Write to stdout; a reader that closed the pipe early is no failure."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(sentence: str) -> None:
    """Write one line to stderr."""
    sys.stderr.write(f"{sentence}\n")


def say_missing(missing: Iterable[NotScreened]) -> None:
    """Say on stderr which required lists were not consulted, and what to do about it."""
    for one in missing:
        say(one_line(f"{one.list} was required and not consulted ({one.reason.replace('_', ' ')}): {one.remedy}"))


def save(path: Path, text: str) -> None:
    """Write a page as UTF-8.

    Raises:
        OSError: The place cannot be written.
    """
    path.write_text(text, encoding="utf-8")
    say(f"Wrote {path}.")


def _in_colour() -> bool:
    """Say whether stdout is a terminal whose user does not refuse colour (https://no-color.org)."""
    refused = os.environ.get("NO_COLOR")  # noqa: TID251 - a matter of this terminal, as its width is; no answer changes
    return sys.stdout.isatty() and not refused


def text_width() -> int:
    """Return the width to set text in: the terminal's within reason, or a fixed one in a pipe."""
    import shutil

    return max(LEAST_WIDTH, min(shutil.get_terminal_size((PIPE_WIDTH, 24)).columns, MOST_WIDTH))

"""`fasti screen`: a table of names in, a table of hits out."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from fasti.cli import listinfo, options, output, when
from fasti.cli.codes import FailOnRow
from fasti.cli.progress import shown
from fasti.cli.text.document import Document
from fasti.model.errors import UsageError


class TableForm(StrEnum):
    """Forms of a table."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


def screen(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A table of names: CSV, JSON or Parquet; - for standard input.")
    ],
    *,
    out: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="OUT", help="Where the table of hits goes; - for standard output."),
    ],
    input_format: Annotated[
        TableForm | None,
        typer.Option("--input-format", help="Form of FILE. Default: by its ending, of - by its beginning."),
    ] = None,
    output_format: Annotated[
        TableForm | None, typer.Option("--output-format", help="Form of OUT. Default: by its ending, of - CSV.")
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", metavar="ROLE=HEADING", help="Which column says what; may be repeated."),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="E", help="Encoding of a CSV file. Default: utf-8.")
    ] = None,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    list_: options.Lists = None,
    require: options.Require = None,
    threshold: options.Threshold = None,
    history: Annotated[
        bool, typer.Option("--history", help="Also give parties whose listings have ended, as history.")
    ] = False,
    fail_on: Annotated[
        FailOnRow | None, typer.Option("--fail-on", help="Exit 1 if a row is a match, or is possible or a match.")
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers", metavar="N", min=1, help="Processes. Default: one for each core, one for a short table."
        ),
    ] = None,
    restart: Annotated[
        bool, typer.Option("--restart", help="Begin anew instead of going on with an interrupted run.")
    ] = False,
    head: options.Head = None,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Screen every row of a table against the lists.

    The verdict of a row is that of `fasti check`. Exits 3 if a row could not be asked; the others were.
    """
    asked, known = when.parse_optional(as_of, "--as-of"), when.parse_optional(known_at, "--known-at")
    from fasti.cli import exits
    from fasti.cli.ledger import settings_of
    from fasti.cli.piped import DASH, unpiped
    from fasti.workflows.bulk.files import Job, screen_file
    from fasti.workflows.bulk.inputs import Reading
    from fasti.workflows.bulk.request import ScreenRequest

    request = ScreenRequest(
        asked, known, tuple(list_ or ()), tuple(require or ()), threshold, head=head, history=history
    )
    reading = Reading(input_format and input_format.value, _columns(column or []), encoding)
    job = Job(file, out, reading, output_format and output_format.value, workers, restart)
    with unpiped(job) as files, shown("Screening") as progress:
        answer = screen_file(settings_of(db), files, request, progress)

    def build() -> Document:
        from fasti.cli.text.screen import document

        return document(answer, listinfo.known_lists())

    output.show(answer, form, build, aside=out == DASH)
    output.say_missing(exits.not_consulted(answer.run, request.require))
    raise typer.Exit(exits.of_screen(answer, fail_on))


def _columns(given: list[str]) -> dict[str, tuple[str, ...]]:
    """Return role to headings.

    Raises:
        UsageError: One is not written `ROLE=HEADING`.
    """
    columns: dict[str, tuple[str, ...]] = {}
    for text in given:
        role, equals, heading = text.partition("=")
        if not equals or not role.strip() or not heading:
            raise UsageError(f"--column {text} is not ROLE=HEADING: write e.g. --column name='Legal name'.")
        columns[role.strip()] = (*columns.get(role.strip(), ()), heading)
    return columns

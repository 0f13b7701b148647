"""`fasti export`: the ledger handed on, or who was on its lists in a form that other tools read."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from fasti.cli import listinfo, options, output, when
from fasti.cli.text.document import Document
from fasti.model.errors import UsageError


class Shape(StrEnum):
    """What an export is written as."""

    FTM = "ftm"
    SIMPLE = "simple"


def export(
    path: Annotated[
        Path,
        typer.Argument(metavar="PATH", help="A folder to write into, made if it is not there; with --bundle, a file."),
    ],
    *,
    shape: Annotated[
        Shape | None,
        typer.Option(
            "--as",
            help="Write who was on the lists as FollowTheMoney (entities.ftm.json) or as simple CSV "
            "(targets.simple.csv). Default: ftm.",
        ),
    ] = None,
    lists: options.Lists = None,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    head: options.Head = None,
    bundle: Annotated[
        bool,
        typer.Option("--bundle", help="The whole ledger with its files, for `fasti ingest bundle`."),
    ] = False,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Write the ledger, or who was on its lists, out for others."""
    asked, known = when.parse_optional(as_of, "--as-of"), when.parse_optional(known_at, "--known-at")
    if bundle:
        if any(one is not None for one in (shape, lists or None, asked, known, head)):
            raise UsageError(
                "--bundle hands on the whole ledger: leave out --as, --list, --as-of, --known-at and --head."
            )
        _bundle(path, db, form)
        return
    from fasti.cli.ledger import settings_of
    from fasti.workflows.exporting import ExportRequest
    from fasti.workflows.exporting import export as run_export

    request = ExportRequest((shape or Shape.FTM).value, tuple(lists or ()), asked, known, head)
    answer = run_export(settings_of(db), path, request)

    def build() -> Document:
        from fasti.cli.text.export import document

        return document(answer, listinfo.known_lists())

    output.show(answer, form, build)


def _bundle(path: Path, db: str | None, form: options.Format) -> None:
    """Write the whole ledger."""
    from fasti.cli.ledger import settings_of
    from fasti.workflows.bundling import export_bundle

    answer = export_bundle(settings_of(db), path)

    def build() -> Document:
        from fasti.cli.text.bundle import exported

        return exported(answer)

    output.show(answer, form, build)

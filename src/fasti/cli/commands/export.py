"""`fasti export`: the ledger handed on, in one file."""

from pathlib import Path
from typing import Annotated

import typer

from fasti.cli import options, output
from fasti.cli.text.document import Document
from fasti.model.errors import UsageError


def export(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="What to write; a file with --bundle.")],
    *,
    bundle: Annotated[
        bool,
        typer.Option("--bundle", help="The whole ledger with its files, for `fasti ingest bundle`."),
    ] = False,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Write the ledger out for others."""
    if not bundle:
        raise UsageError("fasti export needs to know in which form: add --bundle.")
    from fasti.workflows.bundling import export_bundle
    from fasti.workflows.settings import Settings

    answer = export_bundle(Settings.from_environment(db), path)

    def build() -> Document:
        from fasti.cli.text.bundle import exported

        return exported(answer)

    output.show(answer, form, build)

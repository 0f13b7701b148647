"""`fasti ingest`: official files into the ledger."""

from pathlib import Path
from typing import Annotated

import typer

from fasti.cli import exits, options, output, when
from fasti.cli.progress import shown
from fasti.cli.text.document import Document


def ingest(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Id of the source, e.g. us_ofac_sdn.")],
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...",
            help="A file is one edition; a folder of dated names is a series; a folder with the source's member "
            "files is one edition.",
        ),
    ],
    *,
    seen_at: Annotated[
        str | None,
        typer.Option("--seen-at", metavar="T", help="When the files were seen. Default: the file's name, else now."),
    ] = None,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Read official files into the ledger.

    Exits 3 if an edition is refused or held; whatever was admitted stays.
    """
    seen = when.parse_optional(seen_at, "--seen-at")
    from fasti.workflows.ingesting import ingest as run_ingest
    from fasti.workflows.settings import Settings

    with shown(f"Ingesting {source}") as progress:
        answer = run_ingest(Settings.from_environment(db), source, tuple(paths), seen, progress)

    def build() -> Document:
        from fasti.cli.text.inventory import ingest_document

        return ingest_document(answer)

    output.show(answer, form, build)
    raise typer.Exit(exits.of_ingest(answer))

"""`fasti sync`: today's official files from their publishers into the ledger."""

from pathlib import Path
from typing import Annotated

import typer

from fasti.cli import options, output
from fasti.cli.progress import shown
from fasti.cli.text.document import Document


def sync(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SOURCE]...", help="Ids of sources. Default: every source whose addresses are known."),
    ] = None,
    *,
    addresses: Annotated[
        Path | None,
        typer.Option(
            "--addresses",
            metavar="FILE",
            help="Addresses in place of the package's. Default: the environment's FASTI_ADDRESSES.",
        ),
    ] = None,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Fetch the newest official files from their publishers.

    Exits 4 if a source could not be had, else 3 if an edition was refused or held; whatever was admitted stays.
    """
    from fasti.cli import exits
    from fasti.cli.ledger import settings_of
    from fasti.workflows.syncing import sync as run_sync

    with shown("Fetching") as progress:
        answer = run_sync(settings_of(db), tuple(sources or ()), addresses, progress)

    def build() -> Document:
        from fasti.cli.text.sync import document

        return document(answer)

    output.show(answer, form, build)
    raise typer.Exit(exits.of_sync(answer))

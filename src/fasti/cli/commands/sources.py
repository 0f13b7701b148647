"""`fasti sources`: what the ledger holds, whether it is fresh, and the release of a held edition."""

from typing import Annotated

import typer

from fasti.cli import listinfo, options, output
from fasti.cli.text.document import Document
from fasti.model.errors import UsageError


def sources(
    *,
    health: Annotated[
        bool, typer.Option("--health", help="Exit 1 if anything held is stale, held back or doubtful.")
    ] = False,
    accept: Annotated[
        str | None, typer.Option("--accept", metavar="EDITION", help="Release this held edition; needs --why.")
    ] = None,
    why: Annotated[
        str | None, typer.Option("--why", metavar="TEXT", help="The reason for --accept; it is recorded.")
    ] = None,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Show which editions are held, and how fresh they are."""
    from fasti.cli import exits
    from fasti.cli.ledger import settings_of
    from fasti.workflows import inventory

    if accept is not None and why is not None:
        answer = inventory.accept(settings_of(db), accept, why)
    elif accept is None and why is None:
        answer = inventory.sources(settings_of(db), health=health)
    else:
        raise UsageError("--accept and --why go together: name the edition, and the reason for releasing it.")

    def build() -> Document:
        from fasti.cli.text.inventory import sources_document

        return sources_document(answer, listinfo.known_lists())

    output.show(answer, form, build)
    if health:
        raise typer.Exit(exits.of_health(answer))

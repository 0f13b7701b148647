"""`fasti verify`: whether the ledger and archive are what was recorded."""

from typing import Annotated

import typer

from fasti.cli import options, output
from fasti.cli.text.document import Document


def verify(
    *,
    deep: Annotated[
        bool, typer.Option("--deep", help="Also read every edition again from the archive and compare.")
    ] = False,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Check the log, the archive and what is derived from them.

    Exits 1 if a fault is found.
    """
    from fasti.cli import exits
    from fasti.cli.ledger import settings_of
    from fasti.workflows.verification import verify as run_verify

    answer = run_verify(settings_of(db), deep=deep)

    def build() -> Document:
        from fasti.cli.text.inventory import verify_document

        return verify_document(answer)

    output.show(answer, form, build)
    raise typer.Exit(exits.of_verify(answer))

"""`fasti schema`: the JSON Schema of each answer."""

from typing import Annotated

import typer

from fasti.cli import options, output
from fasti.cli.text.document import Document


def schema(
    answer: Annotated[
        str | None, typer.Argument(metavar="[ANSWER]", help="Which answer, e.g. check. Default: a list of all.")
    ] = None,
    *,
    db: options.Db = None,  # noqa: ARG001 - accepted after every subcommand; no ledger is read here
    form: options.Form = options.Format.TEXT,
) -> None:
    """Print the JSON Schema of an answer, or list the answers."""
    from fasti.cli import schemas

    if answer is not None:
        output.write(schemas.schema_text(answer))
        return

    def build() -> Document:
        from fasti.cli.text.schema import document

        return document()

    output.show(schemas.all_schemas(), form, build)

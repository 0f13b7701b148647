"""`fasti decide`: two keys are one party, or are not."""

from enum import StrEnum
from typing import Annotated

import typer

from fasti.cli import options, output
from fasti.cli.text.document import Document


class Kind(StrEnum):
    """What is decided."""

    SAME_AS = "same-as"
    NOT_SAME_AS = "not-same-as"


def decide(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help="same-as or not-same-as.")],
    first: Annotated[str, typer.Argument(metavar="KEY", help="A key as check shows it, e.g. ofac:17018.")],
    second: Annotated[str, typer.Argument(metavar="KEY", help="The other key.")],
    *,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="What shows it; it is kept in the log.")],
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Record that two keys are one party, or are not."""
    from fasti.cli.ledger import settings_of
    from fasti.workflows import deciding

    answer = deciding.decide(settings_of(db), kind.value.replace("-", "_"), (first, second), why)

    def build() -> Document:
        from fasti.cli.text.decide import document

        return document(answer)

    output.show(answer, form, build)

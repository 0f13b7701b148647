"""`fasti list`: who was on a list at a vantage."""

from typing import Annotated

import typer

from fasti.cli import listinfo, options, output, when
from fasti.cli.text.document import Document


def list_(
    list_id: Annotated[str, typer.Argument(metavar="LIST", help="Id of a list, e.g. us_ofac_sdn.")],
    *,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    head: options.Head = None,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Show who was on a list on a date."""
    asked, known = when.parse_optional(as_of, "--as-of"), when.parse_optional(known_at, "--known-at")
    from fasti.cli.ledger import settings_of
    from fasti.workflows.listings import list_entries

    answer = list_entries(settings_of(db), list_id, asked, known, head)

    def build() -> Document:
        from fasti.cli.text.listing import document

        return document(answer, listinfo.known_lists())

    output.show(answer, form, build)

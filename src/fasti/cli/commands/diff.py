"""`fasti diff`: what changed on a list or in a source between two moments."""

from typing import Annotated

import typer

from fasti.cli import listinfo, options, output, when
from fasti.cli.text.document import Document

EVERY = "all"
"""In place of a source or list: every list, one by one."""


def diff(
    subject: Annotated[
        str, typer.Argument(metavar="SOURCE|LIST|all", help="Id of a source or of a list; all: every list, one by one.")
    ],
    *,
    from_: Annotated[str, typer.Option("--from", metavar="T", help="The earlier date or instant.")],
    to: Annotated[str, typer.Option("--to", metavar="T", help="The later date or instant.")],
    head: options.Head = None,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Show what was added, removed and amended."""
    start, end = when.parse_when(from_, "--from"), when.parse_when(to, "--to")
    from fasti.cli.ledger import settings_of
    from fasti.workflows.differences import diff as run_diff
    from fasti.workflows.differences import diff_all

    settings = settings_of(db)
    if subject == EVERY:
        told = diff_all(settings, start, end, head)

        def build_all() -> Document:
            from fasti.cli.text.difference import ledger_document

            return ledger_document(told, listinfo.known_lists())

        output.show(told, form, build_all)
        return
    answer = run_diff(settings, subject, start, end, head)

    def build() -> Document:
        from fasti.cli.text.difference import document

        return document(answer, listinfo.known_lists())

    output.show(answer, form, build)

"""`fasti demo`: the Xiaomi story, offline."""

from pathlib import Path
from typing import Annotated

import typer

from fasti.cli import listinfo, options, output
from fasti.cli.text.document import Document


def demo(
    *,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Also write the story as a page.")] = None,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Tell the Xiaomi story from the shipped record, offline.

    One company on several dates, one date as known on two others, and four claims of the press against the record.
    """
    from fasti.cli.ledger import settings_of
    from fasti.workflows.demonstration import demo as run_demo

    answer = run_demo(settings_of(db))

    def build() -> Document:
        from fasti.cli.text.demo import document

        return document(answer, listinfo.known_lists())

    if html is not None:
        from fasti.cli.html.page import demo_page

        output.save(html, demo_page(answer, listinfo.known_lists()))
    output.show(answer, form, build)

"""`fasti rules`: the rules with their versions, and what changed."""

from datetime import date, datetime
from typing import Annotated

import typer

from fasti.cli import listinfo, options, output, when
from fasti.cli.text.document import Document
from fasti.model.errors import UsageError


def rules(
    *,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="D", help="Only changes and corrections from this date on. Default: all."),
    ] = None,
    policies: Annotated[
        bool, typer.Option("--policies", help="Show the choices that the law leaves, and nothing else.")
    ] = False,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    html: options.Html = None,
    head: options.Head = None,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """List the rules with their versions, and what changed: the law, and apart from it our record.

    Each version says whether its primary text was read, and how sure the reading is.
    """
    asked, known = when.parse_optional(as_of, "--as-of"), when.parse_optional(known_at, "--known-at")
    begin = _day(since)
    from fasti.cli.ledger import settings_of
    from fasti.workflows.rulebook import rules as run_rules

    answer = run_rules(settings_of(db), begin, asked, known, head)

    def build() -> Document:
        from fasti.cli.text.rules import document

        return document(answer, listinfo.known_lists(), policies=policies)

    output.show_page(build, html)
    output.show(answer, form, build)


def _day(since: str | None) -> date | None:
    day = when.parse_optional(since, "--since")
    if isinstance(day, datetime):
        raise UsageError(f"{since} is an instant (--since): laws change from days; give a date.")
    return day

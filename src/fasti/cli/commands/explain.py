"""`fasti explain`: one screen on the law behind a list."""

from typing import Annotated

import typer

from fasti.cli import listinfo, options, output, policies, when
from fasti.cli.text.document import Document


def explain(
    list_id: Annotated[str, typer.Argument(metavar="LIST", help="Id of a list, e.g. us_ofac_ns_cmic.")],
    *,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    all_: Annotated[
        bool, typer.Option("--all", help="Tell every version and source in the text, however many there are.")
    ] = False,
    policy: options.Policies = None,
    html: options.Html = None,
    head: options.Head = None,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Say what follows from a list: who is bound, to what, from when, and how one leaves it.

    With exceptions, ownership, every version of the rules with dates and citations, and how sure they are.
    """
    asked, known = when.parse_optional(as_of, "--as-of"), when.parse_optional(known_at, "--known-at")
    from fasti.cli.ledger import settings_of
    from fasti.workflows.explaining import explain as run_explain

    followed = policies.parse_policies(policy)
    answer = run_explain(settings_of(db), list_id, asked, known, head, followed)

    def build() -> Document:
        from fasti.cli.text.explanation import document

        return document(answer, listinfo.known_lists(), full=all_)

    output.show_page(build, html)
    output.show(answer, form, build)

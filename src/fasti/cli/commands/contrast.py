"""`fasti contrast`: parties side by side under the law."""

from typing import Annotated

import typer

from fasti.cli import listinfo, options, output, policies, when
from fasti.cli.text.document import Document
from fasti.model.conduct import Conduct


def contrast(
    parties: Annotated[
        list[str], typer.Argument(metavar="PARTY PARTY...", help="Names or keys of the parties, at least two.")
    ],
    *,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    actor: options.Actors = None,
    act: Annotated[
        list[Conduct] | None,
        typer.Option("--act", metavar="ACT", help="Only this act; may be repeated. Default: all that a rule reaches."),
    ] = None,
    list_: options.Lists = None,
    policy: options.Policies = None,
    html: options.Html = None,
    head: options.Head = None,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Set parties side by side: acts down, party and list across, and which is under the stricter law.

    A cell says forbidden, not forbidden by this list, licensed in part, suspended, pending, or that it is not known.
    """
    asked, known = when.parse_optional(as_of, "--as-of"), when.parse_optional(known_at, "--known-at")
    from fasti.cli.ledger import settings_of
    from fasti.workflows.contrasting import ContrastRequest
    from fasti.workflows.contrasting import contrast as run_contrast

    request = ContrastRequest(
        names=tuple(parties),
        as_of=asked,
        known_at=known,
        actors=tuple(actor or ()),
        acts=tuple(act or ()),
        lists=tuple(list_ or ()),
        head=head,
        policies=policies.parse_policies(policy),
    )
    answer = run_contrast(settings_of(db), request)

    def build() -> Document:
        from fasti.cli.text.contrast import document

        return document(answer, listinfo.known_lists())

    output.show_page(build, html)
    output.show(answer, form, build)

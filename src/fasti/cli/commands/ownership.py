"""`fasti ownership`: who is reached through stakes."""

from pathlib import Path
from typing import Annotated

import typer

from fasti.cli import listinfo, options, output, policies, when
from fasti.cli.text.document import Document


def ownership(
    stakes: Annotated[
        list[Path],
        typer.Argument(
            metavar="STAKES...",
            help="Files of stakes: CSV (owner,asset,share), FollowTheMoney JSON lines or GLEIF relationship records.",
        ),
    ],
    *,
    assume: Annotated[
        list[str] | None,
        typer.Option("--assume", metavar="PARTY:LIST", help="Take a party to be on a list; may be repeated."),
    ] = None,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    actor: options.Actors = None,
    list_: options.Lists = None,
    links: Annotated[
        bool,
        typer.Option("--links", help="Take in parents and subsidiaries that the lists state, without a share."),
    ] = False,
    every: Annotated[bool, typer.Option("--all", help="In the text form, show those not reached one by one.")] = False,
    policy: options.Policies = None,
    head: options.Head = None,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Show which companies are reached through their owners, by which rule and sum."""
    asked, known = when.parse_optional(as_of, "--as-of"), when.parse_optional(known_at, "--known-at")
    from fasti.cli.ledger import settings_of
    from fasti.workflows.owning import OwnershipRequest, reached

    request = OwnershipRequest(
        stakes=tuple(stakes),
        assume=tuple(assume or ()),
        as_of=asked,
        known_at=known,
        actors=tuple(actor or ()),
        lists=tuple(list_ or ()),
        head=head,
        policies=policies.parse_policies(policy),
        links=links,
    )
    answer = reached(settings_of(db), request)

    def build() -> Document:
        from fasti.cli.text.ownership import document

        return document(answer, listinfo.known_lists(), every=every)

    output.show(answer, form, build)

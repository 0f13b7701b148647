"""`fasti check`: what applied to a party at a vantage."""

from pathlib import Path
from typing import Annotated

import typer

from fasti.cli import dated_events, listinfo, options, output, policies, when
from fasti.cli.codes import FailOn
from fasti.cli.progress import told
from fasti.cli.text.document import Document


def check(
    name: options.Name,
    *,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    actor: options.Actors = None,
    act: options.Act = None,
    list_: options.Lists = None,
    require: options.Require = None,
    threshold: options.Threshold = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Show the steps by which each effect was decided, how the score came about and what was run.",
        ),
    ] = False,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Also write the answer as a page.")
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option("--fail-on", help="Exit 1 if a party found is listed, is under an effect, or matches at all."),
    ] = None,
    clock: Annotated[
        options.Clock | None,
        typer.Option("--clock", help="Short for --policy us.clock=VALUE: how clock times in orders are read."),
    ] = None,
    policy: options.Policies = None,
    event: Annotated[
        list[str] | None,
        typer.Option(
            "--event",
            metavar="KIND=DATE",
            help="Something that happened, from which duties are counted: blocked=2024-03-04; may be repeated.",
        ),
    ] = None,
    head: options.Head = None,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Say what applied to a party on a date, and why.

    The answer names whom it binds, from when until when, the evidence, and what was not screened.
    """
    asked, known = when.parse_optional(as_of, "--as-of"), when.parse_optional(known_at, "--known-at")
    from fasti.cli import exits
    from fasti.cli.ledger import settings_of
    from fasti.workflows.asking import CheckRequest
    from fasti.workflows.checking import check as run_check

    request = CheckRequest(
        name=name,
        as_of=asked,
        known_at=known,
        actors=tuple(actor or ()),
        act=act,
        lists=tuple(list_ or ()),
        require=tuple(require or ()),
        threshold=threshold,
        head=head,
        policies=policies.parse_policies(policy, ("us.clock", clock.value if clock else None)),
        events=dated_events.parse_events(event),
    )
    with told() as tell:
        answer = run_check(settings_of(db), request, tell=tell)

    def build() -> Document:
        from fasti.cli.text.check import document

        return document(answer, listinfo.known_lists(), explain=explain)

    if html is not None:
        from fasti.cli.html.page import check_page

        output.save(html, check_page(answer, listinfo.known_lists(), explain=explain))
    output.show(answer, form, build)
    output.say_missing(exits.not_consulted(answer.run, request.require))
    raise typer.Exit(exits.of_check(answer, fail_on, request.require))

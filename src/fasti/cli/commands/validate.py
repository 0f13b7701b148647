"""`fasti validate`: how much of what should be found is found, and how much else is."""

from pathlib import Path
from typing import Annotated

import typer

from fasti.cli import listinfo, options, output, when
from fasti.cli.progress import shown
from fasti.cli.text.document import Document


def validate(
    *,
    parties: Annotated[
        int, typer.Option("--parties", metavar="N", min=0, help="Listed parties whose names are changed.")
    ] = 200,
    negatives_count: Annotated[
        int, typer.Option("--made-up", metavar="N", min=0, help="Made-up parties that should not be found.")
    ] = 2000,
    left_out: Annotated[
        int, typer.Option("--left-out", metavar="N", min=0, help="Listed parties of which one name is left out.")
    ] = 2000,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Ask with birth date and country, not by name alone.")
    ] = False,
    recipe: Annotated[
        list[str] | None,
        typer.Option("--recipe", metavar="NAME", help="Change names by this recipe only; may be repeated."),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Of every choice: the same seed repeats a run.")] = 1,
    positives: Annotated[
        Path | None,
        typer.Option("--positives", metavar="FILE", help="Names that should be found, in place of changed ones."),
    ] = None,
    negatives: Annotated[
        Path | None,
        typer.Option("--negatives", metavar="FILE", help="Names that should not, in place of made-up ones."),
    ] = None,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    list_: options.Lists = None,
    threshold: options.Threshold = None,
    html: options.Html = None,
    head: options.Head = None,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Measure what screening finds: the lists' own parties under changed names, and made-up parties.

    The report names every recipe and every miss, and repeats with the same seed on the same ledger.
    """
    asked, known = when.parse_optional(as_of, "--as-of"), when.parse_optional(known_at, "--known-at")
    from fasti.cli.ledger import settings_of
    from fasti.workflows.validating.validate import ValidateRequest
    from fasti.workflows.validating.validate import validate as run_validate

    request = ValidateRequest(
        as_of=asked,
        known_at=known,
        lists=tuple(list_ or ()),
        threshold=threshold,
        head=head,
        seed=seed,
        parties=parties,
        left_out=left_out,
        negatives=negatives_count,
        evidence=evidence,
        recipes=tuple(recipe or ()),
        positives_file=positives,
        negatives_file=negatives,
    )
    with shown("Validating") as progress:
        answer = run_validate(settings_of(db), request, progress)

    def build() -> Document:
        from fasti.cli.text.validate import document

        return document(answer, listinfo.known_lists())

    if html is not None:
        from fasti.cli.html.page import document_page

        output.save(html, document_page(build()))
    output.show(answer, form, build)

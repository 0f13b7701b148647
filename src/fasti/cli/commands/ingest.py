"""`fasti ingest`: official files into the ledger."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from fasti.cli import options, output, when
from fasti.cli.progress import shown
from fasti.cli.text.document import Document
from fasti.model.errors import UsageError
from fasti.model.moment import end_of_day

BUNDLE = "bundle"
"""Stands in the place of a source id."""


def ingest(
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="Id of the source, e.g. us_ofac_sdn; bundle for a bundle.")
    ],
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...",
            help="A file is one edition; a folder of dated names is a series; a folder with the source's member "
            "files is one edition.",
        ),
    ],
    *,
    seen_at: Annotated[
        str | None,
        typer.Option("--seen-at", metavar="T", help="When they were seen. Default: the file's name, else now."),
    ] = None,
    dataset: Annotated[
        str | None,
        typer.Option("--dataset", metavar="NAME", help="Of exchange files: the series to keep them in, by dataset."),
    ] = None,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Read official files into the ledger.

    Exits 3 if an edition is refused or held; whatever was admitted stays. A bundle is taken whole or not at all.
    """
    if source == BUNDLE:
        _take_bundle(paths, seen_at, db, form)
        return
    seen = _instant(seen_at, source)
    from fasti.cli import exits
    from fasti.cli.ledger import settings_of
    from fasti.workflows.ingesting import ingest as run_ingest

    with shown(f"Ingesting {source}") as progress:
        answer = run_ingest(settings_of(db), source, tuple(paths), seen, progress, dataset=dataset or "")

    def build() -> Document:
        from fasti.cli.text.inventory import ingest_document

        return ingest_document(answer)

    output.show(answer, form, build)
    raise typer.Exit(exits.of_ingest(answer))


def _take_bundle(paths: list[Path], seen_at: str | None, db: str | None, form: options.Format) -> None:
    """Take in what `fasti export --bundle` wrote."""
    if len(paths) != 1 or seen_at is not None:
        raise UsageError("fasti ingest bundle takes one file, which says itself when its editions were seen.")
    from fasti.cli.ledger import settings_of
    from fasti.workflows.bundling import ingest_bundle

    with shown("Taking in the bundle") as progress:
        answer = ingest_bundle(settings_of(db), paths[0], progress)

    def build() -> Document:
        from fasti.cli.text.bundle import taken_in

        return taken_in(answer)

    output.show(answer, form, build)


def _instant(text: str | None, source: str) -> datetime | None:
    """Read `--seen-at`; a date counts to the end of that day where the publisher is."""
    seen = when.parse_optional(text, "--seen-at")
    if seen is None or isinstance(seen, datetime):
        return seen
    from fasti.sources.catalog import load_catalog

    info = load_catalog().sources.get(source)
    return end_of_day(seen, info.zone if info else "UTC")

"""`fasti backfill`: the history of a source out of an archive."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fasti.cli import options, output, when
from fasti.cli.progress import shown
from fasti.cli.text.document import Document
from fasti.model.errors import UsageError
from fasti.model.moment import end_of_day, start_of_day

if TYPE_CHECKING:
    from fasti.workflows.past import Past
    from fasti.workflows.settings import Settings


def backfill(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Id of the source, e.g. us_bis_entity.")],
    *,
    from_git: Annotated[
        Path | None,
        typer.Option("--from-git", metavar="REPO", help="Each commit that changed --path, at its commit time."),
    ] = None,
    path: Annotated[
        list[str] | None,
        typer.Option("--path", metavar="FILE", help="With --from-git: the file; again for other member files."),
    ] = None,
    from_folder: Annotated[
        Path | None, typer.Option("--from-folder", metavar="DIR", help="Each dated file or folder in this folder.")
    ] = None,
    notices: Annotated[
        Path | None,
        typer.Option("--notices", metavar="DIR", help="Keep documents of the Federal Register there, to be read."),
    ] = None,
    changes: Annotated[
        list[Path] | None,
        typer.Option("--changes", metavar="FILE", help="OFAC's yearly archive of changes, as text; may be repeated."),
    ] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="T", help="Only what was seen from then on.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="T", help="Only what was seen by then.")] = None,
    url: Annotated[
        str | None, typer.Option("--url", metavar="URL", help="Ask the public archive at this address.")
    ] = None,
    pause: Annotated[
        float, typer.Option("--pause", metavar="SECONDS", min=0.0, help="Between two requests to an archive.")
    ] = 1.0,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Build the history of a source from an archive.

    Without --from-git or --from-folder: from the public archive of the source. What the ledger has is not asked for
    again, so a run that was stopped goes on. Exits 3 if an edition is refused or held, 4 if one could not be had.
    """
    bounds = _bound(since, "--since", source), _bound(until, "--until", source)
    from fasti.cli import exits
    from fasti.cli.ledger import settings_of
    from fasti.workflows import backfilling
    from fasti.workflows.notices import keep_notices
    from fasti.workflows.yearly_changes import backfill_changes

    settings = settings_of(db)
    ways = (from_git, from_folder, notices, changes or None)
    if bool(path) != (from_git is not None) or sum(one is not None for one in ways) > 1:
        raise UsageError("Give one of --from-git with --path, --from-folder, --notices and --changes, or none.")
    with shown(f"Backfilling {source}") as progress:
        if changes:
            answer = backfill_changes(settings, source, changes)
        elif notices is not None:
            days = tuple(None if one is None else one.date() for one in bounds)
            answer = keep_notices(settings, source, notices, (days[0], days[1]), (url, pause), progress)
        else:
            git = (from_git, path or []) if from_git else None
            archive, past = _past(settings, source, git, from_folder, (url, pause))
            answer = backfilling.backfill(settings, source, archive, backfilling.between(past, *bounds), progress)

    def build() -> Document:
        from fasti.cli.text.backfill import document

        return document(answer)

    output.show(answer, form, build)
    raise typer.Exit(exits.of_backfill(answer))


def _past(
    settings: "Settings",
    source: str,
    from_git: tuple[Path, list[str]] | None,
    from_folder: Path | None,
    public: tuple[str | None, float],
) -> "tuple[str, list[Past]]":
    """Return where the history comes from, and the past editions there."""
    from fasti.workflows import backfilling

    if from_git is not None:
        return str(from_git[0]), backfilling.of_git(source, *from_git)
    if from_folder is not None:
        return str(from_folder), backfilling.of_folder(source, from_folder)
    return backfilling.of_archive(settings, source, *public)


def _bound(text: str | None, option: str, source: str) -> datetime | None:
    """Read a bound; a date counts from its beginning or to its end where the publisher is."""
    found = when.parse_optional(text, option)
    if found is None or isinstance(found, datetime):
        return found
    from fasti.sources.catalog import load_catalog

    info = load_catalog().sources.get(source)
    zone = info.zone if info else "UTC"
    return start_of_day(found, zone) if option == "--since" else end_of_day(found, zone)

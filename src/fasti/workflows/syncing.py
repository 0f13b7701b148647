"""`sync`: today's official files from their publishers into the ledger; one source's failure is not another's."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from fasti.ledger.archive import Archive
from fasti.model.answer import IngestedView
from fasti.model.errors import BadInputError, FastiError, RefusedError, UnavailableError, UsageError
from fasti.model.moment import Moment
from fasti.model.sync import FetchedView, SyncAnswer, SyncedView
from fasti.sources.addresses import Places, places_in
from fasti.sources.catalog import load_catalog
from fasti.sources.description import describe
from fasti.sources.drafting import Memo, RawMember
from fasti.sources.reading import READERS
from fasti.sources.source_info import described
from fasti.workflows.fetch_rules import Limits
from fasti.workflows.gathering import Errand, Gathered, Had, Tell, bytes_of, gather
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.remembering import recall, remember
from fasti.workflows.settings import Settings
from fasti.workflows.taking import Seen, take, unchanged_edition, with_admissions

SCHEMA = "fasti/sync/1"
LIMITS = Limits()

Progress = Callable[[int, int, str], None]
"""Told how many files are done, how many there are, and which one is being fetched."""


def sync(
    settings: Settings,
    sources: Sequence[str] = (),
    addresses: Path | None = None,
    progress: Progress | None = None,
    limits: Limits = LIMITS,
) -> SyncAnswer:
    """Fetch the newest official files, and offer those that are new to the ledger as editions.

    Args:
        settings: Clock and place of the ledger.
        sources: Source ids; none means every source whose addresses are known.
        addresses: TOML file with addresses in place of the package's, by source; `None`: as the settings say.
        progress: Told of each file.
        limits: Bounds on what is fetched.

    Raises:
        UsageError: A source is unknown, or nobody says where its files are.
        BadInputError: The file of addresses cannot be used.
        UnavailableError: That file, the archive or the ledger cannot be had.
    """
    errands = _errands(settings, _places(addresses or settings.addresses), sources)
    total = sum(len(one.addresses) for one in errands)
    views: list[SyncedView] = []
    crash: Exception | None = None
    with open_ledger(settings) as ledger:
        done = 0
        for errand in errands:
            try:
                views.append(_sync(ledger, settings, errand, limits, _teller(progress, done, total)))
            except (FastiError, OSError):
                raise  # of the ledger: nothing can be recorded
            except Exception as error:  # noqa: BLE001 - a reader that stumbles must not keep the other sources out
                crash = crash or error
            done += len(errand.addresses)
        if crash is not None:
            raise crash
        seq, link = ledger.store.head()
        return SyncAnswer(SCHEMA, f"{seq}:{link}", _marked(ledger, settings, views))


def _places(addresses: Path | None) -> dict[str, Places]:
    """Return the addresses of every source: the package's, or those of a file in their place."""
    shipped = {source: describe(source).places for source in described()}
    return {**shipped, **(_read(addresses) if addresses else {})}


def _read(path: Path) -> dict[str, Places]:
    try:
        return places_in(tomllib.loads(path.read_text(encoding="utf-8")), str(path))
    except OSError as error:
        raise UnavailableError(f"{path} cannot be read ({error.strerror}): check its name and permissions.") from error
    except ValueError as error:
        raise BadInputError(f"{path} is not TOML ({error}): give a table of addresses for each source.") from error


def _errands(settings: Settings, places: Mapping[str, Places], sources: Sequence[str]) -> list[Errand]:
    """Return what to fetch, one errand for each source and format."""
    readable = {source for source, _ in READERS}
    known = [source for source in described() if source in readable and places[source].addresses]
    unknown = sorted({*sources, *places} - set(described()))
    if unknown:
        raise UsageError(f"There is no source {unknown[0]}: use one of {', '.join(known)}.")
    missing = [source for source in sources if source not in known]
    if missing:
        raise UsageError(
            f"Nobody says where the files of {missing[0]} are: name them in a file for --addresses, or fetch them "
            f"yourself and run `fasti ingest {missing[0]} PATH`."
        )
    now = settings.now()
    return [
        Errand(source, form, tuple(one for one in addresses if one.form == form), domains, settings.engine, now)
        for source in (dict.fromkeys(sources) or known)
        for addresses, domains in [(places[source].addresses, places[source].domains)]
        for form in dict.fromkeys(one.form for one in addresses)
    ]


def _sync(ledger: Ledger, settings: Settings, errand: Errand, limits: Limits, tell: Tell) -> SyncedView:
    """Fetch the files of one edition and offer them to the ledger."""
    known = recall(ledger.store, errand.source)
    gathered = gather(errand, ledger.archive, known, limits, tell)
    if gathered.error is not None:
        return _failed(errand, gathered, gathered.error)
    seen_at = settings.now()
    view = unchanged_edition(ledger, errand.source, {one.file.sha256 for one in gathered.had})
    if view is None:
        try:
            members = _members(errand, gathered.had, ledger.archive, limits)
        except (UnavailableError, RefusedError) as error:
            return _failed(errand, gathered, error)
        view = take(ledger, settings, errand.source, members, Seen(seen_at, live=True), Memo())
    if view.outcome != "refused":
        remember(ledger.store, errand.source, {one.address.url: one.file for one in gathered.had}, seen_at)
    seen = str(Moment.of(seen_at, load_catalog().sources[errand.source].zone))
    return SyncedView(errand.source, errand.form, view.outcome, view.reason, seen, _files(errand, gathered), view)


def _members(errand: Errand, had: Sequence[Had], archive: Archive, limits: Limits) -> list[RawMember]:
    return [RawMember(one.address.role, one.address.name, bytes_of(errand, one, archive, limits)) for one in had]


def _failed(errand: Errand, gathered: Gathered, error: FastiError) -> SyncedView:
    outcome = "refused" if isinstance(error, RefusedError) else "unavailable"
    return SyncedView(errand.source, errand.form, outcome, str(error), None, _files(errand, gathered), None)


def _files(errand: Errand, gathered: Gathered) -> tuple[FetchedView, ...]:
    """Return the files asked for, the one that failed last."""
    views = [
        FetchedView(
            one.address.role,
            one.address.url,
            "not_modified" if one.data is None else "fetched",
            len(one.data or b""),
            one.attempts,
        )
        for one in gathered.had
    ]
    rest = errand.addresses[len(views) :]
    failed = [FetchedView(rest[0].role, rest[0].url, "failed", 0, 0)] if gathered.error and rest else []
    return (*views, *failed)


def _marked(ledger: Ledger, settings: Settings, views: Sequence[SyncedView]) -> tuple[SyncedView, ...]:
    """Mark the editions that the fold holds."""
    offered = iter(with_admissions(ledger, settings, [one.edition for one in views if one.edition is not None]))
    return tuple(view if view.edition is None else _with(view, next(offered)) for view in views)


def _with(view: SyncedView, edition: IngestedView) -> SyncedView:
    return replace(view, edition=edition, outcome=edition.outcome, reason=edition.reason)


def _teller(progress: Progress | None, done: int, total: int) -> Tell:
    def tell(number: int, what: str) -> None:
        if progress is not None:
            progress(done + number, total, what)

    return tell

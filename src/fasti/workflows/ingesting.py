"""`ingest`: official files and folders in, each an edition offered to the ledger."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from fasti.model.answer import IngestAnswer, IngestedView
from fasti.model.errors import RefusedError, UsageError
from fasti.model.moment import end_of_day
from fasti.sources.catalog import load_catalog
from fasti.sources.drafting import Memo
from fasti.sources.offers import Offer, find_offers, load
from fasti.sources.reading import READERS
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.settings import Settings
from fasti.workflows.taking import Seen, refused, take, with_admissions

SCHEMA = "fasti/ingest/1"

Progress = Callable[[int, int, str], None]
"""Called before each edition with its number from 0, how many there are, and its name."""


def ingest(
    settings: Settings,
    source: str,
    paths: Sequence[Path],
    seen_at: date | datetime | None = None,
    progress: Progress | None = None,
    *,
    dataset: str = "",
) -> IngestAnswer:
    """Offer files to the ledger as editions of a source.

    Args:
        settings: Clock and place of the ledger.
        source: Source id.
        paths: Files or folders: a file is one edition, a folder of dated names is a series, a folder with the source's
            member files is one edition.
        seen_at: When the files were seen, a date meaning by its end; `None` means as their names say, else now.
        progress: Told of each edition before it is read.
        dataset: Of exchange files, the dataset whose series they belong to; empty as the files themselves say.

    Raises:
        UsageError: The source is unknown, or a dataset is named of an official source.
        UnavailableError: A path or the ledger cannot be had.
    """
    known = sorted({name for name, _ in READERS})
    if source not in known:
        message = f"{source} is no source that can be ingested: use one of {', '.join(known)}."
        raise UsageError(message)
    if dataset and load_catalog().sources[source].lists:
        raise UsageError(f"{source} is official and has no datasets: leave --dataset out.")
    seen = _stated(seen_at, source)
    offers = [offer for path in paths for offer in find_offers(source, path)]
    with open_ledger(settings) as ledger:
        memo = Memo()
        views = []
        for number, offer in enumerate(offers):
            if progress is not None:
                progress(number, len(offers), offer.name)
            views.append(_offered(ledger, settings, source, offer, seen, memo, dataset=dataset))
        views = with_admissions(ledger, settings, views)
        seq, link = ledger.store.head()
    return IngestAnswer(SCHEMA, source, f"{seq}:{link}", tuple(views))


def _stated(seen_at: date | datetime | None, source: str) -> Seen | None:
    """Return when somebody states that the files were seen; a date counts to its end in the publisher's zone."""
    if seen_at is None:
        return None
    if isinstance(seen_at, datetime):
        return Seen(seen_at, live=False)
    return Seen(end_of_day(seen_at, load_catalog().sources[source].zone), live=False)


def _offered(
    ledger: Ledger, settings: Settings, source: str, offer: Offer, stated: Seen | None, memo: Memo, *, dataset: str
) -> IngestedView:
    """Take one offer; without a stated time and a dated name, its files are what the publisher serves now."""
    try:
        members = load(offer)
    except RefusedError as error:
        return refused(source, str(error))
    seen = stated or (Seen(offer.seen_at, live=False) if offer.seen_at else Seen(settings.now(), live=True))
    return take(ledger, settings, source, members, seen, memo, dataset=dataset)

"""`export --bundle` and `ingest bundle`: a built ledger handed on in one file, verified before anything is recorded."""

from collections.abc import Callable, Sequence
from pathlib import Path

from fasti.ledger.bundle import Manifest, hash_of, members_of, write_bundle
from fasti.ledger.chain import identity
from fasti.ledger.recording import Parts, digest, hashes
from fasti.ledger.unbundling import Bundle, looks_like_bundle, open_bundle, refuse
from fasti.model.bundle import BundleAnswer
from fasti.model.entry import Body, Edition
from fasti.model.errors import FastiError, UsageError
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.reading import READERS, read
from fasti.workflows.opening import MARK, Ledger, open_ledger
from fasti.workflows.replacing import replaced
from fasti.workflows.settings import Settings

SCHEMA = "fasti/bundle/1"
SOURCE = "bundle"
"""What stands in the place of a source id for `fasti ingest`."""

Progress = Callable[[int, int, str], None]


def export_bundle(settings: Settings, path: Path) -> BundleAnswer:
    """Write the whole ledger into one file; the same head gives the same bytes.

    Args:
        settings: Place of the ledger.
        path: The file; a bundle that is there is replaced, whole or not at all.

    Raises:
        UsageError: The file is there and is no bundle.
        LedgerError: The ledger or an archived file is damaged.
        UnavailableError: The file cannot be written.
    """
    if path.is_file() and not looks_like_bundle(path):
        raise UsageError(f"{path} is there and is no bundle, so it is not replaced: name another file, or remove it.")
    with open_ledger(settings) as ledger:
        rows = ledger.store.log_rows()
        content = ledger.store.content_id(rows[-1].seq if rows else None)
        with replaced(path) as file:
            manifest = write_bundle(file, rows, content, ledger.archive)
    editions = sum(row.kind == "edition" for row in rows)
    return _answer(path, manifest, editions, 0, (manifest.head, manifest.content_id))


def ingest_bundle(settings: Settings, path: Path, progress: Progress | None = None) -> BundleAnswer:
    """Verify a bundle whole, then append what the ledger has not yet.

    Every edition is read again from its files by this package's readers, and must give what was recorded.

    Args:
        settings: Clock and place of the ledger.
        path: The bundle.
        progress: Told of each edition before it is read.

    Raises:
        UnavailableError: The bundle or the ledger cannot be had.
        BadInputError: The bundle is damaged, altered, of a newer version, or was read by other readers.
    """
    with open_bundle(path) as bundle, open_ledger(settings) as ledger:
        new = _missing(ledger, bundle.bodies)
        _check_places(ledger, bundle, new)
        told = _told(progress, 2 * sum(_is_read(body) for body in new))
        memos: dict[str, Memo] = {}
        for body in new:
            _parts(bundle, body, memos, told)
        appended = 0
        for body in new:
            parts = _parts(bundle, body, memos, told)
            for name in members_of([body]):
                ledger.archive.put(bundle.get(name))
            appended += ledger.store.append(body, settings.now(), parts) is not None
        ledger.losses.forget_spans()
        seq, link = ledger.store.head()
        held = sum(isinstance(body, Edition) for body in bundle.bodies)
        after = (f"{seq}:{link}", ledger.store.content_id())
        return _answer(path, bundle.manifest, held, appended, after)


def _missing(ledger: Ledger, bodies: Sequence[Body]) -> list[Body]:
    """Return the entries that the ledger does not have, in order."""
    held = {row.identity for row in ledger.store.log_rows()}
    return [body for body in bodies if identity(body) not in held]


def _check_places(ledger: Ledger, bundle: Bundle, bodies: Sequence[Body]) -> None:
    """Refuse editions that the store would: at another's place, or with times or parts that no reader gives."""
    taken = {(series, order) for series, _, order in ledger.store.holdings()}
    for body in bodies:
        if not isinstance(body, Edition):
            continue
        what = f"edition {body.edition_id} of {body.series}"
        if (body.series, body.order) in taken:
            refuse(bundle.name, f"the ledger holds another {what}, of the same moment")
        if max(body.listed_at, body.public_at) > body.seen_at or not (body.counts or body.source == MARK):
            refuse(bundle.name, f"{what} says what no reader gives")
        taken.add((body.series, body.order))


def _told(progress: Progress | None, total: int) -> Callable[[str], None]:
    """Return what counts the editions read."""
    done = iter(range(total))

    def tell(name: str) -> None:
        if progress is not None:
            progress(next(done), total, name)

    return tell


def _is_read(body: Body) -> bool:
    """Say whether an entry is an edition with listings, which a reader must give again."""
    return isinstance(body, Edition) and bool(body.counts)


def _parts(bundle: Bundle, body: Body, memos: dict[str, Memo], tell: Callable[[str], None]) -> Parts | None:
    """Return what an edition's files say, after it was found to be what was recorded."""
    if not isinstance(body, Edition) or not body.counts:
        return None
    tell(f"{body.series} {body.edition_id}")
    draft = _read(bundle, body, memos.setdefault(body.series, Memo()))
    what = f"edition {body.edition_id} of {body.series}"
    if draft.reader != body.reader:
        why = f"{what} was read by {body.reader}, and this Fasti reads it by {draft.reader}"
        refuse(bundle.name, why, "Use the version of Fasti that made the bundle.")
    counts = tuple(sorted((part, len(listings)) for part, listings in draft.parts.items()))
    told = (draft.source, draft.reader, tuple(sorted(draft.lists)), counts, digest(hashes(draft.parts)))
    if told != (body.source, body.reader, body.lists, body.counts, body.digest):
        refuse(bundle.name, f"the files of {what} give other listings than its log says")
    return draft.parts


def _read(bundle: Bundle, edition: Edition, memo: Memo) -> Draft:
    what = f"edition {edition.edition_id} of {edition.series}"
    if (edition.source, edition.form) not in READERS:
        refuse(bundle.name, f"{what} has no reader here", "Use a Fasti that reads this source.")
    try:
        members = [RawMember(one.role, one.name, bundle.get(one.sha256)) for one in edition.members]
        return read(edition.source, members, memo)
    except FastiError as error:
        refuse(bundle.name, f"{what} cannot be read again ({str(error).rstrip('.')})")


def _answer(path: Path, manifest: Manifest, editions: int, appended: int, after: tuple[str, str]) -> BundleAnswer:
    return BundleAnswer(
        schema=SCHEMA,
        path=str(path),
        sha256=hash_of(path),
        size=path.stat().st_size,
        head=manifest.head,
        content_id=manifest.content_id,
        entries=manifest.entries,
        editions=editions,
        files=manifest.files,
        appended=appended,
        ledger_head=after[0],
        ledger_content_id=after[1],
    )

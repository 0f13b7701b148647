"""`verify`: whether log, archive and derived tables are what was recorded; `deep` reads every file again."""

from collections.abc import Iterator

from fasti.ledger.recording import digest, hashes
from fasti.ledger.verifying import verify as verify_store
from fasti.model.answer import VerifyAnswer
from fasti.model.entry import Edition
from fasti.model.errors import FastiError
from fasti.model.problem import Problem, Severity
from fasti.sources.drafting import Memo, RawMember
from fasti.sources.reading import READERS, read
from fasti.workflows.indexing import faults_of
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.settings import Settings

SCHEMA = "fasti/verify/1"


def verify(settings: Settings, *, deep: bool = False) -> VerifyAnswer:
    """Check the whole ledger.

    Args:
        settings: Place of the ledger.
        deep: Also read every archived edition again and compare what it gives with what was recorded.
    """
    with open_ledger(settings) as ledger:
        faults = list(verify_store(ledger.store, ledger.archive))
        faults += _index_faults(ledger)
        if deep:
            faults += _deep(ledger)
        seq, link = ledger.store.head()
        return VerifyAnswer(
            schema=SCHEMA,
            head=f"{seq}:{link}",
            content_id=ledger.store.content_id(),
            entries=seq,
            archive_files=len(ledger.archive.hashes()),
            deep=deep,
            faults=tuple(sorted(set(faults))),
        )


def _index_faults(ledger: Ledger) -> Iterator[Problem]:
    """Yield a fault for each part of the index of names that is not as it was written."""
    for name in faults_of(ledger):
        message = f"Part {name} of the index of names was altered: delete {ledger.index}, it is made anew"
        yield Problem("name_index_altered", message, name, Severity.ERROR)


def _deep(ledger: Ledger) -> Iterator[Problem]:
    """Yield a fault for each edition whose archived bytes no longer give what was recorded."""
    memos: dict[str, Memo] = {}
    for entry in ledger.store.log():
        edition = entry.body
        if isinstance(edition, Edition) and (edition.source, edition.form) in READERS:
            yield from _reread(ledger, edition, memos.setdefault(edition.series, Memo()))


def _reread(ledger: Ledger, edition: Edition, memo: Memo) -> Iterator[Problem]:
    where = f"{edition.series} edition {edition.edition_id}"
    try:
        members = [RawMember(one.role, one.name, ledger.archive.get(one.sha256)) for one in edition.members]
        draft = read(edition.source, members, memo)
    except FastiError as error:
        yield Problem("unreadable_edition", str(error), where, Severity.ERROR)
        return
    if draft.reader != edition.reader:
        message = f"It was read by {edition.reader} and cannot be compared with {draft.reader}"
        yield Problem("other_reader", message, where, Severity.INFO)
    elif digest(hashes(draft.parts)) != edition.digest:
        message = "The archived files give other listings than were recorded"
        yield Problem("digest_differs", message, where, Severity.ERROR)

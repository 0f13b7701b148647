"""`export`: who was on which lists, in a form that other tools read, with what each entry says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import msgspec

from fasti.ledger.coverage import ListState, list_state
from fasti.ledger.evidence import Evidence
from fasti.ledger.histories import entry_history
from fasti.ledger.parties import node
from fasti.model.answer import NOTICE, ListEntry
from fasti.model.errors import UnavailableError, UsageError
from fasti.model.export import ExportAnswer, ExportedList
from fasti.model.listing import Listing, merge
from fasti.sources.ftm.exported import Exported
from fasti.sources.ftm.simple_writer import print_rows, write_row
from fasti.sources.ftm.writer import write_entities
from fasti.workflows.asking import CheckRequest, check_lists, evidence_at, query_of, vantage_of
from fasti.workflows.listings import live_entries
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.replacing import replaced
from fasti.workflows.running import Findings, make_run
from fasti.workflows.settings import Settings

SCHEMA = "fasti/export/1"
FTM = "ftm"
SIMPLE = "simple"
FILES = {FTM: "entities.ftm.json", SIMPLE: "targets.simple.csv"}
"""File that each form is written to."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to write.

    Attributes:
        form: `ftm` or `simple`.
        lists: Lists to write; empty means all.
        as_of: The date or aware instant; `None` is `known_at` if given, else now.
        known_at: Only what was public by then counts; `None` is now.
        head: Log position to read at, for audit; `None` is the newest.
    """

    form: str = FTM
    lists: tuple[str, ...] = ()
    as_of: date | datetime | None = None
    known_at: date | datetime | None = None
    head: int | None = None


def export(settings: Settings, folder: Path, request: ExportRequest) -> ExportAnswer:
    """Write the entries of lists at a vantage into a file in a folder, replaced whole or not at all.

    Raises:
        UsageError: A list or the form is unknown.
        UnavailableError: The folder or the file cannot be written.
    """
    if request.form not in FILES:
        message = f"--as {request.form} is no form to export: use one of {', '.join(FILES)}."
        raise UsageError(message)
    with open_ledger(settings) as ledger:
        vantage = vantage_of(request.as_of, request.known_at, request.head, settings.now())
        evidence = evidence_at(ledger, vantage)
        check_lists(evidence.view, request.lists)
        wanted = sorted(set(request.lists) or evidence.view.catalog.lists)
        entries = {list_id: live_entries(evidence, list_id) for list_id in wanted}
        parties = _parties(evidence, entries, vantage.as_of.isoformat())
        data, records = _PRINTED[request.form](parties, ledger)
        path = _write(folder, FILES[request.form], data)
        states = [list_state(evidence.view, list_id) for list_id in wanted]
        told = replace(query_of(CheckRequest("export"), evidence.view, settings), name="")
        return ExportAnswer(
            schema=SCHEMA,
            notice=NOTICE,
            query=told,
            form=request.form,
            path=str(path),
            sha256=sha256(data).hexdigest(),
            size=len(data),
            parties=len(parties),
            records=records,
            lists=tuple(_told(state, len(entries[state.list])) for state in states),
            run=make_run(settings, ledger, evidence, Findings(tuple(states))),
        )


def _told(state: ListState, entries: int) -> ExportedList:
    held = {"stale" if source.stale else source.coverage for source in state.sources}
    partly = next((word for word in ("extract", "stale") if word in held), "none")
    return ExportedList(state.list, "complete" if state.covered else partly, entries)


def _parties(evidence: Evidence, entries: Mapping[str, Sequence[ListEntry]], as_of: str) -> list[Exported]:
    """Return the entries of all lists, those of one key together, by key."""
    found: dict[str, Exported] = {}
    evidence.preload(entry.key for ones in entries.values() for entry in ones)
    for list_id, ones in entries.items():
        for entry in ones:
            key = node((list_id, entry.key))
            said = entry_history(evidence, (list_id, entry.key)).listing or Listing(entry.key)
            statuses = {list_id: entry.status}
            one = Exported(replace(said, key=key), (list_id,), entry.listed_on or "", as_of, statuses)
            found[key] = _together(found[key], one) if key in found else one
    return [found[key] for key in sorted(found)]


def _together(known: Exported, other: Exported) -> Exported:
    """Return what two series say of one entry; the same remarks are not repeated."""
    remarks = dict.fromkeys(text for text in (known.listing.remarks, other.listing.remarks) if text)
    whole = merge([known.listing, other.listing])
    return replace(
        known,
        listing=replace(whole, remarks="\n".join(remarks)),
        lists=tuple(sorted({*known.lists, *other.lists})),
        first_seen=min(filter(None, (known.first_seen, other.first_seen)), default=""),
        statuses={**known.statuses, **other.statuses},
    )


def _print_ftm(parties: Sequence[Exported], ledger: Ledger) -> tuple[bytes, int]:
    lines = list(_lines(parties, ledger))
    return b"".join(lines), len(lines)


def _lines(parties: Iterable[Exported], ledger: Ledger) -> Iterator[bytes]:
    encoder = msgspec.json.Encoder(order="deterministic")
    written = list(parties)
    keys = {one.listing.key for one in written}
    for party in written:
        for entity in write_entities(party, ledger.catalog.lists, keys):
            yield encoder.encode(entity) + b"\n"


def _print_simple(parties: Sequence[Exported], ledger: Ledger) -> tuple[bytes, int]:
    rows = [write_row(one, ledger.catalog.lists) for one in parties]
    return print_rows(rows).encode(), len(rows)


_PRINTED = {FTM: _print_ftm, SIMPLE: _print_simple}


def _write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{folder} cannot be made a folder ({error.strerror}): choose another place."
        raise UnavailableError(message) from error
    with replaced(path) as file:
        file.write(data)
    return path

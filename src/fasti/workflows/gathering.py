"""Gathers the files of one edition from their addresses, such that they belong together, or says which one failed."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from fasti.ledger.archive import Archive
from fasti.model.errors import FastiError, LedgerError, RefusedError, UnavailableError
from fasti.sources.addresses import Address
from fasti.workflows.fetch_rules import Limits
from fasti.workflows.fetching import Fetched, Validators, Wanted, fetch
from fasti.workflows.remembering import Remembered

Tell = Callable[[int, str], None]
"""Told the number of the file, from 0, and what is being fetched."""

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Errand:
    """What to fetch for one edition.

    Attributes:
        source: Source id.
        form: Format.
        addresses: Its files; the primary one first.
        domains: The publisher's.
        agent: Who asks.
        now: The present instant.
    """

    source: str
    form: str
    addresses: tuple[Address, ...]
    domains: tuple[str, ...]
    agent: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Had:
    """One file that is at hand: fetched now, or unchanged and in the archive.

    Attributes:
        address: Where it lies.
        data: Its bytes; `None` if they are in the archive.
        file: Its hash, and what is to be remembered of it.
        attempts: How often it was asked for.
    """

    address: Address
    data: bytes | None
    file: Remembered
    attempts: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files of an edition up to the first that failed, and why it did."""

    had: tuple[Had, ...]
    error: FastiError | None = None


def gather(errand: Errand, archive: Archive, known: Mapping[str, Remembered], limits: Limits, tell: Tell) -> Gathered:
    """Fetch the files of one edition.

    Several files are fetched one after the other, and the publisher may put out new ones in between: the first is asked
    for again at the end, and if it has changed, all are.

    Args:
        errand: What to fetch.
        archive: Holds what was fetched before.
        known: What is remembered of it, by address.
        limits: Bounds.
        tell: Told of the progress.
    """
    for _ in range(limits.rounds):
        gathered = _round(errand, archive, known, limits, tell)
        if gathered.error is not None or all(one.data is None for one in gathered.had):
            return gathered
        try:
            if not _moved_on(errand, gathered.had, limits):
                return gathered
        except (UnavailableError, RefusedError) as error:
            return replace(gathered, error=error)
    moving = UnavailableError(f"The files of {errand.source} changed while they were fetched: try again later.")
    return replace(gathered, error=moving)


def bytes_of(errand: Errand, one: Had, archive: Archive, limits: Limits) -> bytes:
    """Return the bytes of a file: those fetched, those archived, or, where the archive is damaged, fetched anew.

    Raises:
        UnavailableError: It cannot be had.
        RefusedError: What came cannot be the file.
    """
    if one.data is not None:
        return one.data
    try:
        return archive.get(one.file.sha256)
    except LedgerError:
        return fetch(_wanted(errand, one.address, None), limits).data or b""


def _round(errand: Errand, archive: Archive, known: Mapping[str, Remembered], limits: Limits, tell: Tell) -> Gathered:
    had: list[Had] = []
    for number, address in enumerate(errand.addresses):
        held = known.get(address.url)
        trusted = held if held and _is_trusted(held, errand.now, limits) and archive.has(held.sha256) else None
        try:
            had.append(
                _fetch(errand, address, trusted, limits, _teller(tell, number, f"{errand.source} {address.name}"))
            )
        except (UnavailableError, RefusedError) as error:
            return Gathered(tuple(had), error)
    return Gathered(tuple(had))


def _fetch(
    errand: Errand, address: Address, held: Remembered | None, limits: Limits, tell: Callable[[int], None]
) -> Had:
    """Fetch one file, or learn that it is the one held."""
    tell(0)
    fetched = fetch(_wanted(errand, address, held.validators if held else None), limits, tell)
    if fetched.data is None and held is not None:
        return Had(address, None, held, fetched.attempts)
    return _new(errand, address, fetched)


def _new(errand: Errand, address: Address, fetched: Fetched) -> Had:
    data, said = fetched.data or b"", fetched.validators
    at = errand.now.astimezone(UTC).isoformat()
    file = Remembered(hashlib.sha256(data).hexdigest(), said.etag, said.last_modified, at)
    return Had(address, data, file, fetched.attempts)


def _moved_on(errand: Errand, had: tuple[Had, ...], limits: Limits) -> bool:
    """Say whether the first of several files is no longer the one that was fetched."""
    first, others = had[0], had[1:]
    if not others or first.file.validators == Validators():
        return False
    again = fetch(_wanted(errand, first.address, first.file.validators), limits)
    return again.data is not None and hashlib.sha256(again.data).hexdigest() != first.file.sha256


def _is_trusted(held: Remembered, now: datetime, limits: Limits) -> bool:
    """Say whether the server's word that nothing changed is enough, and not yet so for too long."""
    try:
        age = now - datetime.fromisoformat(held.fetched_at)
    except (ValueError, TypeError):
        return False
    return held.validators != Validators() and timedelta(0) <= age < timedelta(days=limits.trusted_days)


def _wanted(errand: Errand, address: Address, known: Validators | None) -> Wanted:
    return Wanted(address.name, address.url, errand.domains, address.media, known, errand.agent)


def _teller(tell: Tell, number: int, what: str) -> Callable[[int], None]:
    """Return what tells of one file, once for each megabyte."""
    told = -1

    def count(held: int) -> None:
        nonlocal told
        if held // MEGABYTE > told:
            told = held // MEGABYTE
            tell(number, f"{what} {told} MB" if told else what)

    return count

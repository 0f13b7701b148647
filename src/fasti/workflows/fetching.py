"""Fetches one official file over HTTP, or learns that it has not changed; the only module that talks to a network.

What is allowed, and what is tried again, `fetch_rules` decides.
"""

import asyncio
import random
import ssl
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from fasti.model.errors import UnavailableError
from fasti.workflows import fetch_rules
from fasti.workflows.expanding import Body
from fasti.workflows.fetch_rules import Limits

if TYPE_CHECKING:
    import httpx2

OK, NOT_MODIFIED = 200, 304
CHUNK = 65_536
LONGEST_VALIDATOR = 1_000

Tell = Callable[[int], None]
"""Told the bytes held so far."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a file, to be said back to it when the file is asked for again (RFC 9110, 8.8)."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to fetch.

    Attributes:
        name: For people.
        url: Where it lies.
        domains: Domains of the publisher.
        media: Media types that are right for it beside those of a list.
        known: What its server said of the version that is held; `None` if the whole file is wanted in any case.
        agent: Who asks, e.g. `fasti/0.1.0`.
    """

    name: str
    url: str
    domains: tuple[str, ...]
    media: tuple[str, ...] = ()
    known: Validators | None = None
    agent: str = "fasti"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that was had.

    Attributes:
        data: Its bytes; `None` if it has not changed.
        validators: What the server said of it.
        attempts: How often it was asked for.
    """

    data: bytes | None
    validators: Validators
    attempts: int = 1


@dataclass(frozen=True, slots=True)
class Passing:
    """A failure that may pass.

    Attributes:
        why: Completes "it ...".
        pause: Seconds that the server asks us to wait.
    """

    why: str
    pause: float | None = None


def fetch(wanted: Wanted, limits: Limits, tell: Tell | None = None) -> Fetched:
    """Fetch a file, trying again what may pass.

    Raises:
        UnavailableError: It cannot be had.
        RefusedError: What came is too large, packed otherwise than asked for, or called something else by its server.
    """
    fetch_rules.check_address(wanted.url, wanted.domains)
    return _run(_within(wanted, limits, tell or (lambda _: None)))


def _run(work: Coroutine[None, None, Fetched]) -> Fetched:
    """Run to the end, also where the caller's thread runs a loop of its own, as a notebook's does."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


async def _within(wanted: Wanted, limits: Limits, tell: Tell) -> Fetched:
    """Try until the total time is over."""
    try:
        async with asyncio.timeout(limits.total), _client(wanted, limits) as client:
            return await _persist(client, wanted, limits, tell)
    except TimeoutError as error:
        raise _given_up(wanted, f"was not there within {limits.total:g} seconds") from error


async def _persist(client: "httpx2.AsyncClient", wanted: Wanted, limits: Limits, tell: Tell) -> Fetched:
    """Ask until the file is there, the failure is not one that passes, or patience ends."""
    deadline = asyncio.get_running_loop().time() + limits.total
    for attempt in range(1, limits.attempts + 1):
        outcome = await _attempt(client, wanted, limits, tell)
        if isinstance(outcome, Fetched):
            return Fetched(outcome.data, outcome.validators, attempt)
        chance = random.random()  # noqa: S311 - it spreads the load, and keeps no secret
        pause = fetch_rules.pause_before(attempt + 1, chance, outcome.pause, limits)
        if attempt == limits.attempts or asyncio.get_running_loop().time() + pause > deadline:
            asked = f", asked us to wait {outcome.pause:g} seconds," if outcome.pause else ""
            tried = "1 attempt" if attempt == 1 else f"{attempt} attempts"
            raise _given_up(wanted, f"{outcome.why}{asked} after {tried}")
        await asyncio.sleep(pause)
    raise _given_up(wanted, "was not asked for, because no attempt is allowed")


async def _attempt(client: "httpx2.AsyncClient", wanted: Wanted, limits: Limits, tell: Tell) -> Fetched | Passing:
    """Ask once, and say what went wrong on the way if that may pass."""
    import httpx2

    try:
        return await _follow(client, wanted, limits, tell)
    except httpx2.TimeoutException:
        return Passing("gave no sign of life in time")
    except httpx2.InvalidURL as error:
        raise _given_up(wanted, "has an address that cannot be asked") from error
    except (httpx2.HTTPError, OSError) as error:
        if _is_certificate(error):
            raise _given_up(wanted, "has a server whose certificate is not to be trusted") from error
        return Passing(_why(error))


async def _follow(client: "httpx2.AsyncClient", wanted: Wanted, limits: Limits, tell: Tell) -> Fetched | Passing:
    """Ask an address, and those to which it sends us."""
    trail = [wanted.url]
    while True:
        async with client.stream("GET", trail[-1], headers=_headers(wanted)) as response:
            if response.status_code not in fetch_rules.REDIRECTS:
                return await _answered(response, wanted, limits, tell)
            location = response.headers.get("location")
        trail.append(fetch_rules.next_address(trail, location, wanted.domains, limits))


async def _answered(response: "httpx2.Response", wanted: Wanted, limits: Limits, tell: Tell) -> Fetched | Passing:
    """Return what an answer means that sends us nowhere else."""
    status = response.status_code
    if status == OK:
        return await _body(response, wanted, limits, tell)
    if status == NOT_MODIFIED and wanted.known is not None:
        return Fetched(None, wanted.known)
    if status in fetch_rules.TRANSIENT:
        pause = fetch_rules.asked_pause(response.headers.get("retry-after"), datetime.now(UTC))
        return Passing(f"answered {status}", pause)
    raise _given_up(wanted, f"answered {status}")


async def _body(response: "httpx2.Response", wanted: Wanted, limits: Limits, tell: Tell) -> Fetched | Passing:
    """Read the file itself, within its bounds."""
    fetch_rules.check_media(wanted.name, response.headers.get("content-type"), wanted.media)
    body = Body(wanted.name, response.headers.get("content-encoding"), limits.most_bytes)
    async for chunk in response.aiter_raw(CHUNK):
        body.add(chunk)
        tell(len(body))
    if not body.is_whole():
        return Passing("sent a packed file that was cut short")
    etag, modified = (response.headers.get(name, "") for name in ("etag", "last-modified"))
    plain = all(one.isascii() and one.isprintable() and len(one) <= LONGEST_VALIDATOR for one in (etag, modified))
    return Fetched(body.data(), Validators(etag, modified) if plain else Validators())


@asynccontextmanager
async def _client(wanted: Wanted, limits: Limits) -> "AsyncIterator[httpx2.AsyncClient]":
    """Give a client that follows nothing by itself, and asks this machine without any proxy."""
    import httpx2

    times = httpx2.Timeout(limits.read, connect=limits.connect)
    headers = {"user-agent": wanted.agent, "accept": "*/*", "accept-encoding": "gzip"}
    direct = {f"all://{host}": None for host in ("localhost", "127.0.0.1", "[::1]")}
    async with httpx2.AsyncClient(timeout=times, headers=headers, mounts=direct, follow_redirects=False) as client:
        yield client


def _headers(wanted: Wanted) -> dict[str, str]:
    """Return what makes a request conditional."""
    known = wanted.known or Validators()
    headers = {"if-none-match": known.etag, "if-modified-since": known.last_modified}
    return {name: value for name, value in headers.items() if value}


def _is_certificate(error: BaseException | None) -> bool:
    """Say whether a failure goes back to a certificate, which no second attempt mends."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _why(error: Exception) -> str:
    """Return what a failure on the way was."""
    import httpx2

    if isinstance(error, httpx2.ConnectError):
        return "could not be reached"
    if isinstance(error, httpx2.ProxyError):
        return "could not be reached through the proxy"
    return "broke off before the file was whole"


def _given_up(wanted: Wanted, why: str) -> UnavailableError:
    return UnavailableError(f"{wanted.name} {why}: open {fetch_rules.shown(wanted.url)}, and try again later.")

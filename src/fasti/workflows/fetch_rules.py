"""What may be fetched, how often it is tried, and where a publisher may send us; nothing here asks anyone."""

import ipaddress
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote, urljoin

from fasti.model.errors import RefusedError, UnavailableError
from fasti.sources.gates import MOST_BYTES

REDIRECTS = frozenset({301, 302, 303, 307, 308})
TRANSIENT = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers after which a server may well give the file: it is busy, or a machine behind it is."""

_URL = re.compile(r"(https?)://([a-z0-9.-]+|\[::1\])(?::([0-9]{1,5}))?(?:[/?][!-\"$-\[\]-~]*)?", re.IGNORECASE)
_PORTS = range(1, 65_536)
_KEPT = "%/:=&?~+!$,;'@()*[]"
_NO_LIST = re.compile(r"text/html|application/(xhtml\+xml|pdf|(problem\+)?json)|(audio|font|image|video)/.*")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is asked of a publisher, and of our patience.

    Attributes:
        connect: Seconds to reach a server.
        read: Seconds without a byte from it.
        total: Seconds for one file, all attempts and the pauses between them together.
        attempts: How often a file is asked for before the failure counts.
        first_pause: Seconds before the second attempt; each later pause is twice as long.
        longest_pause: Seconds that no pause of our own exceeds.
        hops: How often one request may be sent elsewhere.
        most_bytes: Bytes of a file, as it comes and unpacked.
        rounds: How often the files of one edition are fetched together, if they change meanwhile.
        trusted_days: Days for which a server is believed that nothing has changed; then a file is fetched whole again.
    """

    connect: float = 15.0
    read: float = 60.0
    total: float = 900.0
    attempts: int = 4
    first_pause: float = 2.0
    longest_pause: float = 60.0
    hops: int = 5
    most_bytes: int = MOST_BYTES
    rounds: int = 2
    trusted_days: int = 7


def shown(url: str) -> str:
    """Return an address for people: without what follows the path, which may hold a signature.

    >>> shown("https://example.org/a/list.xml?signature=1")
    'https://example.org/a/list.xml'
    """
    return url.partition("?")[0]


def check_address(url: str, domains: Collection[str]) -> None:
    """Refuse an address that is not https (this machine apart), not plain, or not the publisher's.

    Raises:
        UnavailableError: It is none that may be asked.
    """
    found = _URL.fullmatch(url)
    if not found or int(found[3] or 1) not in _PORTS:
        raise UnavailableError(
            "The address is not that of a web server, or holds a name, a password or odd characters."
        )
    scheme, host = found[1].lower(), found[2].lower().rstrip(".")
    if scheme != "https" and not is_loopback(host):
        raise UnavailableError(f"{shown(url)} is not asked, because it is not https: give an address that is.")
    if not any(host == domain or _is_below(host, domain) for domain in domains):
        raise UnavailableError(f"{host} is not asked, because it is none of the publisher's: {', '.join(domains)}.")


def is_loopback(host: str) -> bool:
    """Say whether a host is this machine.

    >>> is_loopback("127.0.0.1"), is_loopback("127.example.org")
    (True, False)
    """
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def next_address(trail: Sequence[str], location: str | None, domains: Collection[str], limits: Limits) -> str:
    """Return where a redirect leads.

    Args:
        trail: The addresses asked so far, the one that redirects last.
        location: What it says; may be relative.
        domains: The publisher's.
        limits: How often.

    Raises:
        UnavailableError: It leads nowhere, in a circle, too far, away from https, or away from the publisher.
    """
    if not location:
        raise UnavailableError(f"{shown(trail[-1])} sends us elsewhere and does not say where.")
    url = quote(urljoin(trail[-1], location).partition("#")[0], safe=_KEPT)
    check_address(url, domains)
    if trail[-1].lower().startswith("https:") and not url.lower().startswith("https:"):
        raise UnavailableError(f"{shown(trail[-1])} sends us from https to http, which is not followed.")
    if url in trail:
        raise UnavailableError(f"{shown(trail[0])} sends us round in a circle.")
    if len(trail) > limits.hops:
        raise UnavailableError(f"{shown(trail[0])} sends us on more than {limits.hops} times.")
    return url


def check_media(name: str, media: str | None, wanted: Collection[str]) -> None:
    """Refuse what a server calls a web page, a message or a picture; what it calls otherwise, its content decides.

    Args:
        name: The file.
        media: Value of the header Content-Type.
        wanted: Media types under which the publisher is known to serve the file.

    Raises:
        RefusedError: It cannot be the list.
    """
    kind = (media or "").partition(";")[0].strip().lower()
    if _NO_LIST.fullmatch(kind) and kind not in wanted:
        raise RefusedError(
            f"{name} was refused: the server calls it {kind}, so it is most likely a page for people or an error. "
            "Open the address, and try again later."
        )


def pause_before(attempt: int, chance: float, asked: float | None, limits: Limits) -> float:
    """Return the seconds to wait before an attempt.

    Half of the growing pause is certain and half is left to chance, so that many clients do not come back at once.

    Args:
        attempt: The attempt to come, from 2.
        chance: From 0 to 1.
        asked: Seconds that the server asked for; never waited less.
        limits: The pauses.

    >>> [pause_before(attempt, 1.0, None, Limits()) for attempt in (2, 3, 4)]
    [2.0, 4.0, 8.0]
    """
    whole = min(limits.first_pause * 2.0 ** (attempt - 2), limits.longest_pause)
    return max(asked or 0.0, whole * (0.5 + chance / 2))


def asked_pause(header: str | None, now: datetime) -> float | None:
    """Return the seconds that a header Retry-After asks for: a number, or a date (RFC 9110, 10.2.3); `None` if neither.

    >>> asked_pause("120", datetime(2026, 1, 1, tzinfo=UTC))
    120.0
    """
    text = (header or "").strip()
    if re.fullmatch(r"[0-9]{1,9}", text):
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, ((until if until.tzinfo else until.replace(tzinfo=UTC)) - now).total_seconds())


def _is_below(host: str, domain: str) -> bool:
    """Say whether a host name lies below a domain; addresses in figures lie below none."""
    return host.endswith(f".{domain}") and not is_loopback(host)

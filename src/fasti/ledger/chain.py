"""Decides how log entries are chained, when two are the same, and what they say together."""

from collections.abc import Iterable
from hashlib import sha256

import msgspec

from fasti.ledger.codec import encode
from fasti.model.entry import Body, Edition
from fasti.model.moment import utc_text

GENESIS = "0" * 64
"""The hash before the first entry."""


def link(previous: str, recorded_at: str, body: bytes) -> str:
    """Return the hash of an entry: sha256 over `previous|recorded_at|body`, in hex.

    Args:
        previous: Hash of the entry before, hex; `GENESIS` for the first.
        recorded_at: Storage text of our clock at append.
        body: Canonical JSON.
    """
    return sha256(f"{previous}|{recorded_at}|".encode() + body).hexdigest()


def identity(body: Body) -> str:
    """Return a hash that is equal for entries that say the same, in hex.

    An edition is its series, member files and times; the name of a file and the version of the reader do not
    make it another. Anything else is its canonical body.
    """
    if not isinstance(body, Edition):
        return sha256(encode(body)).hexdigest()
    members = sorted((member.role, member.sha256) for member in body.members)
    told = [body.series, members, utc_text(body.listed_at), utc_text(body.seen_at)]
    return sha256(msgspec.json.encode(told)).hexdigest()


def content_id(bodies: Iterable[bytes]) -> str:
    """Return the sha256 over the sorted canonical bodies, one a line, in hex."""
    summary = sha256()
    for body in sorted(bodies):
        summary.update(body + b"\n")
    return summary.hexdigest()

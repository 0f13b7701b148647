"""Decides the canonical JSON of bodies and listings: the form that is hashed, chained and stored.

Keys are sorted and a field equal to its default is left out, so that an optional field added later changes no hash.
"""

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import datetime
from functools import cache, lru_cache
from hashlib import sha256
from typing import get_args

import msgspec

from fasti.model.act import Act
from fasti.model.entry import Body, Correction, Decision, Edition
from fasti.model.errors import LedgerError
from fasti.model.identity import PartyKind
from fasti.model.listing import Listing
from fasti.model.moment import Moment, utc_text

KINDS: dict[str, type[Body]] = {"edition": Edition, "act": Act, "correction": Correction, "decision": Decision}
"""Values of the `type` key of a body."""

DECODED = 8_192
"""How many log entries are kept as read: a chronicle and the editions of some years."""
MEMO_LIMIT = 250_000
"""Listings whose hashes are remembered; each is kept alive."""
_listing_decoder = msgspec.json.Decoder(Listing)
_hashes: dict[int, tuple[Listing, str]] = {}


def kind_of(body: Body) -> str:
    """Return the value of the body's `type` key."""
    return next(kind for kind, of in KINDS.items() if type(body) is of)


def encode(value: Body | Listing) -> bytes:
    """Return the canonical JSON; a body carries its kind under `type`, a listing does not.

    >>> encode(Decision("release", ("0a1b",), "a person", "the loss is real"))
    b'{"decided_by":"a person","kind":"release","subjects":["0a1b"],"type":"decision","why":"the loss is real"}'
    """
    document = _plain(value)
    if not isinstance(value, Listing):
        document["type"] = kind_of(value)
    return msgspec.json.encode(document, order="sorted")


def encode_listing(listing: Listing) -> bytes:
    """Return the canonical JSON of a listing."""
    return encode(listing)


@lru_cache(maxsize=DECODED)
def decode_body(data: bytes) -> Body:
    """Read a body back; unknown kinds and fields are refused. Bodies are frozen, so the newest are kept in hand.

    Raises:
        LedgerError: The bytes are no body of this version.
    """
    try:
        document = msgspec.json.decode(data, type=dict[str, object])
        kind = KINDS[str(document.pop("type", None))]
        _lift(document, kind)
        return msgspec.convert(document, kind)
    except (msgspec.MsgspecError, KeyError, TypeError, ValueError) as error:
        message = f"A log entry cannot be read ({error}): run `fasti verify`, or use a newer version of Fasti."
        raise LedgerError(message) from error


def decode_listing(data: bytes) -> Listing:
    """Read a listing back.

    Raises:
        LedgerError: The bytes are no listing.
    """
    try:
        return _listing_decoder.decode(data)
    except msgspec.MsgspecError as error:
        message = f"A stored listing cannot be read ({error}): run `fasti verify`."
        raise LedgerError(message) from error


def decode_kind(data: bytes) -> PartyKind:
    """Read of a stored listing nothing but what sort of party it names.

    Raises:
        LedgerError: The bytes are no listing.
    """
    try:
        return _kind_decoder.decode(data).kind
    except msgspec.MsgspecError as error:
        message = f"A stored listing cannot be read ({error}): run `fasti verify`."
        raise LedgerError(message) from error


class _Kind(msgspec.Struct):
    kind: PartyKind = PartyKind.UNKNOWN


_kind_decoder = msgspec.json.Decoder(_Kind)


def content_hash(listing: Listing) -> str:
    """Return the sha256 of the canonical JSON, in hex; remembered by identity, as few rows of an edition are new."""
    known = _hashes.get(id(listing))
    if known is not None:
        return known[1]
    if len(_hashes) >= MEMO_LIMIT:
        _hashes.clear()
    digest = sha256(encode(listing)).hexdigest()
    _hashes[id(listing)] = (listing, digest)
    return digest


def _plain(value: object) -> dict[str, object]:
    """Return a dataclass as a dictionary of JSON values, without the fields that equal their defaults."""
    of: type = type(value)
    held = ((name, default, getattr(value, name)) for name, default in _defaults(of))
    return {name: _json_value(one) for name, default, one in held if one != default}


def _json_value(value: object) -> object:
    """Return one field's value as JSON; enums are strings already."""
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, tuple):
        return [_json_value(one) for one in value]
    if isinstance(value, Moment):
        return str(value)
    if isinstance(value, datetime):
        return utc_text(value)
    return _plain(value)


def _lift(document: dict[str, object], into: type) -> None:
    """Turn the texts of moments into moments, in place, and refuse fields that the type does not have."""
    names, nesting = _shape(into)
    if not document.keys() <= names:
        raise KeyError(min(document.keys() - names))
    for name, nested in nesting:
        value = document.get(name)
        if not value:
            continue
        if nested is Moment and isinstance(value, str):
            document[name] = Moment.parse(value)
        else:
            for one in value if isinstance(value, list) else (value,):
                if isinstance(one, dict):
                    _lift(one, nested)


@cache
def _defaults(of: type) -> tuple[tuple[str, object], ...]:
    """Return the field names of a dataclass with their defaults; `MISSING` where there is none."""
    return tuple((field.name, _default(field)) for field in fields(of))


def _default(field: Field[object]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()


@cache
def _shape(of: type) -> tuple[frozenset[str], tuple[tuple[str, type], ...]]:
    """Return the names of the fields of a dataclass, and each that holds a dataclass with what it holds."""
    nesting = ((field.name, next(_dataclasses_in(field.type), None)) for field in fields(of))
    return frozenset(field.name for field in fields(of)), tuple((name, one) for name, one in nesting if one is not None)


def _dataclasses_in(annotation: object) -> Iterator[type]:
    if isinstance(annotation, type) and is_dataclass(annotation):
        yield annotation
    for argument in get_args(annotation):
        yield from _dataclasses_in(argument)

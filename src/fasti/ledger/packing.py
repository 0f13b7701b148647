"""Decides how listings lie in the database: compressed against a dictionary of what nearly all of them hold."""

import zlib

from fasti.model.errors import LedgerError

LEVEL = 6
MAX_BYTES = 2**26
"""No listing is larger when unpacked."""

DICTIONARY = b"".join(
    (
        b'"region":"note":"postal_code":"birth_place":"Secondary sanctions risk:"Tax ID No. "Registration Number "',
        b'"citizenship":"gender":"Male"Female"website":"title":"Passport "issuer":"scheme":"identifiers":[{',
        b'"label":"on":"stated":[{"street":"city":"country":"addresses":[{"quality":"weak"',
        b'"what":"linked_to"},{"text":"Linked To: ","value":"}],"kind":"aka","text":"},{"kind":"fka",',
        b'"what":"birth_date"},{"text":"DOB ","value":"19","what":"nationality"},{"text":"nationality ","value":"',
        b'"kind":"organization","kind":"person","kind":"vessel","memberships":[{"basis":"","list":"us_","tag":"',
        b'"}],"names":[{"text":"","remarks":"',
        b'{"facts":[{"text":"","value":"","what":""},{"key":"ofac:',
    ),
)
"""Part of the stored form: changing a byte of it makes every ledger unreadable."""


def pack(body: bytes) -> bytes:
    """Return a listing's canonical JSON, compressed."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, zdict=DICTIONARY)
    return packer.compress(body) + packer.flush()


def unpack(packed: bytes) -> bytes:
    """Return the canonical JSON again.

    Raises:
        LedgerError: The bytes were altered.
    """
    try:
        stream = zlib.decompressobj(-zlib.MAX_WBITS, zdict=DICTIONARY)
        body = stream.decompress(packed, MAX_BYTES)
    except zlib.error as error:
        message = f"A stored listing cannot be unpacked ({error}): run `fasti verify`."
        raise LedgerError(message) from error
    if not stream.eof:
        raise LedgerError("A stored listing is cut short or too large: run `fasti verify`.")
    return body

"""Take a publisher's bytes out of a file, compressed or not, without ever taking more than a bound."""

import zlib
from pathlib import Path

from fasti.model.errors import UnavailableError
from fasti.sources.gates import MOST_BYTES, refuse

_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_ANY_HEADER = 31  # zlib: gzip header, largest window


def unpack(path: Path) -> bytes:
    """Return the uncompressed bytes of a file, told to be gzip by its first bytes and not by its name.

    Raises:
        UnavailableError: The file cannot be read.
        RefusedError: It is too large, a ZIP archive, or a gzip stream that is cut short or damaged.
    """
    try:
        size = path.stat().st_size
        packed = b"" if size > MOST_BYTES else path.read_bytes()
    except OSError as error:
        raise UnavailableError(f"{path} cannot be read ({error.strerror}): check its name and permissions.") from error
    if size > MOST_BYTES:
        refuse(path.name, f"has {size} bytes, more than the {MOST_BYTES} that are ever read")
    return unpack_bytes(path.name, packed)


def unpack_bytes(name: str, packed: bytes) -> bytes:
    """Return the uncompressed bytes of what a file held.

    Args:
        name: Name of the file, for people.
        packed: Its bytes, gzip or not.

    Raises:
        RefusedError: It is too large, a ZIP archive, or a gzip stream that is cut short or damaged.
    """
    if len(packed) > MOST_BYTES:
        refuse(name, f"has {len(packed)} bytes, more than the {MOST_BYTES} that are ever read")
    if packed.startswith(_ZIP):
        refuse(name, "is a ZIP archive", "Unpack it and offer the files in it.")
    return _gunzip(name, packed) if packed.startswith(_GZIP) else packed


def _gunzip(name: str, packed: bytes) -> bytes:
    stream = zlib.decompressobj(wbits=_ANY_HEADER)
    try:
        data = stream.decompress(packed, MOST_BYTES + 1)
    except zlib.error as error:
        refuse(name, f"is a damaged gzip file ({error})")
    if len(data) > MOST_BYTES:
        refuse(name, f"unpacks to more than the {MOST_BYTES} bytes that are ever read")
    if not stream.eof:
        refuse(name, "is a gzip file that was cut short")
    return data

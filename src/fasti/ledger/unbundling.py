"""Decides whether a bundle is whole and unaltered: its members, its chain, its content and every file by hash.

Nothing of it is used before all of that holds, and no name in it is ever a path.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Never

import msgspec

from fasti.ledger.bundle import FILES, FORMAT, LOG, MANIFEST, VERSION, Line, Manifest, members_of
from fasti.ledger.chain import GENESIS, content_id, link
from fasti.ledger.codec import decode_body, encode
from fasti.model.entry import Body, Member
from fasti.model.errors import BadInputError, LedgerError, UnavailableError

MOST_MANIFEST = 2**16
MOST_LOG = 2**29
MOST_FILE = 2**29
MOST_RATIO = 200
"""Official files shrink to a fifth, a log to a tenth; what would swell two hundred times is an attack."""
LEAST_ROOM = 2**24
"""Bytes that a bundle may hold whatever its size."""

_FILE_NAME = re.compile(re.escape(FILES) + r"[0-9a-f]{64}")
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(EOFError, KeyError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError),
)
"""What the standard library raises for a damaged zip."""
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that was verified, open for reading.

    Attributes:
        name: Its path, for people.
        manifest: What it says of itself, and what was found to hold.
        bodies: The entries of its log, in order.
    """

    name: str
    manifest: Manifest
    bodies: tuple[Body, ...]
    _zip: zipfile.ZipFile
    _needed: dict[str, Member]

    def get(self, name: str) -> bytes:
        """Return the archived file of that sha256, checked against it.

        Raises:
            BadInputError: It is not what its name says.
        """
        member = self._needed[name]
        data = _read(self._zip, self.name, FILES + name, member.size)
        if len(data) != member.size or sha256(data).hexdigest() != name:
            refuse(self.name, f"its file {name[:12]} ({member.name}) is not what its hash says")
        return data


def refuse(name: str, why: str, remedy: str = "Get the bundle again from whoever made it.") -> Never:
    """Refuse a bundle.

    Args:
        name: Its path.
        why: Completes "... was refused, and nothing of it was recorded: ...".
        remedy: What to do, a sentence.

    Raises:
        BadInputError: Always.
    """
    raise BadInputError(f"{name} was refused, and nothing of it was recorded: {why}. {remedy}")


def looks_like_bundle(path: Path) -> bool:
    """Say whether a file is a zip that has what every bundle has, altered or not."""
    try:
        with zipfile.ZipFile(path) as file:
            return MANIFEST in file.namelist()
    except _BROKEN:
        return False


@contextmanager
def open_bundle(path: Path) -> Iterator[Bundle]:
    """Verify a bundle whole, and keep it open for the time of the block.

    Raises:
        UnavailableError: It cannot be read.
        BadInputError: It is no bundle, damaged, altered, too large, or of a newer version.
    """
    name = str(path)
    try:
        file = path.open("rb")
    except OSError as error:
        raise UnavailableError(f"{path} cannot be read ({error.strerror}): check its name and permissions.") from error
    with file:
        try:
            opened = zipfile.ZipFile(file)
        except _BROKEN:
            refuse(name, "it is no bundle, or it was cut short")
        with opened:
            manifest = _manifest(opened, name)
            _check_members(opened, name, path.stat().st_size)
            bodies = _log(opened, name, manifest)
            bundle = Bundle(name, manifest, bodies, opened, members_of(bodies))
            _check_files(bundle)
            yield bundle


def _manifest(opened: zipfile.ZipFile, name: str) -> Manifest:
    if MANIFEST not in opened.namelist():
        refuse(name, "it is a ZIP archive without a bundle's manifest", "Offer a bundle, or unpack it and its files.")
    data = _read(opened, name, MANIFEST, MOST_MANIFEST)
    try:
        told = msgspec.json.decode(data, type=dict[str, object])
        version = told.get("version")
        if told.get("format") == FORMAT and isinstance(version, int) and version > VERSION:
            refuse(name, f"it has version {version} of the form, and this Fasti reads {VERSION}", "Use a newer Fasti.")
        manifest = msgspec.convert(told, Manifest)
    except msgspec.MsgspecError:
        refuse(name, "its manifest cannot be read")
    if (manifest.format, manifest.version) != (FORMAT, VERSION):
        refuse(name, "its manifest is not that of a bundle")
    return manifest


def _check_members(opened: zipfile.ZipFile, name: str, size: int) -> None:
    """Refuse members that are none of a bundle's, doubled, or swell beyond measure."""
    names = opened.namelist()
    strange = [one for one in names if one not in {MANIFEST, LOG} and not _FILE_NAME.fullmatch(one)]
    if strange:
        refuse(name, f"it holds {strange[0]!r}, which is no part of a bundle")
    if len(set(names)) != len(names) or LOG not in names:
        refuse(name, "a part of it is there twice, or its log is missing")
    if sum(one.file_size for one in opened.infolist()) > max(LEAST_ROOM, MOST_RATIO * size):
        refuse(name, f"it would unpack to more than {MOST_RATIO} times its size")


def _log(opened: zipfile.ZipFile, name: str, manifest: Manifest) -> tuple[Body, ...]:
    """Return the entries of the log, after its chain and content were found to hold."""
    data = _read(opened, name, LOG, MOST_LOG)
    if sha256(data).hexdigest() != manifest.log_sha256:
        refuse(name, "its log is not what the manifest says")
    try:
        lines = msgspec.json.decode(b"[" + data.rstrip(b"\n").replace(b"\n", b",") + b"]", type=list[Line])
    except msgspec.MsgspecError:
        refuse(name, "its log cannot be read")
    _check_chain(name, lines, manifest)
    stored = [bytes(line.body) for line in lines]
    if content_id(stored) != manifest.content_id:
        refuse(name, "its log does not say what the manifest does")
    return tuple(_body(name, place, body) for place, body in enumerate(stored, 1))


def _check_chain(name: str, lines: Sequence[Line], manifest: Manifest) -> None:
    previous = GENESIS
    for place, line in enumerate(lines, 1):
        if line.seq != place or line.hash != link(previous, line.recorded_at, bytes(line.body)):
            refuse(name, f"the chain of its log breaks at entry {place}")
        previous = line.hash
    if (len(lines), f"{len(lines)}:{previous}") != (manifest.entries, manifest.head):
        refuse(name, "its log does not end where the manifest says")


def _body(name: str, place: int, stored: bytes) -> Body:
    try:
        body = decode_body(stored)
    except LedgerError:
        refuse(name, f"entry {place} of its log is none that this Fasti knows", "Use the Fasti that made it, or newer.")
    if encode(body) != stored:
        refuse(name, f"entry {place} of its log is not in canonical form")
    return body


def _check_files(bundle: Bundle) -> None:
    """Refuse files that are missing, too many, or not what their hashes say."""
    needed = bundle._needed  # noqa: SLF001 - the bundle's own check
    held = {one.removeprefix(FILES) for one in bundle._zip.namelist()} - {MANIFEST, LOG}  # noqa: SLF001 - the same
    if held != set(needed) or len(needed) != bundle.manifest.files:
        refuse(bundle.name, f"it holds {len(held)} files, and its log needs {len(needed)}")
    if any(member.size > MOST_FILE for member in needed.values()):
        refuse(bundle.name, f"it holds a file of more than {MOST_FILE} bytes")
    for name in needed:
        bundle.get(name)


def _read(opened: zipfile.ZipFile, name: str, part: str, most: int) -> bytes:
    """Return a member's bytes; never more than is allowed is unpacked."""
    try:
        if opened.getinfo(part).compress_type not in _METHODS:
            refuse(name, f"its part {part} is packed in a way that no bundle uses")
        with opened.open(part) as stream:
            data = stream.read(most + 1)
    except _BROKEN:
        refuse(name, f"its part {part} is damaged")
    if len(data) > most:
        refuse(name, f"its part {part} has more than the {most} bytes expected")
    return data

"""Decides the form of a bundle: one zip with a manifest, the log as recorded, and the files its editions need."""

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import msgspec

from fasti.ledger.archive import Archive
from fasti.ledger.codec import decode_body
from fasti.ledger.store import LogRow
from fasti.model.entry import Edition, Member

FORMAT = "fasti-bundle"
VERSION = 1
MANIFEST = "manifest.json"
LOG = "log.jsonl"
FILES = "files/"
LEVEL = 6
CHUNK = 2**20

_EPOCH = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o100644 << 16
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Manifest:
    """The first member of a bundle: what it is, and what it must come to.

    Attributes:
        format: Always `fasti-bundle`.
        version: Of this form.
        head: Newest entry, `seq:hash`.
        content_id: What the log says, as one hash.
        entries: Number of log entries.
        files: Number of archived files.
        size: Bytes of the archived files together, uncompressed.
        log_sha256: Hash of the log member.
    """

    format: str
    version: int
    head: str
    content_id: str
    entries: int
    files: int
    size: int
    log_sha256: str


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the log member: as stored, its body as canonical JSON."""

    seq: int
    recorded_at: str
    hash: str
    body: msgspec.Raw


def members_of(bodies: Iterable[object]) -> dict[str, Member]:
    """Return the files that the editions among some bodies need, by hash, sorted."""
    found = {member.sha256: member for body in bodies if isinstance(body, Edition) for member in body.members}
    return dict(sorted(found.items()))


def write_bundle(file: BinaryIO, rows: Sequence[LogRow], content_id: str, archive: Archive) -> Manifest:
    """Write a bundle of a log; the same log gives the same bytes.

    Args:
        file: Open for writing, empty.
        rows: The whole log, by sequence number.
        content_id: What it says, as one hash.
        archive: Where the files are.

    Raises:
        LedgerError: An archived file is missing or altered.
    """
    needed = members_of(decode_body(row.body) for row in rows)
    log = b"".join(_line(row) for row in rows)
    head = f"{rows[-1].seq}:{rows[-1].hash}" if rows else f"0:{'0' * 64}"
    size = sum(member.size for member in needed.values())
    manifest = Manifest(FORMAT, VERSION, head, content_id, len(rows), len(needed), size, sha256(log).hexdigest())
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as bundle:
        bundle.writestr(_info(MANIFEST), msgspec.json.encode(manifest, order="sorted"))
        bundle.writestr(_info(LOG), log)
        for name in needed:
            bundle.writestr(_info(FILES + name), archive.get(name))
    return manifest


def hash_of(path: Path) -> str:
    """Return the sha256 of a file, in hex."""
    summary = sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            summary.update(chunk)
    return summary.hexdigest()


def _line(row: LogRow) -> bytes:
    line = Line(row.seq, row.recorded_at, row.hash, msgspec.Raw(row.body))
    return msgspec.json.encode(line, order="sorted") + b"\n"


def _info(name: str) -> zipfile.ZipInfo:
    """Return a member's heading without anything that depends on when and where the bundle is written."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = _READABLE
    info.create_system = _UNIX
    return info

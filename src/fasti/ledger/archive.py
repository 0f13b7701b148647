"""Decides where the publisher's bytes lie: one compressed file each, named by the sha256 of what it holds."""

import os
import re
import zlib
from hashlib import sha256
from pathlib import Path

from fasti.model.errors import LedgerError, UnavailableError

LEVEL = 3
MAX_BYTES = 2**30
"""No member file is larger when decompressed."""

_SHA256 = re.compile(r"[0-9a-f]{64}")


class Archive:
    """A folder of raw files by hash; nothing in it is ever changed or removed."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which is created with the first file."""
        self.folder = folder

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their sha256 in hex; they are on the disk when this returns.

        Raises:
            UnavailableError: The folder cannot be written, or the disk is full.
        """
        name = sha256(data).hexdigest()
        path = self._path(name)
        try:
            if not (path.exists() and self._is_whole(name)):
                _make_folder(path.parent)
                _write_synced(path, zlib.compress(data, LEVEL))
        except OSError as error:
            message = f"The archive {self.folder} cannot be written ({error.strerror}): free space or allow writing."
            raise UnavailableError(message) from error
        return name

    def get(self, name: str) -> bytes:
        """Return the bytes of that sha256, checked against it.

        Raises:
            LedgerError: The file is missing, too large or altered.
        """
        path = self._path(name)
        try:
            data = _decompress(path.read_bytes())
        except OSError as error:
            message = f"The archive has no readable file {path}: restore it from a copy of the ledger's folder."
            raise LedgerError(message) from error
        except zlib.error as error:
            raise _altered(path) from error
        if sha256(data).hexdigest() != name:
            raise _altered(path)
        return data

    def has(self, name: str) -> bool:
        """Say whether a file of that sha256 is kept, without reading it."""
        return self._path(name).is_file()

    def hashes(self) -> set[str]:
        """Return the sha256 of every file kept; unfinished files do not count."""
        names = (path.parent.name + path.name for path in self.folder.glob("??/*"))
        return {name for name in names if _SHA256.fullmatch(name)}

    def _path(self, name: str) -> Path:
        if not _SHA256.fullmatch(name):
            message = f"{name!r} is not a sha256 in hex, so the archive cannot hold it: run `fasti verify`."
            raise LedgerError(message)
        return self.folder / name[:2] / name[2:]

    def _is_whole(self, name: str) -> bool:
        try:
            self.get(name)
        except LedgerError:
            return False
        return True


def _altered(path: Path) -> LedgerError:
    return LedgerError(f"The archive file {path} does not hold what its name says: restore it from a copy.")


def _decompress(packed: bytes) -> bytes:
    """Return the bytes, of at most `MAX_BYTES`, of one whole zlib stream."""
    stream = zlib.decompressobj()
    data = stream.decompress(packed, MAX_BYTES)
    if not stream.eof or stream.unused_data:
        message = "not one whole stream of acceptable size"
        raise zlib.error(message)
    return data


def _make_folder(folder: Path) -> None:
    """Create a folder and those above it, each recorded on the disk in the one above."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def _write_synced(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, and sync it and its folder."""
    unfinished = path.with_name(f".unfinished-{os.urandom(8).hex()}")
    try:
        with unfinished.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make new names in a folder survive a crash of the machine."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

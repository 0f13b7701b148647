"""The archive: bytes by hash, whole or not at all."""

import os
import zlib
from hashlib import sha256
from pathlib import Path

import pytest

from fasti.ledger import archive as archive_module
from fasti.ledger.archive import Archive
from fasti.model.errors import LedgerError, UnavailableError

DATA = b"entry,name\n1,Acme\n" * 100
NAME = sha256(DATA).hexdigest()


def file_of(archive: Archive, name: str) -> Path:
    return archive.folder / name[:2] / name[2:]


def test_bytes_come_back_by_their_hash(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "deep" / "archive")
    assert archive.put(DATA) == NAME
    assert archive.get(NAME) == DATA
    assert archive.has(NAME)
    assert archive.hashes() == {NAME}


def test_a_file_is_kept_once_and_compressed(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.put(DATA)
    before = file_of(archive, NAME).stat()
    archive.put(DATA)
    assert file_of(archive, NAME).stat().st_mtime_ns == before.st_mtime_ns
    assert before.st_size < len(DATA) / 4


def test_an_empty_archive_holds_nothing(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "none")
    assert archive.hashes() == set()
    assert not archive.has(NAME)
    with pytest.raises(LedgerError, match="no readable file"):
        archive.get(NAME)


@pytest.mark.parametrize("packed", [b"", b"junk", zlib.compress(DATA)[:-3], zlib.compress(b"other"), b"x" * 5])
def test_an_altered_file_is_refused_and_mended_by_putting_it_again(tmp_path: Path, packed: bytes) -> None:
    archive = Archive(tmp_path)
    archive.put(DATA)
    file_of(archive, NAME).write_bytes(packed)
    with pytest.raises(LedgerError, match="does not hold what its name says"):
        archive.get(NAME)
    archive.put(DATA)
    assert archive.get(NAME) == DATA


def test_a_file_with_something_behind_it_is_refused(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.put(DATA)
    with file_of(archive, NAME).open("ab") as file:
        file.write(b"more")
    with pytest.raises(LedgerError, match="does not hold"):
        archive.get(NAME)


def test_a_file_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = Archive(tmp_path)
    archive.put(DATA)
    monkeypatch.setattr(archive_module, "MAX_BYTES", len(DATA) - 1)
    with pytest.raises(LedgerError, match="does not hold"):
        archive.get(NAME)


def test_unfinished_files_do_not_count(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.put(DATA)
    (tmp_path / NAME[:2] / ".unfinished-1").write_bytes(b"half")
    assert archive.hashes() == {NAME}


def test_a_name_that_is_no_hash_reaches_no_file(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="not a sha256"):
        Archive(tmp_path).get("../" * 22)


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnavailableError, match="No space left on device"):
        Archive(tmp_path).put(DATA)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_files_can_be_read_by_others(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.put(DATA)
    (tmp_path / "plain").write_bytes(b"")
    assert file_of(archive, NAME).stat().st_mode == (tmp_path / "plain").stat().st_mode

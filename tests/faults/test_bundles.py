"""A bundle brings a whole ledger over, or nothing: whatever is damaged, altered or foreign is refused in a sentence."""

import json
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from fasti.ledger import bundle as form
from fasti.ledger.chain import GENESIS, content_id, link
from fasti.ledger.codec import decode_body, encode
from fasti.model.bundle import BundleAnswer
from fasti.model.entry import Edition
from fasti.model.errors import BadInputError, FastiError, UnavailableError, UsageError
from fasti.workflows.bundling import export_bundle, ingest_bundle
from fasti.workflows.ingesting import ingest
from fasti.workflows.settings import Settings
from fasti.workflows.verification import verify
from tests.golden.sources.editions import members

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
Parts = dict[str, bytes]


def _settings(folder: Path) -> Settings:
    return Settings(folder / "ledger.db", "fasti/test", lambda: NOW)


@pytest.fixture
def origin(tmp_path: Path) -> Settings:
    """Return a ledger with three editions of two series."""
    settings = _settings(tmp_path / "origin")
    settings.ledger.parent.mkdir()
    for form_name, days in (("csv", ("2024-01-05", "2024-02-05")), ("xml", ("2024-03-05",))):
        for day in days:
            folder = tmp_path / "files" / form_name / day
            folder.mkdir(parents=True)
            for one in members("us_ofac_sdn", form_name):
                (folder / one.name).write_bytes(one.data)
        ingest(settings, "us_ofac_sdn", [tmp_path / "files" / form_name])
    return settings


@pytest.fixture
def bundle(origin: Settings, tmp_path: Path) -> Path:
    """Return its bundle."""
    path = tmp_path / "ledger.fasti"
    export_bundle(origin, path)
    return path


def _parts(path: Path) -> Parts:
    with zipfile.ZipFile(path) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _written(path: Path, parts: Mapping[str, bytes]) -> Path:
    altered = path.with_name("altered.fasti")
    with zipfile.ZipFile(altered, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in parts.items():
            opened.writestr(name, data)
    return altered


def _relogged(parts: Parts, change: Callable[[Edition], Edition]) -> Parts:
    """Change the first edition with listings, and make the chain, the content and the manifest hold again."""
    bodies = [decode_body(json.dumps(json.loads(line)["body"]).encode()) for line in parts[form.LOG].splitlines()]
    at = next(place for place, one in enumerate(bodies) if isinstance(one, Edition) and one.counts)
    edition = bodies[at]
    assert isinstance(edition, Edition)
    bodies[at] = change(edition)
    lines, previous = [], GENESIS
    for seq, body in enumerate((encode(one) for one in bodies), 1):
        previous = link(previous, "2026-01-02T03:04:05Z", body)
        told = {"seq": seq, "recorded_at": "2026-01-02T03:04:05Z", "hash": previous}
        lines.append(json.dumps(told).encode()[:-1] + b', "body": ' + body + b"}\n")
    log = b"".join(lines)
    told = {
        **json.loads(parts[form.MANIFEST]),
        "head": f"{len(bodies)}:{previous}",
        "content_id": content_id(encode(one) for one in bodies),
        "log_sha256": sha256(log).hexdigest(),
    }
    return {**parts, form.LOG: log, form.MANIFEST: json.dumps(told).encode()}


def _refused(settings: Settings, path: Path) -> str:
    """Return why a bundle is refused, once it is shown that a ledger there already keeps as it was."""
    settings.ledger.parent.mkdir(exist_ok=True)
    before = verify(settings)
    with pytest.raises(BadInputError) as caught:
        ingest_bundle(settings, path)
    after = verify(settings)
    assert (after.head, after.archive_files, after.faults) == (before.head, before.archive_files, ())
    return str(caught.value)


def test_a_new_ledger_says_what_the_origin_does(origin: Settings, bundle: Path, tmp_path: Path) -> None:
    """Log, files and listings, rebuilt by the readers; a second time nothing is new."""
    target = _settings(tmp_path / "target")
    target.ledger.parent.mkdir()
    first = ingest_bundle(target, bundle)
    assert (first.appended, first.editions) == (3, 4)
    held = verify(target, deep=True)
    assert held.faults == ()
    assert {held.content_id, first.content_id, first.ledger_content_id} == {verify(origin).content_id}
    again: BundleAnswer = ingest_bundle(target, bundle)
    assert (again.appended, again.ledger_head) == (0, first.ledger_head)


def test_the_same_head_gives_the_same_bytes(origin: Settings, bundle: Path, tmp_path: Path) -> None:
    """Also after it went through another ledger's hands, as far as the log is the same."""
    again = export_bundle(origin, tmp_path / "again.fasti")
    assert (tmp_path / "again.fasti").read_bytes() == bundle.read_bytes()
    assert again.sha256 == sha256(bundle.read_bytes()).hexdigest()


def test_what_the_ledger_has_already_stays(origin: Settings, bundle: Path, tmp_path: Path) -> None:
    """A ledger with an edition of its own gets the rest."""
    target = _settings(tmp_path / "target")
    target.ledger.parent.mkdir()
    ingest(target, "us_ofac_sdn", [tmp_path / "files" / "csv" / "2024-02-05"])
    answer = ingest_bundle(target, bundle)
    assert answer.appended == 2
    assert answer.ledger_content_id == verify(origin).content_id


def test_a_file_cut_anywhere_is_refused(bundle: Path, tmp_path: Path) -> None:
    """The end of a zip is its table of contents."""
    whole = bundle.read_bytes()
    cut = tmp_path / "cut.fasti"
    for size in {0, 1, len(whole) // 2, len(whole) - 1, *range(0, len(whole), max(1, len(whole) // 20))}:
        cut.write_bytes(whole[:size])
        with pytest.raises(BadInputError, match="nothing of it was recorded"):
            ingest_bundle(_settings(tmp_path), cut)


def test_a_byte_turned_anywhere_is_found_or_says_the_same(bundle: Path, tmp_path: Path) -> None:
    """A zip has bytes that mean nothing; any other is covered by a hash."""
    whole = bundle.read_bytes()
    target = _settings(tmp_path / "target")
    target.ledger.parent.mkdir()
    told = ingest_bundle(target, bundle)
    turned = tmp_path / "turned.fasti"
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        turned.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        try:
            answer = ingest_bundle(target, turned)
        except FastiError:
            continue
        assert (answer.content_id, answer.appended) == (told.content_id, 0)


def test_a_longer_file_is_no_other_bundle(bundle: Path, tmp_path: Path) -> None:
    """What is not a zip, and what is a zip of something else."""
    other = tmp_path / "other.fasti"
    other.write_bytes(b"not a zip at all")
    assert "is no bundle" in _refused(_settings(tmp_path / "t"), other)
    assert "without a bundle's manifest" in _refused(_settings(tmp_path / "t"), _written(bundle, {"sdn.csv": b"1"}))
    with pytest.raises(UnavailableError):
        ingest_bundle(_settings(tmp_path / "t"), tmp_path / "none.fasti")


def test_a_newer_form_is_left_to_a_newer_version(bundle: Path, tmp_path: Path) -> None:
    """Its manifest may hold what this version cannot know."""
    parts = _parts(bundle)
    told = {**json.loads(parts[form.MANIFEST]), "version": form.VERSION + 1, "more": True}
    altered = _written(bundle, {**parts, form.MANIFEST: json.dumps(told).encode()})
    assert re.search(r"has version 2 of the form.*Use a newer Fasti\.$", _refused(_settings(tmp_path / "t"), altered))


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "files/../../evil", "files/" + "0" * 63, "files/", "a\\b"])
def test_a_strange_name_is_refused(bundle: Path, tmp_path: Path, name: str) -> None:
    """No name is ever a path, and a foreign one is not even skipped."""
    altered = _written(bundle, {**_parts(bundle), name: b"x"})
    assert "no part of a bundle" in _refused(_settings(tmp_path / "t"), altered)
    assert not (tmp_path / "evil").exists()


def test_what_swells_beyond_measure_is_not_unpacked(bundle: Path, tmp_path: Path) -> None:
    """A file of nothing but zeros shrinks a thousandfold."""
    swollen = {**_parts(bundle), form.FILES + "0" * 64: bytes(2**26)}
    assert "200 times its size" in _refused(_settings(tmp_path / "t"), _written(bundle, swollen))


def test_files_and_log_must_be_those_of_the_manifest(bundle: Path, tmp_path: Path) -> None:
    """A file missing, too many or exchanged; the log shorter, reordered or with another entry."""
    parts, target = _parts(bundle), _settings(tmp_path / "t")
    name = next(one for one in parts if one.startswith(form.FILES))
    lines = parts[form.LOG].splitlines(keepends=True)
    manifest = json.loads(parts[form.MANIFEST])

    def resealed(log: bytes) -> Parts:
        told = {**manifest, "log_sha256": sha256(log).hexdigest()}
        return {**parts, form.LOG: log, form.MANIFEST: json.dumps(told).encode()}

    for altered, why in (
        ({key: data for key, data in parts.items() if key != name}, "its log needs"),
        ({**parts, form.FILES + "0" * 64: b"x"}, "its log needs"),
        ({**parts, name: parts[name][:-1] + b"?"}, "is not what its hash says"),
        ({**parts, name: parts[name] + b"?"}, "more than the"),
        ({key: data for key, data in parts.items() if key != form.LOG}, "its log is missing"),
        ({**parts, form.LOG: b"".join(lines[:-1])}, "not what the manifest says"),
        ({**parts, form.MANIFEST: b"[]"}, "manifest cannot be read"),
        ({**parts, form.MANIFEST: b'{"format": "x"}'}, "manifest cannot be read"),
        (resealed(b"".join(lines[:-1])), "does not end where"),
        (resealed(b"".join([lines[1], lines[0], *lines[2:]])), "breaks at entry 1"),
        (resealed(parts[form.LOG].replace(b"2024-01-0", b"2024-01-1", 1)), "breaks at entry"),
        (resealed(b"?"), "log cannot be read"),
    ):
        assert why in _refused(target, _written(bundle, altered))


def test_a_log_that_was_forged_whole_is_refused_by_the_readers(bundle: Path, tmp_path: Path) -> None:
    """Chain and manifest can be made to hold again; what the files say cannot."""
    parts, target = _parts(bundle), _settings(tmp_path / "t")
    same = _relogged(parts, lambda edition: edition)
    assert ingest_bundle(_made(tmp_path / "same"), _written(bundle, same)).appended == 3
    changes: dict[str, Callable[[Edition], Edition]] = {
        "other listings": lambda one: replace(one, digest="0" * 64),
        "other listings than": lambda one: replace(one, lists=("us_ofac_sdn", "us_ofac_ssi")),
        "listings than its log": lambda one: replace(one, counts=(("entries", 7),)),
        "was read by us_ofac_sdn/csv@0": lambda one: replace(one, reader="us_ofac_sdn/csv@0"),
        "has no reader here": lambda one: replace(one, series="us_ofac_sdn/parquet"),
        "what no reader gives": lambda one: replace(one, counts=()),
        "says what no reader": lambda one: replace(one, public_at=NOW),
    }
    for why, change in changes.items():
        assert why in _refused(target, _written(bundle, _relogged(parts, change)))


def _made(folder: Path) -> Settings:
    folder.mkdir()
    return _settings(folder)


def test_a_place_that_cannot_be_written_keeps_what_was_there(origin: Settings, tmp_path: Path) -> None:
    """The file is replaced whole or not at all."""
    folder = tmp_path / "folder"
    folder.mkdir()
    for path in (folder, tmp_path / "none" / "x.fasti"):
        with pytest.raises(UnavailableError, match="cannot be written"):
            export_bundle(origin, path)
    assert list(tmp_path.glob("**/.*unfinished*")) == []


def test_a_file_of_another_sort_is_not_replaced(origin: Settings, bundle: Path, tmp_path: Path) -> None:
    before = bundle.read_bytes()
    export_bundle(origin, bundle)
    assert bundle.read_bytes() == before
    table = tmp_path / "customers.csv"
    table.write_text("name\nNorvik\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"customers\.csv is there and is no bundle, so it is not replaced"):
        export_bundle(origin, table)
    assert table.read_text(encoding="utf-8") == "name\nNorvik\n"

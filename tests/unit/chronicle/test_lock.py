"""The lock: what was shipped is corrected, never edited or removed; new acts are added."""

from dataclasses import replace
from pathlib import Path

import pytest

from fasti.model.entry import Correction
from fasti.model.errors import BadInputError
from fasti.sources.chronicle.digests import fingerprint, fingerprints
from fasti.sources.chronicle.lock import breaches, extend, read_lock, write_lock
from tests.unit.chronicle.authored import chronicle, with_act


def test_the_lock_reads_back_what_it_wrote() -> None:
    locked = {"b": "2" * 64, "correction:1:a": "1" * 64}
    assert read_lock(write_lock(locked)) == locked
    assert write_lock(locked).splitlines()[0] == "2" * 64 + " b"


def test_an_edited_act_is_a_breach() -> None:
    before = fingerprints(chronicle())
    after = fingerprints(with_act('citation = "1 Stat. 1"', 'citation = "1 Stat. 2"'))
    assert breaches(before, after) == [
        "law was shipped and has been edited; undo that and add a correction to corrections.toml."
    ]


def test_a_party_edited_is_a_breach_of_every_act_that_names_it() -> None:
    after = fingerprints(with_act('aka = ["Acme"]', 'aka = ["Acme", "ACME"]', "parties.toml"))
    assert breaches(fingerprints(chronicle()), after) == []
    after = fingerprints(with_act('aka = ["Acme"]', 'aka = ["Acme", "Apex"]', "parties.toml"))
    assert [sentence.split(" ")[0] for sentence in breaches(fingerprints(chronicle()), after)] == [
        "acme-enjoined",
        "acme-listed",
    ]


def test_a_removed_act_is_a_breach_and_a_new_one_is_not() -> None:
    assert breaches({"law": "1"}, {"other": "2"}) == [
        "law was shipped and is gone; put it back and add a correction to corrections.toml."
    ]
    assert breaches({}, {"law": "1"}) == []


def test_a_field_that_the_model_gains_does_not_change_a_fingerprint() -> None:
    (law, *_) = chronicle().acts
    assert fingerprint(law) == fingerprint(replace(law, note="", sources=()))
    assert fingerprint(law) != fingerprint(replace(law, note="A doubt."))


def test_corrections_have_a_place_in_the_lock() -> None:
    whole = replace(chronicle(), corrections=(Correction("law", "Wrong.", "1 Stat. 1"),))
    assert "correction:1:law" in fingerprints(whole)


def test_extending_adds_what_is_new(tmp_path: Path) -> None:
    lock = tmp_path / "chronicle.lock"
    added = extend(lock)
    assert added == len(read_lock(lock.read_text())) > 0
    assert extend(lock) == 0


def test_extending_refuses_to_alter(tmp_path: Path) -> None:
    lock = tmp_path / "chronicle.lock"
    extend(lock)
    edited = read_lock(lock.read_text()) | {"us-eo-13959": "0" * 64}
    lock.write_text(write_lock(edited))
    with pytest.raises(BadInputError, match="us-eo-13959 was shipped and has been edited"):
        extend(lock)
    assert read_lock(lock.read_text()) == edited

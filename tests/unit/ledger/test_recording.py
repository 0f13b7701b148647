"""The times and the digest of an edition, and the order of writing."""

from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from fasti.ledger.codec import content_hash
from fasti.ledger.recording import digest, hashes, make_edition, record_edition
from fasti.model.entry import Edition, Member
from fasti.model.errors import BadInputError
from tests.unit.ledger.authored import RECORDED_AT, edition, entries, listing, on_disk, raw, record

MEMBERS = (Member("entries", "ab" * 32, 1, "sdn.csv"),)


def made(stated_on: date | None, seen_at: datetime) -> Edition:
    return make_edition(
        source="test",
        series="test/csv",
        reader="test/1",
        members=MEMBERS,
        stated_on=stated_on,
        zone="America/New_York",
        seen_at=seen_at,
        parts={"entries": {"k": listing("k")}, "aliases": {}},
        lists=["b", "a"],
    )


def test_an_edition_that_states_its_day_speaks_for_its_end() -> None:
    one = made(date(2022, 4, 6), datetime(2022, 4, 9, tzinfo=UTC))
    assert one.listed_at == one.public_at == datetime(2022, 4, 7, 3, 59, 59, tzinfo=UTC)
    assert (one.basis, one.seen_at) == ("stated", datetime(2022, 4, 9, tzinfo=UTC))


def test_an_edition_never_speaks_for_a_time_after_it_was_seen() -> None:
    seen_at = datetime(2022, 4, 6, 20, tzinfo=UTC)
    one = made(date(2022, 4, 6), seen_at)
    assert one.listed_at == one.public_at == one.seen_at == seen_at
    assert one.basis == "stated"


def test_an_edition_without_a_day_speaks_for_when_it_was_seen() -> None:
    one = made(None, datetime(2022, 4, 6, 20, 1, 2, 999, tzinfo=UTC))
    assert one.listed_at == one.public_at == one.seen_at == datetime(2022, 4, 6, 20, 1, 2, tzinfo=UTC)
    assert one.basis == "seen"


def test_counts_and_lists_are_sorted_and_empty_parts_are_kept() -> None:
    one = made(None, datetime(2022, 4, 6, tzinfo=UTC))
    assert one.counts == (("aliases", 0), ("entries", 1))
    assert one.lists == ("a", "b")


def test_the_digest_covers_part_key_and_content() -> None:
    parts = entries(b="Beta", a="Acme")
    of = {key: content_hash(one) for key, one in parts["entries"].items()}
    lines = f"entries\ttest:a\t{of['test:a']}\nentries\ttest:b\t{of['test:b']}\n"
    assert edition(0, parts).digest == sha256(lines.encode()).hexdigest()
    assert digest(hashes({"other": parts["entries"]})) != edition(0, parts).digest


def test_files_are_kept_before_the_entry(tmp_path: Path) -> None:
    store, archive = on_disk(tmp_path)
    with store:
        entry = record(store, archive, 0, entries(a="Acme"))
        assert entry is not None
        assert archive.hashes() == {sha256(raw(0)).hexdigest()}
        assert record(store, archive, 0, entries(a="Acme")) is None


def test_other_files_than_the_members_are_refused(tmp_path: Path) -> None:
    store, archive = on_disk(tmp_path)
    parts = entries(a="Acme")
    with store, pytest.raises(BadInputError, match="not the members"):
        record_edition(store, archive, edition(0, parts), [raw(1)], parts, RECORDED_AT)
    with on_disk(tmp_path)[0] as again:
        assert again.head()[0] == 0

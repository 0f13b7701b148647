"""`sync` against a publisher's server that works, changes, and says that nothing has changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fasti.model.errors import BadInputError, UnavailableError, UsageError
from fasti.workflows.ingesting import ingest
from fasti.workflows.opening import open_ledger
from fasti.workflows.syncing import sync
from tests.faults.publisher import publishing, redirect, serve, status
from tests.faults.syncs import CONS, CSV, SDN, XML, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with publishing() as publisher:
        desk = Desk(publisher, tmp_path)
        desk.serves()
        yield desk


def _outcomes(desk: Desk) -> list[str]:
    return [one.outcome for one in desk.sync().sources]


def test_new_files_are_admitted_as_seen_when_they_were_fetched(desk: Desk) -> None:
    """Both sources; the four files of the one make one edition."""
    answer = desk.sync()
    assert [(one.source, one.format, one.outcome) for one in answer.sources] == [
        (CONS, "", "admitted"),
        (SDN, "csv", "admitted"),
    ]
    (edition,) = desk.editions(SDN)
    assert [one.role for one in edition.members] == [one.role for one in CSV]
    assert answer.sources[1].seen_at is not None
    assert answer.sources[1].edition is not None
    assert edition.seen_at.isoformat().startswith("2026-01-01T")


def test_a_second_sync_asks_only_for_changes_and_records_nothing(desk: Desk) -> None:
    """The servers say 304, to a request that names what is held."""
    head = desk.sync().head
    desk.publisher.asked.clear()
    answer = desk.sync()
    assert [one.outcome for one in answer.sources] == ["unchanged", "unchanged"]
    assert {file.state for one in answer.sources for file in one.files} == {"not_modified"}
    assert answer.head == head
    told = {path: (said.get("If-None-Match"), said.get("If-Modified-Since")) for path, said in desk.publisher.asked}
    assert told["/sdn.csv"] == ('"sdn.csv-1"', None)
    assert told["/cons.xml"] == (None, "Thu, 01 Jan 2026 00:00:00 GMT")


def test_the_same_content_without_validators_is_unchanged(desk: Desk) -> None:
    """A server that knows nothing of conditions."""
    desk.publisher.does("/cons.xml", serve(XML))
    assert (desk.cons().outcome, desk.cons().outcome) == ("admitted", "unchanged")
    assert len(desk.editions(CONS)) == 1


def test_one_changed_file_of_several_makes_an_edition_with_the_others(desk: Desk) -> None:
    """What is not sent again comes out of the archive."""
    desk.sync(SDN)
    desk.publisher.does("/sdn.csv", serve(CSV[0].data.replace(b"A", b"E", 1), etag='"sdn.csv-2"'))
    desk.days = 1
    (view,) = desk.sync(SDN).sources
    assert [file.state for file in view.files] == ["fetched", "not_modified", "not_modified", "not_modified"]
    assert view.outcome == "admitted"
    assert [len(one.members) for one in desk.editions(SDN)] == [4, 4]


def test_an_edition_that_comes_back_is_an_edition(desk: Desk) -> None:
    """The server says truly that it did not change, but the ledger has a newer one from elsewhere."""
    desk.cons()
    other = desk.folder / "consolidated.xml"
    other.write_bytes(XML.replace(b"</sdnList>", b"<!-- another day --></sdnList>"))
    desk.days = 1
    assert ingest(desk.settings, CONS, [other]).editions[0].outcome == "admitted"
    desk.days = 2
    view = desk.cons()
    assert (view.outcome, [file.state for file in view.files]) == ("admitted", ["not_modified"])


def test_a_server_is_not_believed_for_ever(desk: Desk) -> None:
    """After a week the file is asked for without conditions."""
    desk.cons()
    desk.days = 8
    assert [file.state for file in desk.cons().files] == ["fetched"]
    assert [file.state for file in desk.cons().files] == ["not_modified"]


def test_an_archived_file_that_is_gone_is_fetched_again(desk: Desk) -> None:
    """Without its bytes the word of the server is worth nothing."""
    desk.cons()
    with open_ledger(desk.settings) as ledger:
        (member,) = desk.editions(CONS)[0].members
        (ledger.archive.folder / member.sha256[:2] / member.sha256[2:]).unlink()
    assert [file.state for file in desk.cons().files] == ["fetched"]


def test_files_that_change_while_they_are_fetched_are_fetched_together(desk: Desk) -> None:
    """The publisher puts out a new edition between the first file and the last."""
    newer = serve(CSV[0].data.replace(b"A", b"E", 1), etag='"2"')
    desk.publisher.does("/sdn.csv", serve(CSV[0].data, etag='"1"'), newer)
    (view,) = desk.sync(SDN).sources
    assert view.outcome == "admitted"
    assert desk.publisher.paths().count("/alt.csv") == 2


def test_files_that_never_stand_still_are_unavailable(desk: Desk) -> None:
    """No edition is made of parts of two."""
    states = [serve(CSV[0].data.replace(b"A", b"E", number), etag=f'"{number}"') for number in range(8)]
    desk.publisher.does("/sdn.csv", *states)
    (view,) = desk.sync(SDN).sources
    assert view.outcome == "unavailable"
    assert "changed while they were fetched" in view.reason
    assert desk.editions(SDN) == []


def test_a_redirect_within_the_publishers_domains_is_followed(desk: Desk) -> None:
    """Relative or not; the store behind the first address gives the file."""
    desk.publisher.does("/old", redirect("/older/../cons.xml"))
    desk.publisher.does("/cons.xml", serve(XML))
    assert desk.cons(desk.publisher.url("/old")).outcome == "admitted"


def test_one_sources_failure_is_not_anothers(desk: Desk) -> None:
    """The first fails, the second is recorded."""
    desk.publisher.does("/cons.xml", status(404))
    assert _outcomes(desk) == ["unavailable", "admitted"]


def test_a_reader_that_stumbles_keeps_no_other_source_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its fault is told at the end."""
    from fasti.sources import reading

    def stumble(*_: object) -> None:
        raise KeyError("no such column")

    monkeypatch.setitem(reading.READERS, (CONS, "xml"), stumble)
    with pytest.raises(KeyError):
        desk.sync()
    assert len(desk.editions(SDN)) == 1


def test_a_held_edition_stays_held_when_nothing_changes(desk: Desk) -> None:
    """Whoever looks only at the last run must not take it for well."""
    desk.cons()
    desk.publisher.does("/cons.xml", serve(_shrunk(XML), etag='"2"'))
    desk.days = 1
    assert desk.cons().outcome == "held"
    view = desk.cons()
    assert (view.outcome, [file.state for file in view.files]) == ("held", ["not_modified"])


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("[us_ofac_sdn", BadInputError),
        ("[us_ofac_sdn]\nfetch = 3", BadInputError),
        ("[us_ofac_sdn]\n[[us_ofac_sdn.fetch]]\nadress = 'x'", BadInputError),
        ("[us_ofac_snd]\n[[us_ofac_snd.fetch]]\nurl = 'https://example.org'", UsageError),
    ],
)
def test_addresses_that_cannot_be_used_are_named(desk: Desk, text: str, error: type[Exception]) -> None:
    path = desk.folder / "bad.toml"
    path.write_text(text)
    with pytest.raises(error, match=r"bad\.toml|us_ofac_snd"):
        sync(desk.settings, (), path)


def test_wrong_use_is_told_before_anything_is_asked(desk: Desk) -> None:
    with pytest.raises(UsageError, match="There is no source us_ofac_snd"):
        desk.sync("us_ofac_snd")
    with pytest.raises(UnavailableError, match=r"none\.toml cannot be read"):
        sync(desk.settings, (), desk.folder / "none.toml")
    assert desk.publisher.asked == []


def test_progress_counts_files(desk: Desk) -> None:
    told: list[tuple[int, int, str]] = []
    sync(desk.settings, (), desk.addresses(), lambda *one: told.append(one))
    assert told[0] == (0, 5, "us_ofac_cons cons.xml")
    assert told[-1][:2] == (4, 5)


def _shrunk(data: bytes) -> bytes:
    """Return the file without most of its entries, and a count that fits."""
    head, *entries = data.split(b"<sdnEntry>")
    tail = entries[-1].partition(b"</sdnEntry>")[2]
    count = f"<Record_Count>{len(entries)}<".encode()
    assert count in head
    return (
        head.replace(count, b"<Record_Count>1<")
        + b"<sdnEntry>"
        + entries[0].partition(b"</sdnEntry>")[0]
        + b"</sdnEntry>"
        + tail
    )

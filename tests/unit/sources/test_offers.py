"""What a path offers: one edition, a series, or one edition a format; and what is passed over."""

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fasti.model.errors import BadInputError, RefusedError, UnavailableError, UsageError
from fasti.sources import unpacking
from fasti.sources.description import describe
from fasti.sources.offers import Offer, find_offers, load, seen_at

SDN = "us_ofac_sdn"


def _touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")


def test_a_file_is_one_edition(tmp_path: Path) -> None:
    """Whatever its name; what it is, the reader tells by its content."""
    _touch(tmp_path, "today.csv")
    assert find_offers(SDN, tmp_path / "today.csv") == [
        Offer((("entries", tmp_path / "today.csv"),), None, "today.csv")
    ]


def test_a_member_file_keeps_its_role(tmp_path: Path) -> None:
    """Aliases alone are offered as what they are, and the reader refuses them."""
    _touch(tmp_path, "alt.csv")
    assert find_offers(SDN, tmp_path / "alt.csv")[0].members[0][0] == "aliases"


def test_dated_files_are_a_series(tmp_path: Path) -> None:
    """In order of their dates; an index, a note and a file of another kind are passed over."""
    _touch(
        tmp_path,
        "2022-04-06T1848Z_b.csv.gz",
        "2021-08-18T0939Z_a.csv.gz",
        "2021-08-19_c.csv",
        "INDEX.csv",
        "NOTE.txt",
        "2021-08-20.pdf",
    )
    names = [offer.name for offer in find_offers(SDN, tmp_path)]
    assert names == ["2021-08-18T0939Z_a.csv.gz", "2021-08-19_c.csv", "2022-04-06T1848Z_b.csv.gz"]


def test_a_folder_of_members_is_one_edition_a_format(tmp_path: Path) -> None:
    """Names count in either case; the members come in the publication's order."""
    folder = tmp_path / "2021-07-07"
    _touch(folder, "ALT.CSV", "add.csv.gz", "Sdn.csv", "sdn.xml", "README")
    csv, xml = find_offers(SDN, folder)
    assert [role for role, _ in csv.members] == ["entries", "addresses", "aliases"]
    assert [place.name for _, place in xml.members] == ["sdn.xml"]
    assert csv.seen_at == datetime(2021, 7, 8, 3, 59, 59, tzinfo=UTC)


def test_dated_folders_of_members_are_a_series(tmp_path: Path) -> None:
    """One edition each; a folder without a date is passed over."""
    _touch(tmp_path, "2021-07-07/sdn.csv", "2019-01-16/sdn.csv", "drafts/sdn.csv", "2020-01-01/other.csv")
    assert [offer.name for offer in find_offers(SDN, tmp_path)] == ["2019-01-16", "2021-07-07"]


def test_a_folder_without_editions_says_what_was_looked_for(tmp_path: Path) -> None:
    """The message names the member files."""
    _touch(tmp_path, "INDEX.csv")
    with pytest.raises(BadInputError, match=r"sdn\.csv"):
        find_offers(SDN, tmp_path)


def test_a_missing_path_cannot_be_had(tmp_path: Path) -> None:
    """That is not bad data."""
    with pytest.raises(UnavailableError, match="nowhere"):
        find_offers(SDN, tmp_path / "nowhere")


@pytest.mark.parametrize("source_id", ["xx_nobody", "chronicle"])
def test_a_source_that_takes_no_files_is_misuse(source_id: str, tmp_path: Path) -> None:
    """The message says which do."""
    with pytest.raises(UsageError, match="us_ofac_sdn"):
        find_offers(source_id, tmp_path)


@pytest.mark.parametrize(
    ("name", "instant"),
    [
        ("2021-06-04T0122Z_6a40fb31.xml.gz", datetime(2021, 6, 4, 1, 22, tzinfo=UTC)),
        ("2021-06-04T012259Z", datetime(2021, 6, 4, 1, 22, 59, tzinfo=UTC)),
        ("2021-01-28", datetime(2021, 1, 29, 4, 59, 59, tzinfo=UTC)),
        ("2021-07-28_x.csv", datetime(2021, 7, 29, 3, 59, 59, tzinfo=UTC)),
        ("2021-13-28", None),
        ("2021-06-04T2522Z", None),
        ("2021-06-041", None),
        ("sdn.csv", None),
    ],
)
def test_a_dated_name_is_an_instant(name: str, instant: datetime | None) -> None:
    """A bare day counts from its end in the publisher's zone, in winter and in summer."""
    assert seen_at(name, describe(SDN)) == instant


def test_a_compressed_file_is_unpacked(tmp_path: Path) -> None:
    """By its first bytes, whatever it is called."""
    (tmp_path / "sdn.csv").write_bytes(gzip.compress(b"rows"))
    assert load(find_offers(SDN, tmp_path / "sdn.csv")[0])[0].data == b"rows"


def test_a_cut_or_damaged_archive_is_refused(tmp_path: Path) -> None:
    """Half a gzip file is not half a list."""
    whole = gzip.compress(bytes(range(256)) * 10)
    for name, data in (("cut", whole[:-9]), ("damaged", whole[:20] + b"\xff\xff" + whole[22:])):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(RefusedError, match="gzip"):
            load(find_offers(SDN, tmp_path / name)[0])


def test_a_zip_archive_is_refused(tmp_path: Path) -> None:
    """It may hold anything; the message says what to do."""
    (tmp_path / "sdn.zip").write_bytes(b"PK\x03\x04rest")
    with pytest.raises(RefusedError, match="Unpack"):
        load(find_offers(SDN, tmp_path / "sdn.zip")[0])


def test_nothing_is_unpacked_beyond_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file that unpacks to a flood is refused, and so is a large one."""
    monkeypatch.setattr(unpacking, "MOST_BYTES", 1000)
    for name, data in (("bomb.gz", gzip.compress(bytes(5000))), ("large", bytes(1001))):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(RefusedError, match="1000"):
            load(find_offers(SDN, tmp_path / name)[0])


def test_an_unreadable_member_cannot_be_had(tmp_path: Path) -> None:
    """A file that went away between finding and loading."""
    _touch(tmp_path, "sdn.csv")
    offer = find_offers(SDN, tmp_path)[0]
    (tmp_path / "sdn.csv").unlink()
    with pytest.raises(UnavailableError, match=r"sdn\.csv"):
        load(offer)

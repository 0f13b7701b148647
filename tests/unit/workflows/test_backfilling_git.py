"""The history that a git repository or a dated folder holds: each edition at the time that is attested, once."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from fasti.ledger.sqlite import open_store
from fasti.model.backfill import BackfillAnswer
from fasti.model.entry import Edition
from fasti.model.errors import BadInputError, UnavailableError, UsageError
from fasti.workflows.backfilling import backfill, between, of_folder, of_git
from fasti.workflows.settings import Settings
from fasti.workflows.verification import verify
from tests.unit.workflows.past_worlds import commit, csv_files, git, settings_in

FILES = ("lists/sdn.csv", "lists/alt.csv", "lists/add.csv")


def _put(files: dict[str, bytes]) -> dict[str, bytes | None]:
    return {f"lists/{name}": data for name, data in files.items()}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with three editions, an error page, a removal, and commits about something else."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, {"README": b"lists\n"}, "2024-01-01T00:00:00Z")
    commit(folder, _put(csv_files()), "2024-01-05T12:00:00Z")
    commit(folder, {"README": b"about lists\n"}, "2024-01-06T00:00:00Z")
    commit(folder, _put(csv_files(b"AMENDED")), "2024-02-05T13:00:00+01:00")
    commit(folder, {"lists/sdn.csv": b"<html>busy</html>"}, "2024-02-20T12:00:00Z")
    commit(folder, _put(csv_files()), "2024-03-05T12:00:00Z")
    commit(folder, dict.fromkeys(FILES), "2024-04-05T12:00:00Z")
    return folder


def _editions(settings: Settings) -> list[Edition]:
    with open_store(settings.ledger) as store:
        bodies = [entry.body for entry in store.log()]
    return [body for body in bodies if isinstance(body, Edition) and body.source == "us_ofac_sdn"]


def _run(settings: Settings, repository: Path, *paths: str) -> BackfillAnswer:
    return backfill(settings, "us_ofac_sdn", str(repository), of_git("us_ofac_sdn", repository, paths or FILES))


def test_each_commit_that_changed_the_files_is_an_edition_at_its_commit_time(repository: Path, tmp_path: Path) -> None:
    """An error page and a removal are told and stop nothing; when it was written does not count."""
    settings = settings_in(tmp_path / "ledger")
    answer = _run(settings, repository)
    assert [one.outcome for one in answer.past] == ["admitted", "admitted", "refused", "admitted", "refused"]
    assert "web page" in answer.past[2].reason
    assert "removed the files" in answer.past[4].reason
    editions = _editions(settings)
    assert [one.seen_at for one in editions] == [
        datetime(2024, 1, 5, 12, tzinfo=UTC),
        datetime(2024, 2, 5, 12, tzinfo=UTC),
        datetime(2024, 3, 5, 12, tzinfo=UTC),
    ]
    assert [tuple(member.role for member in one.members) for one in editions] == [
        ("entries", "aliases", "addresses")
    ] * 3
    assert verify(settings, deep=True).faults == ()


def test_a_second_run_finds_nothing_new_and_one_that_stopped_goes_on(repository: Path, tmp_path: Path) -> None:
    """Whatever the first run got through stays; the rest is added, and the ledger says the same as after one run."""
    settings, whole = settings_in(tmp_path / "ledger"), settings_in(tmp_path / "whole")
    past = of_git("us_ofac_sdn", repository, FILES)
    backfill(settings, "us_ofac_sdn", "a repository", past[:1])
    answer = _run(settings, repository)
    assert [one.outcome for one in answer.past][:2] == ["unchanged", "admitted"]
    assert _run(settings, repository).head == answer.head
    _run(whole, repository)
    assert verify(settings).content_id == verify(whole).content_id


def test_a_merge_counts_when_it_reached_the_branch(tmp_path: Path) -> None:
    """What lay on another branch before was not what the branch held."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, _put(csv_files()), "2024-01-05T12:00:00Z")
    git(folder, "checkout", "--quiet", "-b", "side")
    commit(folder, _put(csv_files(b"AMENDED")), "2024-02-05T12:00:00Z")
    git(folder, "checkout", "--quiet", "main")
    git(folder, "merge", "--quiet", "--no-ff", "side", "-m", "merge", at="2024-03-05T12:00:00Z")
    past = of_git("us_ofac_sdn", folder, ["lists/sdn.csv"])
    assert [one.seen_at.month for one in past] == [1, 3]


def test_of_commits_within_one_second_the_last_stands(tmp_path: Path) -> None:
    """Two editions at one instant would be one and the same moment of the list."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, _put(csv_files()), "2024-01-05T12:00:00Z")
    last = commit(folder, _put(csv_files(b"AMENDED")), "2024-01-05T12:00:00Z")
    assert [one.name for one in of_git("us_ofac_sdn", folder, ["lists/sdn.csv"])] == [last[:12]]


def test_a_commit_from_the_future_is_refused(tmp_path: Path) -> None:
    """Nobody can have seen it yet."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, _put(csv_files()), "2040-01-05T12:00:00Z")
    answer = _run(settings_in(tmp_path / "ledger"), folder)
    assert [(one.outcome, one.reason) for one in answer.past] == [
        ("refused", "It is dated in the future: check the clocks.")
    ]


def test_bounds_are_inclusive(repository: Path) -> None:
    past = of_git("us_ofac_sdn", repository, FILES)
    assert [one.seen_at.month for one in between(past, past[1].seen_at, past[3].seen_at)] == [2, 2, 3]
    assert between(past, None, None) == past


@pytest.mark.parametrize(
    ("paths", "error", "told"),
    [
        (["lists/none.csv"], UnavailableError, "No commit of"),
        (["../sdn.csv"], UsageError, "without .."),
        (["/etc/passwd"], UsageError, "without / in front"),
        (["lists/sdn.csv", "old/sdn.csv"], UsageError, "each once"),
        ([], UsageError, "needs --path"),
        (["lists/*.csv"], UnavailableError, "No commit of"),
        (["--all"], UnavailableError, "No commit of"),
    ],
)
def test_paths_are_places_in_the_repository(
    repository: Path, paths: list[str], error: type[Exception], told: str
) -> None:
    """No pattern, no option, nothing outside."""
    with pytest.raises(error, match=told):
        of_git("us_ofac_sdn", repository, paths)


def test_what_is_no_repository_or_no_source_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever checkout the temporary folder happens to lie in."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UnavailableError, match="cannot be read as a git repository"):
        of_git("us_ofac_sdn", tmp_path, ["sdn.csv"])
    with pytest.raises(UsageError, match="no source that can be read"):
        of_git("us_ofac_sdm", tmp_path, ["sdn.csv"])


def test_a_dated_folder_is_an_archive_too(tmp_path: Path) -> None:
    """A name without a date is none of its editions."""
    for day in ("2024-01-05", "2024-02-05", "current"):
        folder = tmp_path / "folder" / day
        folder.mkdir(parents=True)
        for name, data in csv_files().items():
            (folder / name).write_bytes(data)
    settings = settings_in(tmp_path / "ledger")
    past = of_folder("us_ofac_sdn", tmp_path / "folder")
    assert [one.name for one in past] == ["2024-01-05", "2024-02-05"]
    assert [one.outcome for one in backfill(settings, "us_ofac_sdn", "a folder", past).past] == ["admitted"] * 2
    assert [one.outcome for one in backfill(settings, "us_ofac_sdn", "a folder", past).past] == ["unchanged"] * 2
    with pytest.raises(BadInputError, match="is dated"):
        of_folder("us_ofac_sdn", tmp_path / "folder" / "current")

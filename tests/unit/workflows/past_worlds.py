"""Authored archives for the tests of backfilling: a git repository, and a server that answers as the eCFR does."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from fasti.workflows.settings import Settings
from tests.golden.sources.editions import members
from tests.unit.workflows.answering import answering

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
SUPPLEMENT = "Supplement No. 4 to Part 744"


def settings_in(folder: Path) -> Settings:
    """Return the settings of a ledger in a folder."""
    folder.mkdir(exist_ok=True)
    return Settings(folder / "ledger.db", "fasti/test", lambda: NOW)


def csv_files(remark: bytes = b"") -> dict[str, bytes]:
    """Return the authored CSV files of the SDN List by name, the first entry with a title of ours, if one is given."""
    files = {one.name: one.data for one in members("us_ofac_sdn", "csv")}
    main = files["sdn.csv"]
    return {**files, "sdn.csv": main.replace(b"-0- ", remark, 1) if remark else main}


def git(repository: Path, *arguments: str, at: str = "") -> str:
    """Run git as a person whose machine has no settings, at a time."""
    environment = {
        "PATH": "/usr/bin:/bin:/usr/local/bin",
        "HOME": str(repository),
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_{what}": "nobody" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        "GIT_AUTHOR_DATE": "2020-01-01T00:00:00Z",
        "GIT_COMMITTER_DATE": at or "2020-01-01T00:00:00Z",
    }
    line = ["git", "-C", str(repository), *arguments]
    return subprocess.run(line, check=True, capture_output=True, text=True, env=environment).stdout


def commit(repository: Path, files: Mapping[str, bytes | None], at: str) -> str:
    """Write files (`None` removes one), commit them at a time, and return the commit."""
    for name, data in files.items():
        path = repository / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if data is None:
            path.unlink()
        else:
            path.write_bytes(data)
    git(repository, "add", "--all", at=at)
    git(repository, "commit", "--quiet", "--allow-empty", "-m", "an edition", at=at)
    return git(repository, "rev-parse", "HEAD").strip()


@dataclass
class Server:
    """What a server answers by path and query, and what it was asked.

    Attributes:
        base: Its address.
        versions: What the endpoint `versions` lists.
        texts: What `full` gives by date; a date that is missing is answered 404.
        up_to_date: The last day for which the archive speaks.
        asked: Paths and queries, in order.
    """

    base: str = ""
    versions: list[dict[str, object]] = field(default_factory=list)
    texts: dict[str, bytes] = field(default_factory=dict)
    up_to_date: str = "2021-04-01"
    asked: list[str] = field(default_factory=list)


def version(day: str, issued: str, *, removed: bool = False, identifier: str = SUPPLEMENT) -> dict[str, object]:
    """Return one entry of `content_versions`, as the versioner writes it."""
    return {
        "date": day,
        "amendment_date": day,
        "issue_date": issued,
        "identifier": identifier,
        "name": f"{identifier} - Entity List",
        "part": "744",
        "substantive": True,
        "removed": removed,
        "subpart": None,
        "title": "15",
        "type": "appendix",
    }


@contextmanager
def served() -> Iterator[Server]:
    """Serve as the eCFR does on this machine, for the time of the block."""
    told = Server()

    def answer(path: str) -> tuple[int, str, bytes]:
        told.asked.append(path)
        parts = urlsplit(path)
        if parts.path == "/api/versioner/v1/titles.json":
            title = {"number": 15, "name": "Commerce and Foreign Trade", "up_to_date_as_of": told.up_to_date}
            return 200, "application/json", json.dumps({"titles": [title]}).encode()
        assert parse_qs(parts.query) == {"part": ["744"], "appendix": [SUPPLEMENT]}
        if parts.path == "/api/versioner/v1/versions/title-15.json":
            body = json.dumps({"content_versions": told.versions, "meta": {"title": "15"}}).encode()
            return 200, "application/json", body
        day = parts.path.removeprefix("/api/versioner/v1/full/").removesuffix("/title-15.xml")
        found = told.texts.get(day)
        return 404 if found is None else 200, "application/xml", found or b""

    with answering(answer) as told.base:
        yield told

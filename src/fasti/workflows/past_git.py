"""The past editions that a git repository holds: each commit of its branch that changed the files, at its time."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path, PurePosixPath

from fasti.model.errors import RefusedError, UnavailableError, UsageError
from fasti.model.listing import ENTRIES
from fasti.sources.description import describe
from fasti.sources.drafting import RawMember
from fasti.sources.gates import MOST_BYTES, refuse
from fasti.sources.unpacking import unpack_bytes
from fasti.workflows.past import Past

_QUIET = {
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
"""A path is a path and no pattern; nothing is fetched, locked or asked."""


def commits_of(source_id: str, repository: Path, paths: Sequence[str]) -> list[Past]:
    """Return one past edition for each commit on the first line of descent that changed any of the files, oldest first.

    The time of a commit is when it was committed, not when it was written: what was rebased counts as seen later.
    Of several commits within one second the last stands.

    Args:
        source_id: The publication that the files are of.
        repository: A checkout or a bare repository.
        paths: The member files, relative to `repository`, the main one first.

    Raises:
        UnavailableError: There is no git, no repository, or no such file in its history.
        UsageError: Two of the files are the same member.
    """
    roles = _roles(source_id, paths)
    told = _git(repository, "rev-list", "--first-parent", "--reverse", "--timestamp", "HEAD", "--", *roles)
    commits = {int(when): commit for when, commit in (line.split() for line in told.decode("ascii").splitlines())}
    if not commits:
        raise UnavailableError(f"No commit of {repository} touches {', '.join(paths)}: check --path.")
    return [_past(repository, commit, when, roles) for when, commit in sorted(commits.items())]


def _past(repository: Path, commit: str, when: int, roles: Mapping[str, str]) -> Past:
    return Past(commit[:12], datetime.fromtimestamp(when, UTC), partial(_load, repository, commit, roles))


def _load(repository: Path, commit: str, roles: Mapping[str, str]) -> tuple[RawMember, ...]:
    """Return the files as they stood at a commit.

    Raises:
        RefusedError: None of them was there then, or one is too large or damaged.
    """
    found = _git(repository, "ls-tree", "--name-only", "-z", commit, "--", *roles).decode("utf-8", "replace")
    names = set(found.split("\0"))
    members = tuple(
        RawMember(role, PurePosixPath(path).name, _blob(repository, commit, path))
        for path, role in roles.items()
        if path in names
    )
    if not members:
        raise RefusedError(f"{commit[:12]} removed the files: it is no edition.")
    return members


def _blob(repository: Path, commit: str, path: str) -> bytes:
    name = PurePosixPath(path).name
    size = int(_git(repository, "cat-file", "-s", f"{commit}:./{path}"))
    if size > MOST_BYTES:
        refuse(name, f"has {size} bytes, more than the {MOST_BYTES} that are ever read")
    return unpack_bytes(name, _git(repository, "cat-file", "blob", f"{commit}:./{path}"))


def _roles(source_id: str, paths: Sequence[str]) -> dict[str, str]:
    """Return the role of each file, told by its name; any other name is the main file's."""
    members = {name: role for names in describe(source_id).members.values() for name, role in names.items()}
    plain = [PurePosixPath(path).as_posix() for path in paths]
    if any(".." in PurePosixPath(path).parts or path.startswith("/") for path in plain):
        raise UsageError("--path takes the place of a file within the repository, without / in front and without ..")
    roles = {path: members.get(PurePosixPath(path).name.lower().removesuffix(".gz"), ENTRIES) for path in plain}
    if not roles or len(set(roles.values())) != len(paths):
        raise UsageError("--from-git needs --path: the main file, and its other member files each once.")
    return dict(sorted(roles.items(), key=lambda one: one[1] != ENTRIES))


def _git(repository: Path, *arguments: str) -> bytes:
    """Run a plumbing command of git, which runs nothing that the repository brings."""
    program = shutil.which("git")
    if program is None:
        raise UnavailableError("There is no git on this machine: install it, or use --from-folder.")
    line = [program, "-c", "core.fsmonitor=false", "-C", str(repository), *arguments]
    done = subprocess.run(  # noqa: S603 - no shell; what is given are a folder, paths after --, and hashes
        line, capture_output=True, check=False, stdin=subprocess.DEVNULL, env={**os.environ, **_QUIET}
    )
    if done.returncode:
        why = (done.stderr.decode("utf-8", "replace").strip().splitlines() or ["git says nothing"])[-1]
        raise UnavailableError(f"{repository} cannot be read as a git repository ({why}): check the folder.")
    return done.stdout

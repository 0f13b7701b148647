"""What installs the package: exact pins for everything, and no address of any registry."""

import re
import tomllib
from importlib import metadata

import pytest

from tests.shape.tree import ROOT, place

# Written in pieces, because this file is searched too.
HOSTS = re.compile(
    "|".join(("py" + r"pi\.org", "python" + "hosted", "ana" + r"conda\.org", "--(extra-)?" + "index-url"))
)
PIN = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)==(\S+)")


def test_every_part_is_pinned_to_what_is_installed() -> None:
    """`constraints.txt` pins what `fasti[dev]` needs, directly or not; what is installed has that version."""
    needed = _closure("fasti", frozenset({"dev"})) - {"fasti"}
    pins = _pins()
    assert sorted(pins) == sorted(needed)
    assert {name: metadata.version(name) for name in pins} == pins


def test_constraints_are_names_and_versions_only() -> None:
    """No host, hash, option or marker, so that the file serves with any registry."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("# ") and not PIN.fullmatch(line)] == []


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt", ".ci/run", ".ci/test", ".ci/wheels"])
def test_installing_names_no_address(name: str) -> None:
    """Where packages come from is the machine's business."""
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


def test_no_file_names_a_registry() -> None:
    """Neither code nor documentation names a package registry's host."""
    folders = [ROOT / name for name in (".ci", "src", "tests", "docs", "bench", "changes")]
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in {".py", ".md", ".toml", ""}]
    files = [path for path in [*files, *ROOT.glob("*.*")] if path.is_file() and path.name != ".DS_Store"]
    assert [place(path) for path in files if HOSTS.search(path.read_text(encoding="utf-8"))] == []


def _pins() -> dict[str, str]:
    """Return the pinned version of each part."""
    return dict(PIN.findall((ROOT / "constraints.txt").read_text(encoding="utf-8")))


def _asked_for(name: str) -> list[str]:
    """Return what a distribution asks for; ours as `pyproject.toml` says today, whenever it was installed."""
    if name != "fasti":
        return metadata.requires(name) or []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].items()
    return [*project["dependencies"], *(f'{one}; extra == "{extra}"' for extra, texts in extras for one in texts)]


def _closure(name: str, extras: frozenset[str] = frozenset()) -> set[str]:
    """Return a distribution and everything it needs here, by normalised name."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    found: set[str] = set()
    waiting = [(name, extras)]
    while waiting:
        name, extras = waiting.pop()
        found.add(canonicalize_name(name))
        for text in _asked_for(name):
            one = Requirement(text)
            applies = one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in extras or {""})
            if applies and canonicalize_name(one.name) not in found:
                waiting.append((one.name, frozenset(one.extras)))
    return found

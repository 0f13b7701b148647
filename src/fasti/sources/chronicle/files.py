"""The chronicle's TOML files as shipped, unread: cheap enough to ask at every start whether they are new."""

from collections.abc import Iterator
from pathlib import Path

from fasti.sources.drafting import RawMember

FOLDER = Path(__file__).parent
SUFFIX = ".toml"


def shipped_members() -> tuple[RawMember, ...]:
    """Return the chronicle's TOML files, by name."""
    found = _files(FOLDER, "")
    return tuple(sorted(found, key=lambda member: member.name))


def _files(folder: Path, prefix: str) -> Iterator[RawMember]:
    """Read the TOML files of a folder and the folders in it."""
    for item in folder.iterdir():
        if item.is_dir() and item.name.isidentifier():
            yield from _files(item, f"{prefix}{item.name}/")
        elif item.name.endswith(SUFFIX):
            name = f"{prefix}{item.name}"
            yield RawMember(role=name.removesuffix(SUFFIX), name=name, data=item.read_bytes())

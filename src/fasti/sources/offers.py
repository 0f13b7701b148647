"""Find the editions that a path offers: a file, a folder of dated names, or a folder of member files.

What is neither dated nor named as a member file (an index, a note) is no edition and is never opened.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from fasti.model.errors import BadInputError, UnavailableError
from fasti.model.listing import ENTRIES
from fasti.model.moment import end_of_day, utc_text
from fasti.sources.description import Description, describe
from fasti.sources.drafting import RawMember
from fasti.sources.unpacking import unpack

_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{4}(?:\d{2})?)Z(?![0-9A-Za-z])")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?![0-9T])")
_COMPRESSED = ".gz"


@dataclass(frozen=True, slots=True)
class Offer:
    """The files of one edition in one format, not yet read.

    Attributes:
        members: Role and place of each file, in the order of the publication's own members.
        seen_at: When the name says that they were seen; `None` if it does not.
        name: Name of the file or folder, for people.
    """

    members: tuple[tuple[str, Path], ...]
    seen_at: datetime | None
    name: str


def find_offers(source_id: str, path: Path) -> list[Offer]:
    """Return the editions a path offers, oldest first as far as their names say.

    Args:
        source_id: The publication they are offered as.
        path: A file (one edition), a folder with the publication's member files (one edition a format), or a folder
            of dated files or of dated folders with member files (one edition each).

    Raises:
        UnavailableError: There is nothing at the path.
        BadInputError: The folder holds no edition.
    """
    source = describe(source_id)
    if path.is_file():
        return [Offer(((_roles(source).get(_plain(path), ENTRIES), path),), seen_at(path.name, source), path.name)]
    if not path.is_dir():
        raise UnavailableError(f"There is no file or folder {path}: check the path.")
    offers = [
        *_of_members(source, path),
        *(offer for child in sorted(path.iterdir()) for offer in _dated(source, child)),
    ]
    if not offers:
        known = ", ".join(_roles(source))
        raise BadInputError(
            f"{path} holds no edition of {source_id}: offer a file, or a folder with dated names or with {known}."
        )
    return sorted(offers, key=lambda offer: (utc_text(offer.seen_at) if offer.seen_at else "", offer.name))


def load(offer: Offer) -> tuple[RawMember, ...]:
    """Return the files of an offer with their bytes, uncompressed.

    Raises:
        UnavailableError: A file cannot be read.
        RefusedError: A file is too large, or a damaged or unsuitable archive.
    """
    return tuple(RawMember(role, place.name, unpack(place)) for role, place in offer.members)


def seen_at(name: str, source: Description) -> datetime | None:
    """Return the instant that a dated name states: its own, or the end of its day in the publisher's zone.

    Args:
        name: Name of a file or folder, e.g. `2021-06-04T0122Z_6a40fb31.xml.gz` or `2025-12-19`.
        source: The publication.
    """
    instant, day = _INSTANT.match(name), _DAY.match(name)
    try:
        if instant:
            form = "%Y-%m-%dT%H%M%S" if len(instant[1]) > len("2021-06-04T0122") else "%Y-%m-%dT%H%M"
            return datetime.strptime(instant[1], form).replace(tzinfo=UTC)
        return end_of_day(date.fromisoformat(day[1]), source.info.zone) if day else None
    except ValueError:
        return None


def _dated(source: Description, path: Path) -> Iterator[Offer]:
    """Yield what an item of a folder offers, if its name is dated."""
    stated = seen_at(path.name, source)
    if stated is None:
        return
    if path.is_dir():
        yield from _of_members(source, path)
    elif _plain(path).endswith(tuple(f".{form}" for form in source.members)):
        yield Offer(((ENTRIES, path),), stated, path.name)


def _of_members(source: Description, folder: Path) -> Iterator[Offer]:
    """Yield one offer for each format of which a folder has the primary file."""
    files = {_plain(child): child for child in sorted(folder.iterdir()) if child.is_file()}
    for names in source.members.values():
        members = tuple((role, files[name]) for name, role in names.items() if name in files)
        if members:
            yield Offer(members, seen_at(folder.name, source), folder.name)


def _plain(path: Path) -> str:
    """Return a file's name as the publisher writes it: lower case, without the ending of a compressed file."""
    return path.name.lower().removesuffix(_COMPRESSED)


def _roles(source: Description) -> dict[str, str]:
    return {name: role for names in source.members.values() for name, role in names.items()}

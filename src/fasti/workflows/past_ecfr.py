"""The past editions that the eCFR holds of a supplement: one for each day on which its text changed, and some between.

Its versioner is described at https://www.ecfr.gov/developers/documentation/api/v1; it is an editorial compilation,
and brings an amendment about two business days after it took effect.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import TypeVar
from urllib.parse import urlencode

import msgspec

from fasti.model.errors import RefusedError
from fasti.model.listing import ENTRIES
from fasti.model.moment import end_of_day
from fasti.sources.archives import ZONE, Archive
from fasti.sources.drafting import RawMember
from fasti.workflows.asking_archives import Ask
from fasti.workflows.past import Past

Shape = TypeVar("Shape")

FORM = "xml"
"""Of the series whose readers take what `full` gives."""


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """What the versioner says of one version of one section or appendix.

    Attributes:
        day: The day from which the text stands.
        identifier: Name of the section or appendix.
        issue_date: The day of the Code in which the archive first brought it.
        removed: Whether it was taken out of the Code on that day.
        type: `section` or `appendix`.
    """

    day: date = msgspec.field(name="date")
    identifier: str
    issue_date: date | None = None
    removed: bool = False
    type: str = ""


class Versions(msgspec.Struct, frozen=True):
    """Answer of the versioner's endpoint `versions`."""

    content_versions: tuple[Version, ...]


class Title(msgspec.Struct, frozen=True):
    """What the versioner says of a title.

    Attributes:
        number: Its number.
        up_to_date_as_of: The last day for which the archive speaks.
    """

    number: int
    up_to_date_as_of: date | None = None


class Titles(msgspec.Struct, frozen=True):
    """Answer of the versioner's endpoint `titles`."""

    titles: tuple[Title, ...]


def versions_of(archive: Archive, ask: Ask, every: int) -> list[Past]:
    """Return one past edition for each day on which the supplement's text changed, oldest first, and some between.

    An edition speaks for that day. It counts as seen, and as public, from the end of the day of the Code's issue that
    brought it, because no more is attested: the rule itself was published elsewhere, and often before. Where the text
    stood longer than `every` days it is asked for again at that distance, so that it does not count as stale.

    Args:
        archive: Which supplement, and where.
        ask: Asks an address; used for the list of versions now, and for each text when it is loaded.
        every: Days after which an edition counts as stale.

    Raises:
        UnavailableError: The archive cannot be reached.
        RefusedError: Its answer is not what its documentation says, or it knows no such supplement.
    """
    name = f"versions/title-{archive.title}.json"
    told = _told(archive, f"{name}?{_query(archive)}", ask, Versions)
    mine = _by_day([one for one in told.content_versions if one.identifier == archive.appendix])
    if not mine:
        raise RefusedError(f"{name} was refused: it holds no version of {archive.appendix}. Check the archive's name.")
    ends = [*list(mine)[1:], _last_day(archive, ask)]
    return [
        one
        for (day, versions), end in zip(mine.items(), ends, strict=True)
        for one in (_past(archive, day, versions, ask), *_between(archive, day, end, every, versions, ask))
    ]


def _told(archive: Archive, place: str, ask: Ask, shape: type[Shape]) -> Shape:
    """Return what an endpoint says."""
    name = place.partition("?")[0]
    data = ask(name, f"{archive.base}/api/versioner/v1/{place}", ("application/json",))
    try:
        return msgspec.json.decode(data, type=shape)
    except msgspec.MsgspecError as error:
        raise RefusedError(f"{name} was refused: it is not what the archive documents ({error}). Try later.") from error


def _query(archive: Archive) -> str:
    return urlencode({"part": archive.part, "appendix": archive.appendix})


def _last_day(archive: Archive, ask: Ask) -> date:
    """Return the first day for which the archive does not speak."""
    titles = _told(archive, "titles.json", ask, Titles).titles
    days = [one.up_to_date_as_of for one in titles if str(one.number) == archive.title and one.up_to_date_as_of]
    return max(days, default=date.min) + timedelta(days=1)


def _by_day(versions: Sequence[Version]) -> dict[date, list[Version]]:
    found: dict[date, list[Version]] = {}
    for one in versions:
        found.setdefault(one.day, []).append(one)
    return dict(sorted(found.items()))


def _past(archive: Archive, day: date, versions: Sequence[Version], ask: Ask) -> Past:
    issued = max(one.issue_date or day for one in versions)
    removed = any(one.removed for one in versions)
    load = partial(_load, archive, day, ask, removed=removed)
    return Past(day.isoformat(), end_of_day(max(day, issued), ZONE), load, day, FORM)


def _between(
    archive: Archive, day: date, end: date, every: int, versions: Sequence[Version], ask: Ask
) -> Iterator[Past]:
    """Yield the text as it still stood, again and again, until another took its place."""
    later = day + timedelta(days=every)
    while later < end and not any(one.removed for one in versions):
        load = partial(_load, archive, later, ask, removed=False)
        yield Past(later.isoformat(), end_of_day(later, ZONE), load, later, FORM)
        later += timedelta(days=every)


def _load(archive: Archive, day: date, ask: Ask, *, removed: bool) -> tuple[RawMember, ...]:
    if removed:
        raise RefusedError(f"{archive.appendix} was taken out of the Code on {day}: that is no edition of a list.")
    address = f"{archive.base}/api/versioner/v1/full/{day}/title-{archive.title}.xml?{_query(archive)}"
    name = f"{day}_title-{archive.title}_part-{archive.part}.xml"
    return (RawMember(ENTRIES, name, ask(name, address, ())),)

"""The past editions that the eCFR holds of a supplement: one for each date on which its text changed, from 2017.

Its versioner is described at https://www.ecfr.gov/developers/documentation/api/v1; it is an editorial compilation,
and brings an amendment about two business days after it took effect.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial
from urllib.parse import urlencode

import msgspec

from fasti.model.errors import RefusedError
from fasti.model.listing import ENTRIES
from fasti.model.moment import end_of_day
from fasti.sources.archives import ZONE, Archive
from fasti.sources.drafting import RawMember
from fasti.workflows.asking_archives import Ask
from fasti.workflows.past import Past

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


def versions_of(archive: Archive, ask: Ask) -> list[Past]:
    """Return one past edition for each day on which the supplement's text changed, oldest first.

    An edition speaks for that day. It counts as seen, and as public, from the end of the day of the Code's issue that
    brought it, because no more is attested: the rule itself was published elsewhere, and often before.

    Args:
        archive: Which supplement, and where.
        ask: Asks an address; used for the list of versions now, and for each text when it is loaded.

    Raises:
        UnavailableError: The archive cannot be reached.
        RefusedError: Its answer is not what its documentation says, or it knows no such supplement.
    """
    query = urlencode({"part": archive.part, "appendix": archive.appendix})
    address = f"{archive.base}/api/versioner/v1/versions/title-{archive.title}.json?{query}"
    name = f"title-{archive.title}.json"
    try:
        told = msgspec.json.decode(ask(name, address, ("application/json",)), type=Versions)
    except msgspec.MsgspecError as error:
        raise RefusedError(f"{name} was refused: it is no list of versions ({error}). Try again later.") from error
    mine = [one for one in told.content_versions if one.identifier == archive.appendix]
    if not mine:
        raise RefusedError(f"{name} was refused: it holds no version of {archive.appendix}. Check the archive's name.")
    return [_past(archive, day, ones, ask) for day, ones in sorted(_by_day(mine).items())]


def _by_day(versions: Sequence[Version]) -> dict[date, list[Version]]:
    found: dict[date, list[Version]] = {}
    for one in versions:
        found.setdefault(one.day, []).append(one)
    return found


def _past(archive: Archive, day: date, versions: Sequence[Version], ask: Ask) -> Past:
    issued = max(one.issue_date or day for one in versions)
    removed = any(one.removed for one in versions)
    load = partial(_load, archive, day, ask, removed=removed)
    return Past(day.isoformat(), end_of_day(max(day, issued), ZONE), load, day, FORM)


def _load(archive: Archive, day: date, ask: Ask, *, removed: bool) -> tuple[RawMember, ...]:
    if removed:
        raise RefusedError(f"{archive.appendix} was taken out of the Code on {day}: that is no edition of a list.")
    query = urlencode({"part": archive.part, "appendix": archive.appendix})
    address = f"{archive.base}/api/versioner/v1/full/{day}/title-{archive.title}.xml?{query}"
    name = f"{day}_title-{archive.title}_part-{archive.part}.xml"
    return (RawMember(ENTRIES, name, ask(name, address, ())),)

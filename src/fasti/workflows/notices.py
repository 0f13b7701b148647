"""`backfill --notices`: documents of the Federal Register that may speak of a list, kept for a person to read.

No act is made of them: a search does not know what a document does. Each is told with the acts that cite it already.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import msgspec

from fasti.model.act import Act
from fasti.model.backfill import BackfillAnswer, PastView
from fasti.model.errors import RefusedError, UnavailableError, UsageError
from fasti.model.listing import ENTRIES
from fasti.model.moment import end_of_day, utc_text
from fasti.sources.archives import ZONE, Search, searches
from fasti.sources.chronicle.loader import load_chronicle
from fasti.sources.drafting import RawMember
from fasti.workflows.asking_archives import Ask, Asker
from fasti.workflows.past import Past
from fasti.workflows.settings import Settings

SCHEMA = "fasti/backfill/1"
INDEX = "notices.json"
PER_PAGE = 100
MOST_FOUND = 2000
"""The Register shows no more of one search; each year is searched by itself."""
FIRST_YEAR = 1994
FIELDS = ("citation", "document_number", "effective_on", "full_text_xml_url", "html_url", "publication_date", "title")

_NUMBER = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")

Progress = Callable[[int, int, str], None]


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """One document, as the Register's API describes it."""

    document_number: str
    publication_date: date
    title: str
    citation: str | None = None
    effective_on: date | None = None
    html_url: str = ""
    full_text_xml_url: str | None = None


class Page(msgspec.Struct, frozen=True):
    """Answer of the endpoint `documents`."""

    count: int
    results: tuple[Notice, ...] = ()
    total_pages: int = 0


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the index: the document, its file, and the acts of the chronicle that cite it."""

    document_number: str
    publication_date: date
    effective_on: date | None
    title: str
    citation: str | None
    html_url: str
    file: str
    sha256: str
    acts: tuple[str, ...]


def keep_notices(
    settings: Settings,
    source: str,
    folder: Path,
    bounds: tuple[date | None, date | None],
    public: tuple[str | None, float],
    progress: Progress | None = None,
) -> BackfillAnswer:
    """Write each document found into a folder, with an index; one that is there already is not asked for again.

    Args:
        settings: Who asks, and the clock.
        source: Source id.
        folder: Made if it is not there; files are named by day and document number.
        bounds: First and last day of publication; `None` means the first of the archive, and today.
        public: Another address of the archive or `None`, and the seconds between two requests.
        progress: Told of each document.

    Raises:
        UsageError: No search is known for the source.
        UnavailableError: The archive cannot be reached, or the folder not be written.
        RefusedError: The archive's answer makes no sense.
    """
    search = searches().get(source)
    if search is None:
        raise UsageError(f"No documents about {source} are searched for, only about {', '.join(sorted(searches()))}.")
    search = replace(search, base=(public[0] or search.base).rstrip("/"))
    ask = Asker(settings, search.base, public[1])
    found = list(find(search, ask, bounds[0] or date(FIRST_YEAR, 1, 1), bounds[1] or settings.now().date()))
    acts, views, index = load_chronicle().acts, [], []
    for number, notice in enumerate(found):
        if progress is not None:
            progress(number, len(found), notice.document_number)
        view, line = _keep(search, ask, folder, notice, acts)
        views.append(view)
        index += [line] if line is not None else []
    _write(folder / INDEX, msgspec.json.format(msgspec.json.encode(index), indent=2) + b"\n")
    return BackfillAnswer(SCHEMA, source, search.base, "", tuple(views))


def find(search: Search, ask: Ask, first: date, last: date) -> Iterator[Notice]:
    """Yield the documents published between two days, both inclusive, oldest first, each once.

    Raises:
        RefusedError: The answer makes no sense, or a year has more than the archive shows.
    """
    seen: set[str] = set()
    for year in range(first.year, last.year + 1):
        since, until = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
        for notice in _year(search, ask, since, until):
            if notice.document_number not in seen:
                seen.add(notice.document_number)
                yield notice


def past_notices(search: Search, ask: Ask, last: date) -> list[Past]:
    """Return one past edition for each document found, seen by the end of the day of its publication."""
    return [
        Past(one.document_number, end_of_day(one.publication_date, ZONE), partial(_load, search, ask, one))
        for one in find(search, ask, date(FIRST_YEAR, 1, 1), last)
    ]


def _load(search: Search, ask: Ask, notice: Notice) -> tuple[RawMember, ...]:
    return (RawMember(ENTRIES, f"{notice.publication_date}_{notice.document_number}.xml", _text(search, ask, notice)),)


def cited_by(notice: Notice, acts: Sequence[Act]) -> tuple[str, ...]:
    """Return the ids of the acts that cite a document by its number or its page, sorted."""
    names = [one for one in (notice.document_number, notice.citation) if one]
    told = re.compile("|".join(rf"(?<![\w-]){re.escape(one)}(?![\w-])" for one in names))
    return tuple(sorted(act.act_id for act in acts if any(told.search(text) for text in _texts(act))))


def _texts(act: Act) -> Iterator[str]:
    yield from (act.citation, act.url)
    for one in act.sources:
        yield from (one.citation, one.url)


def _year(search: Search, ask: Ask, since: date, until: date) -> Iterator[Notice]:
    page, last = 1, 1
    while page <= last:
        told = _page(search, ask, since, until, page)
        if told.count > MOST_FOUND:
            raise RefusedError(f"The search finds {told.count} documents of {since.year}, more than can be shown.")
        yield from told.results
        page, last = page + 1, told.total_pages


def _page(search: Search, ask: Ask, since: date, until: date, page: int) -> Page:
    query = [
        ("conditions[term]", search.term),
        *(("conditions[agencies][]", one) for one in search.agencies),
        *(("conditions[type][]", one) for one in search.types),
        ("conditions[publication_date][gte]", since.isoformat()),
        ("conditions[publication_date][lte]", until.isoformat()),
        *(("fields[]", one) for one in FIELDS),
        *(("order", "oldest"), ("per_page", str(PER_PAGE)), ("page", str(page))),
    ]
    name = f"documents.json of {since.year}, page {page}"
    data = ask(name, f"{search.base}/api/v1/documents.json?{urlencode(query)}", ("application/json",))
    try:
        return msgspec.json.decode(data, type=Page)
    except msgspec.MsgspecError as error:
        raise RefusedError(f"{name} was refused: it is not what the archive documents ({error}). Try later.") from error


def _keep(search: Search, ask: Ask, folder: Path, notice: Notice, acts: Sequence[Act]) -> tuple[PastView, Kept | None]:
    """Have one document in the folder."""
    day, number = notice.publication_date, notice.document_number
    seen = utc_text(end_of_day(day, ZONE))
    if not _NUMBER.fullmatch(number):
        return PastView(number, seen, "refused", "Its number is none of the Federal Register.", None), None
    path = folder / f"{day}_{number}.xml"
    kept = path.is_file()
    if not kept:
        try:
            _write(path, _text(search, ask, notice))
        except (RefusedError, UnavailableError) as error:
            outcome = "refused" if isinstance(error, RefusedError) else "unavailable"
            return PastView(number, seen, outcome, str(error), None), None
    cited = cited_by(notice, acts)
    told = f"{notice.title} ({', '.join(cited) if cited else 'no act of the chronicle cites it'})"
    line = Kept(
        document_number=number,
        publication_date=day,
        effective_on=notice.effective_on,
        title=notice.title,
        citation=notice.citation,
        html_url=notice.html_url,
        file=path.name,
        sha256=sha256(path.read_bytes()).hexdigest(),
        acts=cited,
    )
    return PastView(number, seen, "unchanged" if kept else "kept", told, None), line


def _text(search: Search, ask: Ask, notice: Notice) -> bytes:
    """Return the full text, asked for at the archive's own host whatever host its address names."""
    place = urlsplit(notice.full_text_xml_url or "").path
    if not place:
        raise UnavailableError(f"{notice.document_number} has no text in XML: read it at {notice.html_url}.")
    data = ask(f"{notice.document_number}.xml", f"{search.base}{place}", ())
    if not data.lstrip().startswith(b"<") or b"<html" in data[:2048].lower():
        raise RefusedError(f"{notice.document_number}.xml was refused: it is no document of the Federal Register.")
    return data


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError as error:
        message = f"{path} cannot be written ({error.strerror}): choose another folder, or make room."
        raise UnavailableError(message) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)

"""The self-contained page: the same document as the text form, with a strip of lanes over time."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from fasti.cli.html.lanes import Lane, day_of, lane
from fasti.cli.html.strip import Strip, Vantage, strip
from fasti.cli.text import check, demo
from fasti.cli.text.document import Block, Bullets, Document, Group, Paragraph, Table
from fasti.cli.text.printable import printable
from fasti.cli.text.words import info_of, on_day, say_status
from fasti.model.answer import CheckAnswer
from fasti.model.catalog import ListInfo
from fasti.model.demo import DemoAnswer
from fasti.model.standing import Standing

LINKED = ("https://", "http://")
KINDS: Mapping[type, str] = {Paragraph: "paragraph", Bullets: "bullets", Table: "table"}


def check_page(answer: CheckAnswer, lists: Mapping[str, ListInfo], *, explain: bool = False) -> str:
    """Return the page of a check.

    Args:
        answer: What to show.
        lists: The catalogue's lists.
        explain: Whether to add the parts of each score.
    """
    document = check.document(answer, lists, explain=explain)
    vantages = _vantages(answer.query.as_of, answer.query.known_at)
    strips = [_strip(party.standings, lists, vantages) for party in answer.parties]
    return _render(document, list(zip(document.groups, strips, strict=True)), None, answer.verdict)


def demo_page(answer: DemoAnswer, lists: Mapping[str, ListInfo]) -> str:
    """Return the page of the demo; each date of the strip is marked."""
    vantages = tuple(Vantage(day_of(row.as_of), on_day(row.as_of), "asked numbered") for row in answer.strip)
    return _render(demo.document(answer, lists), [], _strip(answer.standings, lists, vantages), "")


def document_page(document: Document) -> str:
    """Return the page of an answer that has no lanes."""
    return _render(document, [(group, None) for group in document.groups], None, "")


def _strip(standings: Iterable[Standing], lists: Mapping[str, ListInfo], vantages: tuple[Vantage, ...]) -> Strip | None:
    lanes: list[Lane] = [lane(one, info_of(lists, one.list).short) for one in standings if one.spells]
    return strip(tuple(lanes), vantages) if lanes and vantages else None


def _vantages(as_of: str, known_at: str) -> tuple[Vantage, ...]:
    asked = f"asked about: {on_day(as_of)}"
    if known_at[:10] >= as_of[:10]:
        return (Vantage(day_of(as_of), asked),)
    known = Vantage(day_of(known_at), "", "known")
    return (known, Vantage(day_of(as_of), f"{asked}, as known on {on_day(known_at)}"))


def _render(document: Document, groups: list[tuple[Group, Strip | None]], story: Strip | None, verdict: str) -> str:
    said = say_status(verdict) if verdict else None
    return _template().render(document=document, groups=groups, story=story, verdict=said)


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shown"] = printable
    environment.tests["linked"] = _is_linked
    environment.filters["kind"] = _kind
    return environment.get_template("page.html")


def _is_linked(url: str) -> bool:
    """Say whether an address may become a link: the web's own schemes only."""
    return url.lower().startswith(LINKED)


def _kind(block: Block) -> str:
    return KINDS[type(block)]

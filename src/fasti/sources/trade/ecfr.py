"""Read a supplement to 15 CFR Part 744 in the XML of the eCFR: a table with a row for each entity under a country.

Source: eCFR versioner, https://www.ecfr.gov/developers/documentation/api/v1; a supplement is a `DIV9` with its name in
`N`, and its table is written as in HTML (`TABLE`, `TR`, `TD`), with the country in the first row of each country only.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from lxml.etree import QName, _Element

from fasti.model.listing import Address
from fasti.model.problem import Problem
from fasti.sources.description import Description
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.gates import refuse
from fasti.sources.records.editions import another_list, only_member
from fasti.sources.records.wording import one_line
from fasti.sources.trade.assembling import assemble
from fasti.sources.trade.drafts import Opened, draft_of
from fasti.sources.trade.entity_cells import read_cell
from fasti.sources.trade.statements import Statement, citation, facts_of, stated_date, terms
from fasti.sources.trade.tags import sole_membership
from fasti.sources.xml_parsing import parse_xml

_DATED = re.compile(r"\d+ FR [\d, ]+?,? (\d{1,2}/\d{1,2}/\d{2,4})")
_RESERVED = "[Reserved]"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a supplement stands, and what its columns are.

    Attributes:
        appendix: Its name.
        columns: Of its table, in order: `country`, `entity`, `license_requirement`, `license_policy`, `citation`.
    """

    appendix: str
    columns: tuple[str, ...]


def read_appendix(source: Description, layout: Layout, members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of a supplement.

    Raises:
        RefusedError: The file is cut short, malformed, or does not have the supplement.
    """
    member = only_member(members)
    appendix = _appendix(parse_xml(member), layout.appendix)
    if appendix is None:
        another_list(member.name, f"it does not have {layout.appendix}")
    rows, problems = _rows(member.name, appendix, len(layout.columns))
    opened = Opened(member.name, "xml", tuple(f"TD/{one}" for one in layout.columns), tuple(problems))
    return draft_of(source, opened, rows, partial(_read, source, layout), memo)


def _appendix(root: _Element, name: str) -> _Element | None:
    """Return the element of a supplement, be it the root itself."""
    found = (one for one in root.iter("{*}DIV9") if one_line(one.get("N")).casefold() == name.casefold())
    return next(found, None)


def _rows(name: str, appendix: _Element, width: int) -> tuple[list[tuple[str, ...]], list[Problem]]:
    """Return the cells of each row of entities, with the country that it stands under; and a problem for others."""
    rows, strange, country = [], [], ""
    for row in appendix.iter("{*}TR"):
        cells = [_text(one) for one in row.iterchildren("{*}TD")]
        if not any(cells) or _RESERVED in cells:
            continue
        if len(cells) != width:
            strange.append(one_line(" ".join(cells))[:60])
            continue
        country = one_line(cells[0]) or country
        if any(cells[1:]):
            rows.append((country, *cells[1:]))
    if not rows:
        refuse(name, "has no table of entities")
    message = f"{len(strange)} rows of the table have not its columns, the first: {{}}"
    return rows, [Problem("unread_row", message.format(strange[0]), name)] if strange else []


def _text(element: _Element) -> str:
    """Return the text of a cell, with a line end for each break."""
    return "".join(_pieces(element)).strip()


def _pieces(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element.iterchildren("*"):
        if QName(child).localname.lower() in {"br", "p"}:
            yield "\n"
        yield from _pieces(child)
        yield child.tail or ""


def _read(source: Description, layout: Layout, row: tuple[str, ...]) -> RowRead:
    list_id = source.info.lists[0]
    fields = dict.fromkeys(("license_requirement", "license_policy"), "") | dict(zip(layout.columns, row, strict=True))
    cell = read_cell(fields["entity"])
    return assemble(
        list_id,
        cell.names,
        [sole_membership(list_id)],
        (
            *citation(fields["citation"]),
            *_dates(fields["citation"], list_id),
            *terms(fields),
            *facts_of(fields, {"country": "country"}),
            *cell.statements,
        ),
        keyed_by={},
        addresses=[Address(street=one, country=fields["country"]) for one in cell.addresses],
        remarks=one_line(fields["entity"]),
    )


def _dates(text: str, list_id: str) -> Iterator[Statement]:
    """Yield the day of the first notice as that of the publication, those of the others as amendments."""
    for number, day in enumerate(_DATED.findall(one_line(text))):
        yield from stated_date("amended" if number else "publication", "Federal Register Citation", day, list_id)

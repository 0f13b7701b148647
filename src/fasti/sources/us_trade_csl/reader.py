"""Read trade.gov's Consolidated Screening List: each row goes to the list of the agency that it names."""

import json
from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import sha256

from fasti.model.identity import Name
from fasti.model.listing import Listing
from fasti.model.problem import Problem
from fasti.sources.description import Description, describe
from fasti.sources.drafting import Draft, Memo, Note, RawMember, RowRead
from fasti.sources.gates import refuse
from fasti.sources.ofac.assembling import is_entry_number
from fasti.sources.records.editions import only_member
from fasti.sources.trade.drafts import Opened, draft_of
from fasti.sources.trade.table import Columns, Row, Table, named, read_table
from fasti.sources.us_trade_csl.agency_rows import read_agency
from fasti.sources.us_trade_csl.ofac_rows import read_ofac
from fasti.sources.us_trade_csl.records import COUNTRY, MANY, NESTED, SINGLE, Record, from_result, from_row

SOURCE_ID = "us_trade_csl"
USED = (*SINGLE, *MANY, *NESTED)
_LINKS = ("source_list_url", "source_information_url")
_OFAC = "us_ofac_"


def read_csv(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of `consolidated.csv`.

    Raises:
        RefusedError: The file is cut short, malformed or another list, or contradicts itself.
    """
    table = read_table(only_member(members), Columns((*USED, *_LINKS), ("id",)))
    rows = [_without_id(table, row) for row in table.rows]
    bare = Table(table.name, _without_id(table, table.columns), tuple(rows), table.problems, table.doubts)
    _check_numbers(table.name, [named(bare, row) for row in rows])
    opened = Opened(table.name, "csv", USED, table.problems, table.doubts)
    return draft_of(describe(SOURCE_ID), opened, rows, partial(_read_row, bare), memo)


def read_json(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of `consolidated.json`.

    Raises:
        RefusedError: The file is cut short, malformed or another message, or contradicts itself.
    """
    member = only_member(members)
    document = _document(member)
    results = [one for one in document["results"] if isinstance(one, dict)]
    _check_numbers(member.name, results)
    opened = Opened(member.name, "json", (*USED, COUNTRY), _strange(member.name, document), _doubts(document))
    texts = [json.dumps(one, sort_keys=True) for one in results]
    return draft_of(describe(SOURCE_ID), opened, texts, _read_result, memo)


def read_record(record: Record, source: Description) -> RowRead:
    """Return the listing of a record: by the list that its source names, OFAC's under OFAC's number."""
    name = record.texts["source"]
    list_id = next((rule.list for rule in source.rules if rule.tag == name), "")
    if is_entry_number(record.texts["entity_number"]) and (not list_id or list_id.startswith(_OFAC)):
        read = read_ofac(record, list_id)
    elif list_id and not list_id.startswith(_OFAC):
        read = read_agency(record, list_id)
    else:
        read = _unnumbered(record)
    return RowRead(read.listing, (*read.notes, *_doubt(name, list_id, source)))


def _read_row(table: Table, row: Row) -> RowRead:
    return read_record(from_row(named(table, row)), describe(SOURCE_ID))


def _read_result(text: str) -> RowRead:
    return read_record(from_result(json.loads(text)), describe(SOURCE_ID))


def _unnumbered(record: Record) -> RowRead:
    """Return what can be kept of a row that has no key of its own: its name."""
    name, source = record.texts["name"], record.texts["source"]
    key = f"csl:{sha256(f'{source}|{name}'.encode()).hexdigest()[:12]}"
    note = Note("no_number", source, f"a row of {source or 'no list'} has no number")
    return RowRead(Listing(key, names=(Name(name),) if name else ()), (note,))


def _doubt(name: str, list_id: str, source: Description) -> tuple[Note, ...]:
    if list_id:
        return ()
    if name in source.unlisted:
        return (Note("list_not_held", name, f"the catalogue has no list for {name}: {source.unlisted[name]}"),)
    return (Note("unknown_list", name, f'no list is known for the source "{name}"'),)


def _without_id(table: Table, row: Row) -> Row:
    """Drop the cell that trade.gov makes anew, so that an unchanged row is known again."""
    return tuple(cell for cell, name in zip(row, table.columns, strict=True) if name != "id")


def _check_numbers(name: str, rows: Sequence[Mapping[str, object]]) -> None:
    """Refuse a file in which one number stands for two names on one list."""
    names: dict[tuple[object, object], object] = {}
    for row in rows:
        number = row.get("entity_number")
        if number and names.setdefault((row.get("source"), number), row.get("name")) != row.get("name"):
            refuse(name, f"contradicts itself: the number {number} stands in it twice, under two names")


def _document(member: RawMember) -> dict[str, list[object]]:
    try:
        document = json.loads(member.data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        refuse(member.name, f"is cut short or malformed JSON ({type(error).__name__})")
    if not isinstance(document, dict) or not isinstance(document.get("results"), list):
        refuse(member.name, "is a JSON message and not the list, so it is most likely a server's error")
    return document


def _strange(name: str, document: Mapping[str, object]) -> tuple[Problem, ...]:
    known = {"total", "offset", "sources_used", "sources", "search_performed_at", "results", "metadata"}
    message = "the format is not known to have the field {}; it is not read"
    return tuple(Problem("unknown_field", message.format(one), name) for one in document if one not in known)


def _doubts(document: Mapping[str, object]) -> tuple[str, ...]:
    """Return a doubt if the file says that it is one page of a longer answer."""
    total, results = document.get("total"), document["results"]
    count = len(results) if isinstance(results, list) else 0
    if not isinstance(total, int) or total <= count:
        return ()
    return (f"it has {count} of {total} entries, so it is a page of an answer and not the list",)

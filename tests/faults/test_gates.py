"""What is no edition is refused at the door, with one sentence that says what, why and what to do."""

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.model.errors import RefusedError
from fasti.sources import gates
from fasti.sources.drafting import Memo, RawMember
from fasti.sources.reading import read
from tests.golden.sources.editions import EDITIONS, LINES, PARTS, members, primary

every = pytest.mark.parametrize(("source_id", "form"), EDITIONS)

NOTHING = (b"", b"\r\n", b"  \n", b"\xef\xbb\xbf", b"\x1a", b"\r\n\x1a")
ERROR_PAGES = (
    b"<html><head><title>403 Forbidden</title></head></html>",
    b"<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.0//EN'><HTML></HTML>",
    b"<head><body> This object may be found <a HREF='https://example.org/'>here</a> </body>",
    b"\n\n  <!-- moved --><html><body/></html>",
    b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"/>',
    b'{"status":500,"error":"Internal Server Error"}',
    b'[{"error": 1}]',
    b'<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
    b"Service Unavailable",
    b"503,Service,Unavailable,a,b,c,d,e,f,g,h,i",
    b"\x00\x01\x02\x03",
    b"%PDF-1.7",
)


def _refused(source_id: str, data: bytes, name: str = "x") -> str:
    with pytest.raises(RefusedError) as caught:
        read(source_id, [RawMember("entries", name, data)], Memo())
    return str(caught.value)


@every
@pytest.mark.parametrize("data", NOTHING)
def test_nothing_is_refused(source_id: str, form: str, data: bytes) -> None:
    """An empty file does not say that nobody is listed."""
    del form
    assert "empty" in _refused(source_id, data)


@pytest.mark.parametrize("source_id", sorted({source_id for source_id, _ in EDITIONS}))
@pytest.mark.parametrize("data", ERROR_PAGES)
def test_a_servers_answer_is_no_list(source_id: str, data: bytes) -> None:
    """Web pages, JSON messages, XML errors, plain words, other kinds of file."""
    assert re.fullmatch(r"sdn\.csv was refused: it .+\. .+\.", _refused(source_id, data, "sdn.csv"), re.DOTALL)


@pytest.mark.parametrize(("source_id", "form"), [one for one in EDITIONS if one[0] not in LINES])
def test_a_file_cut_at_any_byte_is_refused(source_id: str, form: str) -> None:
    """As its publisher serves it, every beginning of it that is not the whole; or it is held as too small for it."""
    data = primary(source_id, form).data
    memo = Memo()
    whole = len(data.rstrip())
    for end in range(whole):
        assert not _is_admitted(source_id, data[:end], memo)


def _is_admitted(source_id: str, data: bytes, memo: Memo) -> bool:
    try:
        return not read(source_id, [RawMember("entries", "cut", data)], memo).doubts
    except RefusedError:
        return False


@pytest.mark.parametrize(
    ("source_id", "form"),
    [one for one in EDITIONS if one[0] in LINES or (one[0] in PARTS and one[1] in {"csv", "txt"})],
)
def test_a_table_without_end_mark_is_cut_unseen_only_between_rows(source_id: str, form: str) -> None:
    """Wherever else it is cut, it is refused or tells that its last line does not end."""
    data = primary(source_id, form).data
    memo = Memo()
    for end in range(len(data.rstrip())):
        with contextlib.suppress(RefusedError):
            draft = read(source_id, [RawMember("entries", "cut", data[:end])], memo)
            between_rows = data[:end].endswith(b"\n") or data[end:].lstrip(b",\t").startswith((b"\n", b"\r\n"))
            assert between_rows or any("last line" in doubt for doubt in draft.doubts)


@pytest.mark.parametrize("source_id", ["us_ofac_cons", "us_ofac_sdn"])
def test_a_secondary_file_cut_at_any_byte_is_refused(source_id: str) -> None:
    """Addresses and aliases too: half of them would look like removals."""
    first, *others = members(source_id, "csv")
    for member in others:
        for end in range(len(member.data) if member.role != "comments" else 0):
            with pytest.raises(RefusedError):
                read(source_id, [first, RawMember(member.role, "cut", member.data[:end])], Memo())


@pytest.mark.parametrize("source_id", ["us_ofac_cons", "us_ofac_sdn"])
def test_a_file_saved_again_is_cut_unseen_only_between_rows(source_id: str) -> None:
    """Without end mark, what is taken has whole rows only, and says that the mark is missing."""
    data = primary(source_id, "csv").data.replace(b"\r\n", b"\n").rstrip(b"\x1a")
    for end in range(len(data)):
        between_rows = data[:end].endswith(b"\n") or data[end:].lstrip(b" ").startswith(b"\n")
        assert between_rows or not _is_taken(source_id, data[:end])


def _is_taken(source_id: str, data: bytes) -> bool:
    try:
        draft = read(source_id, [RawMember("entries", "cut", data)], Memo())
    except RefusedError:
        return False
    assert "no_end_mark" in {problem.code for problem in draft.problems}
    return True


@pytest.mark.parametrize("source_id", ["us_ofac_cons", "us_ofac_sdn"])
def test_an_entry_that_contradicts_itself_is_refused(source_id: str) -> None:
    """One number, two parties: nobody can say which is meant."""
    data = primary(source_id, "csv").data.removesuffix(b"\x1a")
    row = data.split(b"\r\n")[0]
    assert "twice and differs" in _refused(source_id, data + row.replace(b"A", b"B") + b"\r\n\x1a")


@pytest.mark.parametrize("source_id", ["us_ofac_cons", "us_ofac_sdn"])
def test_an_entry_that_is_repeated_is_told(source_id: str) -> None:
    """The same row twice says the same."""
    data = primary(source_id, "csv").data.removesuffix(b"\x1a")
    again = RawMember("entries", "x", data + data.split(b"\r\n")[0] + b"\r\n\x1a")
    assert [problem.code for problem in read(source_id, [again], Memo()).problems] == ["repeated_row"]


@pytest.mark.parametrize("source_id", ["us_ofac_cons", "us_ofac_sdn"])
def test_a_secondary_file_alone_is_refused(source_id: str) -> None:
    """Under its own role, and when it is offered as the entries."""
    for member in members(source_id, "csv")[1:]:
        with pytest.raises(RefusedError, match="without the primary file"):
            read(source_id, [member], Memo())
        assert "has the columns of" in _refused(source_id, member.data, member.name)


def test_a_member_under_a_wrong_role_is_refused() -> None:
    """Aliases offered as addresses, and a role offered twice."""
    entries, addresses, aliases, _ = members("us_ofac_sdn", "csv")
    with pytest.raises(RefusedError, match="columns of the aliases"):
        read("us_ofac_sdn", [entries, RawMember("addresses", "alt.csv", aliases.data)], Memo())
    with pytest.raises(RefusedError, match="second file of the addresses"):
        read("us_ofac_sdn", [entries, addresses, addresses], Memo())


@every
@given(data=st.data())
def test_altered_bytes_are_read_or_refused(source_id: str, form: str, data: st.DataObject) -> None:
    """Whatever is changed in a file, the reader comes to one of the two ends."""
    original = primary(source_id, form).data
    start = data.draw(st.integers(0, len(original)))
    end = data.draw(st.integers(start, min(len(original), start + 200)))
    put = data.draw(
        st.one_of(st.binary(max_size=40), st.sampled_from([b"9" * 6000, b"; " * 3000, b"(" * 3000, b"\x00", b"&a;"]))
    )
    altered = RawMember("entries", "x", original[:start] + put + original[end:])
    with contextlib.suppress(RefusedError):
        assert read(source_id, [altered], Memo()).parts["entries"]


def test_nothing_is_read_beyond_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it holds."""
    monkeypatch.setattr(gates, "MOST_BYTES", 10)
    assert "more than the 10" in _refused("us_ofac_sdn", bytes(11))

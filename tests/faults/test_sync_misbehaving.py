"""`sync` against a server that misbehaves: what it sends is refused or not had, and the ledger is as it was."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from fasti.sources.description import describe
from fasti.workflows.verification import verify
from tests.faults.publisher import (
    Behaviour,
    bomb,
    cut_short,
    drip_body,
    drip_head,
    endless,
    packed,
    publishing,
    redirect,
    reset,
    serve,
    status,
    stay_silent,
)
from tests.faults.syncs import CONS, CSV, LIMITS, SDN, XML, Desk, within

HTML = b"<!DOCTYPE html><html><head><title>Maintenance</title></head><body>Back soon.</body></html>"
QUICK = within(LIMITS, total=0.5)

ONCE: dict[str, tuple[Behaviour, str, str]] = {
    "an error page with status 200": (serve(HTML), "refused", "is a web page and not the list"),
    "a page called one": (serve(HTML, media="text/html; charset=utf-8"), "refused", "the server calls it text/html"),
    "a list called a page": (serve(XML, media="text/html"), "refused", "the server calls it text/html"),
    "a message": (serve(b'{"error": 1}', media="application/json"), "refused", "the server calls it application/json"),
    "a message not called one": (serve(b'{"error": 1}', media="text/plain"), "refused", "is a JSON message"),
    "a picture": (serve(b"\x89PNG", media="image/png"), "refused", "the server calls it image/png"),
    "an empty body": (serve(b""), "refused", "is empty"),
    "half a list, sent as whole": (serve(XML[: len(XML) // 2]), "refused", "is cut short or malformed"),
    "a list with entries taken out": (serve(XML.replace(b"<uid>", b"<id>")), "refused", "cons.xml was refused"),
    "content of another list": (serve(CSV[0].data), "refused", "was refused"),
    "a gzip bomb": (packed(bomb(200)), "refused", "more than the 3000000 bytes"),
    "a gzip bomb in a bomb": (packed(gzip.compress(bomb(400))), "refused", "was refused"),
    "a packing not asked for": (packed(XML, "br"), "refused", "'br', which was not asked for"),
    "a damaged packed file": (packed(b"\x1f\x8b\x08\x00" + b"x" * 500), "refused", "it came damaged"),
    "a file without end": (endless(), "refused", "more than the 3000000 bytes"),
    "not there": (status(404, HTML), "unavailable", "answered 404"),
    "gone": (status(410), "unavailable", "answered 410"),
    "not for us": (status(403, HTML), "unavailable", "answered 403"),
    "an unasked part": (status(206, XML[:100]), "unavailable", "answered 206"),
    "an unasked 304": (status(304), "unavailable", "answered 304"),
    "a redirect to nowhere": (status(302), "unavailable", "does not say where"),
    "a maintenance page elsewhere": (
        redirect("https://maintenance.example.org/"),
        "unavailable",
        "maintenance.example.org is not asked",
    ),
    "a host that only looks like this one": (redirect("http://127.0.0.1.example.org/"), "unavailable", "is not asked"),
    "a redirect with a password": (redirect("http://a:b@127.0.0.1/"), "unavailable", "odd characters"),
    "a redirect into the machine": (redirect("file:///etc/passwd"), "unavailable", "not that of a web server"),
    "a circle": (redirect("/cons.xml"), "unavailable", "round in a circle"),
}
"""What the server does, what becomes of it, and a part of the reason; it is asked once."""

AGAIN: dict[str, tuple[Behaviour, str]] = {
    "a connection that is reset": (reset, "broke off"),
    "a file that is cut short": (cut_short(XML), "broke off"),
    "a packed file that is cut short": (packed(gzip.compress(XML)[:-20]), "was cut short"),
    "a server that is busy": (status(503, HTML), "answered 503"),
    "a server that fails": (status(500), "answered 500"),
    "too many requests": (status(429), "answered 429"),
}
"""What may pass."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with publishing() as publisher:
        desk = Desk(publisher, tmp_path)
        desk.serves()
        yield desk


@pytest.mark.parametrize("name", ONCE)
def test_what_will_not_mend_is_asked_for_once_and_not_recorded(desk: Desk, name: str) -> None:
    """One sentence says what happened; when the server has come to itself, the list is admitted."""
    behaviour, outcome, reason = ONCE[name]
    desk.publisher.does("/cons.xml", behaviour)
    view = desk.cons()
    assert (view.outcome, view.edition.edition if view.edition else "") == (outcome, "")
    assert reason in view.reason
    assert view.reason.endswith(".")
    assert len(desk.publisher.asked) == 1
    assert desk.editions(CONS) == []
    desk.serves()
    assert desk.cons().outcome == "admitted"


@pytest.mark.parametrize("name", AGAIN)
def test_what_passes_is_asked_for_again(desk: Desk, name: str) -> None:
    """Twice it fails, then the list is there."""
    behaviour, _ = AGAIN[name]
    desk.publisher.does("/cons.xml", behaviour, behaviour, serve(XML))
    view = desk.cons()
    assert (view.outcome, view.files[0].attempts) == ("admitted", 3)


@pytest.mark.parametrize("name", AGAIN)
def test_what_does_not_pass_is_given_up(desk: Desk, name: str) -> None:
    """After as many attempts as are allowed."""
    behaviour, reason = AGAIN[name]
    desk.publisher.does("/cons.xml", behaviour)
    view = desk.cons()
    assert view.outcome == "unavailable"
    assert f"{reason}" in view.reason
    assert "after 3 attempts" in view.reason
    assert len(desk.publisher.asked) == LIMITS.attempts


@pytest.mark.parametrize(
    "behaviour",
    [drip_body(XML, 0.05), drip_head(0.05), stay_silent(0.8)],
    ids=["the file", "its headers", "nothing at all"],
)
def test_a_slow_drip_ends_with_the_total_time(desk: Desk, behaviour: Behaviour) -> None:
    """Each byte comes in time, and the whole never does."""
    desk.publisher.does("/cons.xml", behaviour)
    view = desk.cons(limits=QUICK)
    assert view.outcome == "unavailable"
    assert "was not there within 0.5 seconds" in view.reason


def test_a_silent_server_is_left_after_the_time_for_reading(desk: Desk) -> None:
    desk.publisher.does("/cons.xml", stay_silent(0.5))
    view = desk.cons(limits=within(LIMITS, read=0.1, attempts=2))
    assert "gave no sign of life in time after 2 attempts" in view.reason


def test_a_closed_port_cannot_be_reached(desk: Desk) -> None:
    view = desk.cons("http://127.0.0.1:9/cons.xml")
    assert (view.outcome, "could not be reached after 3 attempts" in view.reason) == ("unavailable", True)


def test_a_pause_that_is_asked_for_is_kept(desk: Desk) -> None:
    """Not a moment earlier."""
    desk.publisher.does("/cons.xml", status(429, Retry_After="1"), serve(XML))
    assert desk.cons().files[0].attempts == 2


def test_a_pause_beyond_our_patience_is_not_waited_for(desk: Desk) -> None:
    """The server is not asked again before its time."""
    desk.publisher.does("/cons.xml", status(503, Retry_After="3600"))
    view = desk.cons()
    assert "answered 503, asked us to wait 3600 seconds, after 1 attempt" in view.reason
    assert len(desk.publisher.asked) == 1


def test_a_long_way_round_is_not_gone(desk: Desk) -> None:
    """A chain of redirects without a circle ends as well."""
    for number in range(10):
        desk.publisher.does(f"/{number}", redirect(f"/{number + 1}"))
    view = desk.cons(desk.publisher.url("/0"))
    assert "sends us on more than 5 times" in view.reason
    assert len(desk.publisher.asked) == 6


def test_an_address_without_https_is_not_asked(desk: Desk) -> None:
    view = desk.cons("http://list.example.org/cons.xml")
    assert "is not https" in view.reason


def test_a_changed_namespace_is_admitted_with_a_problem(desk: Desk) -> None:
    """The publisher did that in 2024, with the same content."""
    (namespace, *_) = describe(CONS).namespaces & {one for one in describe(CONS).namespaces if one.encode() in XML}
    desk.publisher.does("/cons.xml", serve(XML.replace(namespace.encode(), b"urn:new")))
    view = desk.cons()
    assert view.outcome == "admitted"
    assert view.edition is not None
    assert [one.code for one in view.edition.problems] == ["unknown_namespace"]


def test_a_good_file_is_unpacked(desk: Desk) -> None:
    """Packed for the way, in two pieces even; the archive has what was packed."""
    desk.publisher.does("/cons.xml", packed(gzip.compress(XML[:99]) + gzip.compress(XML[99:])))
    assert desk.cons().files[0].bytes == len(XML)


def test_what_fails_later_leaves_what_was_there(desk: Desk) -> None:
    """The last good edition stays the newest, and the ledger whole."""
    desk.sync()
    before = desk.editions(SDN)
    for path, behaviour in (("/sdn.csv", serve(b"")), ("/alt.csv", status(404)), ("/add.csv", reset)):
        desk.serves()
        for member in CSV:
            desk.publisher.does(f"/{member.name}", serve(member.data))
        desk.publisher.does(path, behaviour)
        assert desk.sync(SDN).sources[0].outcome in {"refused", "unavailable"}
    assert desk.editions(SDN) == before
    assert verify(desk.settings, deep=True).faults == ()

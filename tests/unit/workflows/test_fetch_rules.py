"""What may be fetched and what is tried again: rules without a network."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.model.errors import RefusedError, UnavailableError
from fasti.workflows.fetch_rules import (
    TRANSIENT,
    Limits,
    asked_pause,
    check_address,
    check_media,
    is_loopback,
    next_address,
    pause_before,
    shown,
)

DOMAINS = ("treasury.gov", "store.example.org")
LIMITS = Limits(hops=3)
NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "url",
    [
        "https://treasury.gov/sdn.csv",
        "https://www.TREASURY.gov./sdn.csv",
        "https://ofac.treasury.gov:8443/a%20b?x=[1]&y=~",
        "https://store.example.org",
    ],
)
def test_the_publishers_addresses_may_be_asked(url: str) -> None:
    check_address(url, DOMAINS)


@pytest.mark.parametrize(
    "url",
    [
        "http://treasury.gov/sdn.csv",
        "https://treasury.gov.example.org/",
        "https://nottreasury.gov/",
        "https://example.org/?treasury.gov",
        "https://treasury.gov@example.org/",
        "https://example.org\\@treasury.gov/",
        "https://example.org#.treasury.gov/",
        "https://treasury.gov/a b",
        "https://treasury.gov/a\r\nHost: x",
        "https://tr\u0435asury.gov/",
        "https://[::ffff:1.2.3.4]/",
        "https://127.0.0.1/",
        "https://treasury.gov:0/",
        "https://treasury.gov:99999/",
        "https:///sdn.csv",
        "ftp://treasury.gov/sdn.csv",
        "file:///etc/passwd",
        "//treasury.gov/sdn.csv",
        "",
    ],
)
def test_other_addresses_may_not(url: str) -> None:
    with pytest.raises(UnavailableError):
        check_address(url, DOMAINS)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"])
def test_this_machine_may_be_asked_without_https(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["127.example.org", "localhost.example.org", "10.0.0.1", "0.0.0.0", "169.254.169.254"])  # noqa: S104 - an address to refuse
def test_other_machines_may_not(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "https://treasury.gov/b"),
        ("b?x=1#y", "https://treasury.gov/a/b?x=1"),
        ("//store.example.org/c", "https://store.example.org/c"),
        ("https://store.example.org/a b", "https://store.example.org/a%20b"),
        ("https://store.example.org/%41?sig=a%2Fb%3D", "https://store.example.org/%41?sig=a%2Fb%3D"),
    ],
)
def test_redirects_are_followed_within_the_domains(location: str, url: str) -> None:
    assert next_address(["https://treasury.gov/a/x"], location, DOMAINS, LIMITS) == url


@pytest.mark.parametrize(
    ("location", "why"),
    [
        (None, "does not say where"),
        ("", "does not say where"),
        ("https://example.org/", "none of the publisher's"),
        ("http://treasury.gov/", "not https"),
        ("https://treasury.gov/a", "in a circle"),
        ("javascript:alert(1)", "not that of a web server"),
    ],
)
def test_redirects_elsewhere_are_not(location: str | None, why: str) -> None:
    with pytest.raises(UnavailableError, match=why):
        next_address(["https://treasury.gov/a"], location, DOMAINS, LIMITS)


def test_nobody_is_sent_from_https_to_this_machine() -> None:
    """Even if it counts as the publisher's."""
    with pytest.raises(UnavailableError, match="from https to http"):
        next_address(["https://treasury.gov/"], "http://127.0.0.1/", (*DOMAINS, "127.0.0.1"), LIMITS)


def test_hops_are_counted() -> None:
    trail = [f"https://treasury.gov/{number}" for number in range(LIMITS.hops)]
    assert next_address(trail, "/next", DOMAINS, LIMITS)
    with pytest.raises(UnavailableError, match="more than 3 times"):
        next_address([*trail, "https://treasury.gov/more"], "/next", DOMAINS, LIMITS)


@given(st.text(max_size=60))
def test_no_location_leads_out(location: str) -> None:
    """Whatever a server says: it is refused, or stays with the publisher."""
    try:
        url = next_address(["https://treasury.gov/a"], location, DOMAINS, LIMITS)
    except UnavailableError:
        return
    check_address(url, DOMAINS)
    assert url.lower().startswith("https://")


@pytest.mark.parametrize("media", [None, "", "text/csv", "Text/XML; charset=utf-8", "application/octet-stream"])
def test_media_types_of_lists_and_none_are_left_to_the_reader(media: str | None) -> None:
    check_media("sdn.csv", media, ())


@pytest.mark.parametrize("media", ["text/html", "TEXT/HTML;charset=x", "application/problem+json", "image/png"])
def test_media_types_of_pages_are_refused_unless_they_are_wanted(media: str) -> None:
    with pytest.raises(RefusedError, match=r"sdn\.csv was refused: the server calls it"):
        check_media("sdn.csv", media, ())
    check_media("sdn.csv", media, (media.partition(";")[0].lower(),))


@given(st.integers(2, 40), st.floats(0, 1), st.none() | st.floats(0, 1e6))
def test_pauses_are_bounded_and_never_shorter_than_asked(attempt: int, chance: float, asked: float | None) -> None:
    limits = Limits()
    pause = pause_before(attempt, chance, asked, limits)
    assert limits.first_pause / 2 <= pause <= max(limits.longest_pause, asked or 0)
    assert pause >= (asked or 0)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("0", 0.0),
        (" 30 ", 30.0),
        ("Thu, 01 Jan 2026 12:01:00 GMT", 60.0),
        ("Thu, 01 Jan 2026 11:00:00 GMT", 0.0),
        ("-5", None),
        ("1e9", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_what_a_server_asks_for_is_understood(header: str | None, seconds: float | None) -> None:
    assert asked_pause(header, NOW) == seconds


def test_what_may_pass_is_named() -> None:
    assert TRANSIENT & {400, 401, 403, 404, 410, 501, 505} == set()


def test_signatures_are_not_shown() -> None:
    assert shown("https://a.org/b?X-Signature=1") == "https://a.org/b"

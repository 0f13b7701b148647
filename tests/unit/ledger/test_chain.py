"""The chain of the log, and when two entries are the same."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

from fasti.ledger.chain import GENESIS, content_id, identity, link
from fasti.model.entry import Member
from tests.unit.ledger.authored import act, edition, entries

ONE = edition(0, entries(a="Acme"))


def test_a_link_covers_what_was_before_the_time_and_the_body() -> None:
    first = link(GENESIS, "2023-01-01T00:00:00Z", b"{}")
    assert first == sha256(b"0" * 64 + b"|2023-01-01T00:00:00Z|{}").hexdigest()
    others = {
        link(first, "2023-01-01T00:00:00Z", b"{}"),
        link(GENESIS, "2023-01-01T00:00:01Z", b"{}"),
        link(GENESIS, "2023-01-01T00:00:00Z", b"[]"),
    }
    assert len(others | {first}) == 4


def test_what_a_log_says_does_not_depend_on_order() -> None:
    assert content_id([b"a", b"b"]) == content_id([b"b", b"a"])
    assert content_id([b"ab"]) != content_id([b"a", b"b"])
    assert content_id([]) == sha256(b"").hexdigest()


def test_editions_are_the_same_whatever_read_them_and_whatever_their_files_are_called() -> None:
    renamed = replace(ONE, reader="test/2", digest="0" * 64, members=(replace(ONE.members[0], name="b.csv"),))
    assert identity(renamed) == identity(ONE)


def test_editions_differ_by_series_files_and_times() -> None:
    more = Member("aliases", "ab" * 32, 1, "alt.csv")
    others = (
        replace(ONE, series="test_list/xml"),
        replace(ONE, members=(*ONE.members, more)),
        replace(ONE, seen_at=ONE.seen_at + timedelta(seconds=1)),
        replace(ONE, listed_at=ONE.listed_at - timedelta(seconds=1)),
    )
    assert len({identity(one) for one in (ONE, *others)}) == 5


def test_acts_are_the_same_if_their_bodies_are() -> None:
    assert identity(act(1)) == identity(act(1))
    assert identity(act(1)) != identity(replace(act(1), note="changed"))

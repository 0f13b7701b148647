"""The memo gives a row that it has seen before the same listing again."""

from fasti.model.listing import Listing
from fasti.sources.drafting import Memo, RowRead


def test_a_row_seen_before_is_the_same_object() -> None:
    """Identity, not only equality: later stages remember hashes by it."""
    memo = Memo()
    first = memo.read("entries", b"1,A", lambda: RowRead(Listing("x:1")))
    again = memo.read("entries", b"1,A", lambda: RowRead(Listing("x:1")))
    assert again.listing is first.listing


def test_parts_do_not_answer_for_each_other() -> None:
    """The same bytes mean something else in another member file."""
    memo = Memo()
    memo.read("entries", b"1,A", lambda: RowRead(Listing("x:1")))
    assert memo.read("aliases", b"1,A", lambda: RowRead(Listing("x:2"))).listing.key == "x:2"


def test_every_memo_starts_empty() -> None:
    """One run's rows are not another's."""
    Memo().read("entries", b"1,A", lambda: RowRead(Listing("x:1")))
    assert Memo().read("entries", b"1,A", lambda: RowRead(Listing("x:2"))).listing.key == "x:2"

"""Bodies are unpacked as they come, and never beyond the bound."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.model.errors import RefusedError
from fasti.workflows.expanding import Body


def _body(data: bytes, encoding: str | None, most: int = 1_000, step: int = 7) -> Body:
    body = Body("x", encoding, most)
    for start in range(0, len(data), step):
        body.add(data[start : start + step])
    return body


@given(st.lists(st.binary(max_size=200), min_size=1, max_size=4), st.integers(1, 50))
def test_what_was_packed_comes_out(pieces: list[bytes], step: int) -> None:
    """In one stream or several, in whatever portions it comes."""
    body = _body(b"".join(gzip.compress(piece) for piece in pieces), "gzip", step=step)
    assert (body.data(), body.is_whole()) == (b"".join(pieces), True)


@pytest.mark.parametrize("encoding", [None, "", "identity", " Identity "])
def test_what_was_not_packed_stays(encoding: str | None) -> None:
    body = _body(b"abc", encoding)
    assert (body.data(), len(body), body.is_whole()) == (b"abc", 3, True)


def test_a_stream_cut_short_is_not_whole() -> None:
    packed = gzip.compress(b"abc" * 100)
    assert not _body(packed[:-1], "gzip").is_whole()
    assert not _body(b"", "gzip").is_whole()


@pytest.mark.parametrize("step", [1, 100_000])
def test_nothing_grows_beyond_the_bound(step: int) -> None:
    """The last byte that is allowed is taken, the next is not, and memory stays small."""
    assert len(_body(gzip.compress(b"\0" * 1_000), "gzip", step=step)) == 1_000
    for size in (1_001, 10_000_000):
        with pytest.raises(RefusedError, match="more than the 1000 bytes"):
            _body(gzip.compress(b"\0" * size), "gzip", step=step)
    with pytest.raises(RefusedError, match="more than the 1000 bytes"):
        _body(b"\0" * 1_001, None, step=step)


@pytest.mark.parametrize("encoding", ["br", "deflate", "gzip, gzip", "zstd"])
def test_other_packings_are_refused(encoding: str) -> None:
    with pytest.raises(RefusedError, match="not asked for"):
        Body("x", encoding, 10)


@pytest.mark.parametrize(
    "data", [b"plain text", gzip.compress(b"abc") + b"garbage"], ids=["not packed", "something behind"]
)
def test_damage_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedError, match="came damaged"):
        _body(data, "gzip", step=1_000)

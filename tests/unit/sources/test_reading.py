"""The table of readers covers the sources that describe themselves, and misuse is told apart from bad data."""

import pytest

from fasti.model.errors import RefusedError, UsageError
from fasti.sources.description import describe
from fasti.sources.drafting import Memo, RawMember
from fasti.sources.reading import READERS, read
from fasti.sources.source_info import described


def test_every_described_format_has_a_reader() -> None:
    """And no reader is without a description."""
    assert set(READERS) == {(source, form) for source in described() for form in describe(source).members}


def test_an_unknown_source_is_misuse() -> None:
    """The message says which sources there are."""
    with pytest.raises(UsageError, match="us_ofac_sdn"):
        read("xx_nobody", [RawMember("entries", "a.csv", b"1")], Memo())


def test_no_file_is_misuse() -> None:
    """There is nothing to read."""
    with pytest.raises(UsageError, match="No file"):
        read("us_ofac_sdn", [], Memo())


def test_two_formats_are_not_one_edition() -> None:
    """Each format is a series of its own."""
    both = [RawMember("entries", "sdn.csv", b'1,"A"\r\n\x1a'), RawMember("entries", "sdn.xml", b"<sdnList/>")]
    with pytest.raises(RefusedError, match="another format"):
        read("us_ofac_sdn", both, Memo())

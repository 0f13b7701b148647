"""How listings are packed for the database."""

import zlib
from hashlib import sha256

import pytest

from fasti.ledger import packing
from fasti.ledger.codec import encode_listing
from fasti.ledger.packing import DICTIONARY, pack, unpack
from fasti.model.errors import LedgerError
from tests.unit.ledger.authored import listing

BODY = encode_listing(listing("test:1"))


def test_a_packed_listing_comes_back() -> None:
    assert unpack(pack(BODY)) == BODY
    assert len(pack(BODY)) < len(BODY) * 0.7


def test_the_dictionary_is_part_of_the_stored_form() -> None:
    """A ledger written today must be read by every later version; a new dictionary needs a new schema version."""
    assert sha256(DICTIONARY).hexdigest() == "623e815e8d0149bcadd736112ed6565f39734e8e8f5d6245ebe4fb2e6195926a"


@pytest.mark.parametrize("packed", [b"", b"\xff\xff", pack(BODY)[:-4], zlib.compress(BODY)])
def test_what_was_altered_is_refused(packed: bytes) -> None:
    with pytest.raises(LedgerError, match="stored listing"):
        unpack(packed)


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = pack(BODY)
    monkeypatch.setattr(packing, "MAX_BYTES", 10)
    with pytest.raises(LedgerError, match="too large"):
        unpack(packed)

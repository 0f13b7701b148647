"""The canonical JSON of bodies and listings."""

from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest

from fasti.ledger.codec import content_hash, decode_body, decode_listing, encode, encode_listing
from fasti.model.act import Act, ActKind, Confidence, LicenceScope, Matter, Party, Rank, Source, Step
from fasti.model.entry import Body, Correction, Coverage, Decision, Edition, Member
from fasti.model.errors import LedgerError
from fasti.model.identity import Name, NameKind
from fasti.model.listing import Address, Fact, Listing
from fasti.model.moment import Moment
from tests.unit.ledger.authored import listing

EST = timezone(timedelta(hours=-5))

FULL_ACT = Act(
    act_id="us/1",
    kind=ActKind.LICENSED,
    title="The authority licensed dealings.",
    authority="The authority",
    made_at=Moment.parse("2021-01-26"),
    citation="86 FR 1",
    list="us_test",
    parties=(Party("k", "slug", (Name("Ă–řĝ 中国", NameKind.FKA),)),),
    acts=("us/0",),
    effective_at=Moment.parse("2021-01-26T09:30:00-05:00"),
    ended_at=Moment.parse("2021-05-28"),
    public_at=Moment.parse("2021-01-27T16:15:00-05:00"),
    rank=Rank.GUIDANCE,
    confidence=Confidence.HIGH,
    primary_read=True,
    matter=Matter("m", "D.D.C.", "1:21-cv-1", "A v. B", "the listing"),
    next_step=Step("a report is due", Moment.parse("2021-05-11")),
    licence=LicenceScope("GL 1", "us.test", ("purchase", "sale"), "close matches", whole=True),
    sources=(Source(Rank.PRESS, "A paper", quote="“so”"),),
)

EDITION = Edition(
    series="test/csv",
    source="test",
    members=(Member("entries", "ab" * 32, 12, "a.csv"),),
    listed_at=datetime(2022, 1, 1, 23, 59, 59, tzinfo=EST),
    basis="stated",
    seen_at=datetime(2022, 1, 2, 8, tzinfo=UTC),
    public_at=datetime(2022, 1, 1, 23, 59, 59, tzinfo=EST),
    reader="test/1",
    digest="cd" * 32,
    counts=(("aliases", 0), ("entries", 3)),
    lists=("test",),
    coverage=(Coverage("test", "2021-01-01", None, "a note"),),
)

BODIES: tuple[Body, ...] = (
    FULL_ACT,
    EDITION,
    Correction("us/1", "a typing error", "86 FR 1", FULL_ACT),
    Correction("us/1", "never made", "86 FR 1"),
    Decision("same_as", ("a:1", "b:2"), "a person", "same registration number", Confidence.HIGH),
)


@pytest.mark.parametrize("body", BODIES, ids=lambda body: type(body).__name__)
def test_a_body_is_read_back_as_it_was(body: Body) -> None:
    assert decode_body(encode(body)) == body


@pytest.mark.parametrize("body", BODIES, ids=lambda body: type(body).__name__)
def test_encoding_again_gives_the_same_bytes(body: Body) -> None:
    data = encode(body)
    assert encode(decode_body(data)) == data


def test_the_form_is_sorted_compact_and_without_defaults() -> None:
    act = Act("us/1", ActKind.LISTED, "t", "a", Moment.parse("2021-01-14"), "c", note="中")
    expected = (
        '{"act_id":"us/1","authority":"a","citation":"c","kind":"listed","made_at":"2021-01-14",'
        '"note":"中","title":"t","type":"act"}'
    )
    assert encode(act).decode() == expected


def test_instants_are_utc_and_moments_keep_their_offset() -> None:
    assert b'"listed_at":"2022-01-02T04:59:59Z"' in encode(EDITION)
    assert b'"effective_at":"2021-01-26T09:30:00-05:00"' in encode(FULL_ACT)


def test_a_listing_is_read_back_as_it_was() -> None:
    whole = Listing(
        "test:1",
        names=(Name("A"), Name("B", NameKind.AKA)),
        facts=(Fact("birth_date", "circa 1962", "1962"),),
        addresses=(Address(city="Basel", country="Switzerland"),),
        remarks="a.k.a. 'B'.",
    )
    assert decode_listing(encode_listing(whole)) == whole


def test_a_content_hash_is_that_of_the_canonical_form() -> None:
    one = listing("test:1")
    assert content_hash(one) == sha256(encode_listing(one)).hexdigest()
    assert content_hash(one) == content_hash(listing("test:1"))
    assert content_hash(one) != content_hash(listing("test:1", remarks="new"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"type":"verdict"}',
        b'{"type":"act"}',
        encode(FULL_ACT).replace(b'"title"', b'"titel"'),
        encode(FULL_ACT).replace(b'"listed"', b'"listed2"').replace(b'"licensed"', b'"lisensed"'),
        encode(FULL_ACT).replace(b"2021-01-26", b"2021-01-46"),
        encode(FULL_ACT).replace(b'"slug"', b'"slugg"', 1),
        encode(EDITION).replace(b'"size":12', b'"size":"12"'),
        encode(EDITION).replace(b'"2022-01-02T08:00:00Z"', b'"yesterday"'),
    ],
)
def test_what_is_no_body_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(LedgerError, match=r"^A log entry cannot be read .*\.$"):
        decode_body(data)


def test_what_is_no_listing_is_refused() -> None:
    with pytest.raises(LedgerError, match="stored listing"):
        decode_listing(b'{"key":1}')

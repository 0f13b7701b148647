"""Laws of the exchange with FollowTheMoney: nothing is lost on the way out, and the second way is a circle."""

import re
import string

from hypothesis import given, settings
from hypothesis import strategies as st

from fasti.model.identity import Identifier, Name, NameKind, PartyKind, Quality
from fasti.model.listing import Address, Fact, Listing, Membership, StatedDate
from fasti.sources.ftm.countries import country_code
from fasti.sources.ftm.simple import cut, unguarded
from fasti.sources.ftm.simple_writer import guarded, joined
from tests.unit.sources.ftm.authored import and_back, written

ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?")
"""What FollowTheMoney accepts as an id."""

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=20).map(
    lambda text: " ".join(text.split())
)
WORDS = st.one_of(TEXT, st.sampled_from(["a: b", "a: b [c]", "x [y]", "[]", "name; other", '"', "country: x"])).filter(
    lambda text: text != ""
)
SCHEMES = st.sampled_from(
    ["lei", "imo_company", "passport", "registration_number", "tax_id", "cr_number", "isin", "swift", "un_ref"]
)
KINDS = st.sampled_from(["birth_date", "nationality", "gender", "website", "measure", "remark", "linked_to", "title"])
DAYS = st.dates().map(lambda day: day.isoformat())
LISTS = st.sampled_from(["us_ofac_sdn", "us_ofac_ssi", "un_sc"])
SLUGS = st.text(string.ascii_letters + string.digits + "-_.", min_size=1, max_size=12)
FACTS = st.builds(Fact, KINDS, WORDS, st.one_of(st.just(""), DAYS, st.sampled_from(["1951~", "1979/1982"])))
NAMES = st.builds(Name, WORDS, st.sampled_from(NameKind), st.sampled_from(Quality))
DATES = st.sampled_from(["listing", "effective", "amended"])
LISTINGS = st.builds(
    lambda slug, kind, names, places, identifiers, stated, facts, addresses, remarks: Listing(
        f"x:{slug}",
        kind,
        tuple(names),
        tuple(sorted(set(places))),
        tuple(sorted(set(identifiers))),
        tuple(sorted(set(stated))),
        tuple(sorted(set(facts))),
        tuple(sorted({one for one in addresses if one != Address()})),
        remarks,
    ),
    SLUGS,
    st.sampled_from(PartyKind),
    st.lists(
        st.builds(Name, WORDS, st.sampled_from(NameKind), st.sampled_from(Quality)), max_size=4, unique_by=str
    ).map(lambda rest: [Name("PRIMARY NAME"), *({one.text: one for one in rest}.values())]),
    st.lists(st.builds(Membership, LISTS, WORDS, WORDS), min_size=1, max_size=3),
    st.lists(st.builds(Identifier, SCHEMES, WORDS, st.one_of(st.just(""), WORDS)), max_size=4),
    st.lists(
        st.builds(StatedDate, st.sampled_from(["listing", "effective", "amended"]), DAYS, LISTS, WORDS), max_size=3
    ),
    st.lists(FACTS, max_size=4),
    st.lists(st.builds(Address, *[st.one_of(st.just(""), WORDS)] * 6), max_size=2),
    st.one_of(st.just(""), WORDS),
)


@given(LISTINGS)
@settings(max_examples=150)
def test_nothing_is_lost(listing: Listing) -> None:
    """Names with kind and quality, places, numbers, dates, addresses, and the words of every fact."""
    back = and_back(listing)
    assert back.kind is listing.kind
    assert {name for name in listing.names if name.kind is not NameKind.PRIMARY} <= set(back.names)
    assert {name.text for name in listing.names} <= {name.text for name in back.names}
    assert back.memberships == listing.memberships
    assert back.identifiers == listing.identifiers
    assert {(one.what, one.on, one.list, one.label) for one in listing.stated} == {
        (one.what, one.on, one.list, one.label) for one in back.stated
    }
    assert len(back.addresses) == len(listing.addresses)
    assert back.remarks == listing.remarks
    for fact in listing.facts:
        kept = fact in back.facts or any(one.what == fact.what and _same(fact, one) for one in back.facts)
        assert kept, fact


def _same(fact: Fact, other: Fact) -> bool:
    """Say whether a fact came back in the words that FollowTheMoney has for it."""
    return other.value in {fact.value, country_code(fact.text), country_code(fact.value)} and other.value != ""


@given(LISTINGS)
@settings(max_examples=100)
def test_the_second_way_is_a_circle(listing: Listing) -> None:
    """What was read once from what was written is written and read the same ever after."""
    once = and_back(listing)
    assert and_back(once) == once


@given(LISTINGS)
@settings(max_examples=100)
def test_every_id_is_accepted_and_its_own(listing: Listing) -> None:
    """In letters that FollowTheMoney allows, once each."""
    ids = [one["id"] for one in written(listing)]
    assert len(set(ids)) == len(ids)
    assert all(ID.fullmatch(one) for one in ids)


@given(st.text())
def test_guarding_is_undone(cell: str) -> None:
    """Whatever a cell begins with."""
    assert unguarded(guarded(cell)) == cell


@given(st.lists(TEXT.filter(lambda text: text.strip() == text != ""), unique=True))
def test_cells_hold_lists(values: list[str]) -> None:
    """Whatever marks the values have."""
    assert cut(joined(values)) == values

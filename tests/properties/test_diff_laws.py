"""A difference, applied to where it starts from, gives where it leads to."""

from hypothesis import given
from hypothesis import strategies as st

from fasti.ledger.codec import content_hash, decode_listing, encode_listing
from fasti.ledger.diff import apply, diff, field_changes, field_labels
from fasti.ledger.parties import strong
from fasti.ledger.sketching import decode_sketch
from fasti.model.identity import Identifier, Name, NameKind, PartyKind, Quality
from fasti.model.listing import Address, Fact, Listing, Membership, StatedDate

editions = st.dictionaries(st.text(max_size=2), st.sampled_from("ABC"), max_size=8)
words = st.text(st.characters(codec="utf-8"), max_size=6)
listings = st.builds(
    Listing,
    key=words,
    kind=st.sampled_from(PartyKind),
    names=st.tuples(st.builds(Name, words, st.sampled_from(NameKind), st.sampled_from(Quality))),
    memberships=st.lists(st.builds(Membership, words, words, words), max_size=2).map(tuple),
    identifiers=st.lists(st.builds(Identifier, words, words, words), max_size=2).map(tuple),
    stated=st.lists(st.builds(StatedDate, words, words, words, words, words), max_size=2).map(tuple),
    facts=st.lists(st.builds(Fact, words, words, words), max_size=2).map(tuple),
    addresses=st.lists(st.builds(Address, words, words), max_size=2).map(tuple),
    remarks=words,
)


@given(editions, editions)
def test_applying_a_difference_leads_to_the_other_edition(before: dict[str, str], after: dict[str, str]) -> None:
    assert apply(before, diff(before, after)) == after


@given(editions, editions)
def test_a_difference_names_each_entry_once(before: dict[str, str], after: dict[str, str]) -> None:
    change = diff(before, after)
    named = [*change.added, *change.removed, *change.amended]
    assert len(named) == len(set(named))
    assert set(named) == {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


@given(listings, listings)
def test_listings_with_equal_keys_differ_in_a_field_if_their_contents_do(before: Listing, after: Listing) -> None:
    changes = field_changes(before, after)
    alike = Listing(before.key, *(getattr(after, name) for name in Listing.__slots__[1:]))
    assert bool(field_changes(before, alike)) == (content_hash(before) != content_hash(alike))
    assert all(change.before != change.after or change.before is None for change in changes)


@given(listings)
def test_any_listing_is_read_back_as_it_was(one: Listing) -> None:
    assert decode_listing(encode_listing(one)) == one


@given(listings)
def test_a_sketch_says_of_a_listing_what_the_listing_says(one: Listing) -> None:
    sketch = decode_sketch(encode_listing(one))
    assert (sketch.key, sketch.kind, sketch.names[0].text) == (one.key, one.kind.value, one.caption)
    assert field_labels(sketch) == field_labels(one)
    assert strong(sketch.identifiers) == strong(one.identifiers)
    told = [[(date.what, date.on, date.list, date.basis) for date in said.stated] for said in (sketch, one)]
    assert told[0] == told[1]
    for list_id in {membership.list for membership in one.memberships} | {"none"}:
        bases = [[membership.basis for membership in said.on_list(list_id)] for said in (sketch, one)]
        assert bases[0] == bases[1]

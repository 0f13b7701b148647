"""What every reader promises, shown on an authored edition of each publication and format."""

from dataclasses import fields

import pytest

from fasti.model.errors import RefusedError
from fasti.model.listing import ENTRIES, Listing, merge
from fasti.sources.catalog import load_catalog
from fasti.sources.description import describe
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.reading import READERS, read
from tests.golden.sources.editions import EDITIONS, PARTS, members, primary

every = pytest.mark.parametrize(("source_id", "form"), EDITIONS)
OTHERS = r"another (list|document)|malformed|has the columns of|not in a format|a (JSON message|web page)"
"""How a reader says that a file is none of its own."""
SORTED = ("memberships", "identifiers", "stated", "facts", "addresses")


def _draft(source_id: str, form: str, memo: Memo | None = None) -> Draft:
    return read(source_id, members(source_id, form), memo or Memo())


def _listings(draft: Draft) -> list[tuple[str, Listing]]:
    return [(key, listing) for part in draft.parts.values() for key, listing in part.items()]


def test_every_reader_has_an_authored_edition() -> None:
    """A reader without one is not shown to do anything."""
    assert set(EDITIONS) == set(READERS)


@every
def test_a_draft_says_what_it_is(source_id: str, form: str) -> None:
    """Series, reader with its version, lists, zone."""
    draft = _draft(source_id, form)
    info = load_catalog().sources[source_id]
    assert (draft.source, draft.series, draft.lists, draft.zone) == (
        source_id,
        f"{source_id}/{form}",
        info.lists,
        info.zone,
    )
    assert draft.reader.startswith(f"{draft.series}@")
    assert draft.problems == ()
    assert bool(draft.doubts) == (source_id in PARTS)


@every
def test_listings_are_normal(source_id: str, form: str) -> None:
    """Keyed by themselves, sorted, without doubles; only the names keep the publisher's order."""
    for key, listing in _listings(_draft(source_id, form)):
        assert listing.key == key
        assert len(set(listing.names)) == len(listing.names)
        for name in SORTED:
            values = getattr(listing, name)
            assert values == tuple(sorted(set(values)))


@every
def test_entries_stand_on_lists_of_the_source(source_id: str, form: str) -> None:
    """Every entry on at least one, and with a name; a source complete for no list may know of others."""
    draft = _draft(source_id, form)
    for listing in draft.parts[ENTRIES].values():
        assert {one.list for one in listing.memberships} <= set(draft.lists or load_catalog().lists)
        assert listing.memberships or not draft.lists
        assert listing.names


@every
def test_other_parts_only_add(source_id: str, form: str) -> None:
    """They speak of entries of the edition, say something, and repeat nothing of the entry."""
    draft = _draft(source_id, form)
    entries = draft.parts[ENTRIES]
    for name, part in draft.parts.items():
        assert set(part) <= set(entries)
        for key, listing in part.items() if name != ENTRIES else ():
            assert listing != Listing(key)
            assert not set(listing.memberships) & set(entries[key].memberships)


@every
def test_the_entries_do_not_depend_on_the_other_files(source_id: str, form: str) -> None:
    """The primary file alone gives the same part, and besides only facets of its own."""
    alone, whole = read(source_id, [primary(source_id, form)], Memo()), _draft(source_id, form)
    assert alone.parts[ENTRIES] == whole.parts[ENTRIES]
    assert set(alone.parts) & {role for role in describe(source_id).members[form].values() if role != ENTRIES} == set()


@every
def test_the_order_of_the_files_does_not_matter(source_id: str, form: str) -> None:
    """An edition is a set of files."""
    turned = read(source_id, members(source_id, form)[::-1], Memo())
    assert turned.parts == _draft(source_id, form).parts


@every
def test_the_name_of_the_file_does_not_matter(source_id: str, form: str) -> None:
    """The format is told by content: archives rename files."""
    renamed = RawMember(ENTRIES, "2021-06-04T0122Z_x", primary(source_id, form).data)
    assert read(source_id, [renamed], Memo()).parts[ENTRIES] == _draft(source_id, form).parts[ENTRIES]


@every
def test_rows_seen_before_are_the_same_objects(source_id: str, form: str) -> None:
    """With one memo; and the same values with another."""
    memo = Memo()
    first, again = _draft(source_id, form, memo), _draft(source_id, form, memo)
    for (_, one), (_, other) in zip(_listings(first), _listings(again), strict=True):
        assert one is other
    assert _draft(source_id, form) == first


@every
def test_fields_are_used_or_named(source_id: str, form: str) -> None:
    """Used ones once, ignored ones with a reason, none in both."""
    use = _draft(source_id, form).fields
    assert len(set(use.used)) == len(use.used)
    assert set(use.used) & {name for name, _ in use.ignored} == set()
    assert dict(use.ignored) == describe(source_id).ignored[form]


@every
def test_parts_merge_into_whole_entries(source_id: str, form: str) -> None:
    """Nothing that a part says is lost when they are joined."""
    draft = _draft(source_id, form)
    for key, entry in draft.parts[ENTRIES].items():
        parts = [entry, *(part[key] for name, part in draft.parts.items() if name != ENTRIES and key in part)]
        whole = merge(parts)
        for part in parts:
            for field in fields(Listing)[2:-1]:
                assert set(getattr(part, field.name)) <= set(getattr(whole, field.name))


@every
def test_another_publication_is_refused(source_id: str, form: str) -> None:
    """The file of one list is never taken for another, though both look alike."""
    for other in sorted({one for one, _ in EDITIONS if one != source_id}):
        with pytest.raises(RefusedError, match=OTHERS):
            read(other, [primary(source_id, form)], Memo())

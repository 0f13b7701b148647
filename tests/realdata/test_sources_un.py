"""Every real edition of the UN's list is read whole, and a change of its format takes nobody for amended or removed."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from fasti.model.errors import RefusedError
from fasti.model.listing import ENTRIES, LISTING, Listing, Membership, merge
from fasti.sources.drafting import Draft, Memo
from fasti.sources.offers import Offer, find_offers, load
from fasti.sources.reading import read

pytestmark = pytest.mark.realdata

MALFORMED = "2025-08-16"
EXPLAINED = {
    "facet_not_held": ("2023-08-03", "2025-03-13"),
    "unreadable_date": ("2023-08-03", "2023-08-12"),
    "trimmed_reference": ("2023-08-10", "2023-08-10"),
    "unreadable_note": ("2023-08-12", "2024-12-21"),
}
"""First and last edition with a problem; each is explained in the README of the source."""

Drafts = Sequence[tuple[Offer, Draft]]


@pytest.fixture(scope="module")
def drafts(shared: Path) -> Drafts:
    """Return every edition that can be read, in order."""
    memo = Memo()
    offers = find_offers("un_sc", shared / "data" / "un_sc_series")
    return [(offer, read("un_sc", load(offer), memo)) for offer in offers if not offer.name.startswith(MALFORMED)]


def _of(drafts: Drafts, day: str) -> Draft:
    return next(draft for offer, draft in drafts if offer.name.startswith(day))


def _whole(drafts: Drafts, day: str) -> dict[str, Listing]:
    """Return the entries of an edition with each facet as the newest edition that held it has it."""
    held: dict[str, dict[str, Listing]] = {}
    for offer, draft in drafts:
        held |= draft.parts
        if offer.name.startswith(day):
            break
    facets = [held[name] for name in sorted(held) if name != ENTRIES]
    return {key: merge([one, *(part[key] for part in facets if key in part)]) for key, one in held[ENTRIES].items()}


def test_the_series_is_whole(drafts: Drafts) -> None:
    """As many entries as the file has, each with a name, a committee, a reference and its date of listing."""
    assert len(drafts) == 39
    for offer, draft in drafts:
        data = load(offer)[0].data
        entries = draft.parts[ENTRIES]
        assert len(entries) == data.count(b"<INDIVIDUAL>") + data.count(b"<ENTITY>")
        assert draft.stated_on is not None
        assert draft.stated_on <= date.fromisoformat(offer.name[:10])
        for one in entries.values():
            assert one.names
            assert len(one.memberships) == 1
            assert [identifier.scheme for identifier in one.identifiers].count("un_ref") == 1
            assert [stated.what for stated in one.stated].count(LISTING) == 1


def test_every_problem_is_explained(drafts: Drafts) -> None:
    """None outside the time that the README gives for it."""
    for offer, draft in drafts:
        for code in {problem.code for problem in draft.problems}:
            first, last = EXPLAINED[code]
            assert first <= offer.name[:10] <= last


def test_the_malformed_edition_is_refused(shared: Path) -> None:
    """Control characters, and letters replaced."""
    (offer,) = [one for one in find_offers("un_sc", shared / "data/un_sc_series") if one.name.startswith(MALFORMED)]
    with pytest.raises(RefusedError, match="malformed XML in line 53"):
        read("un_sc", load(offer), Memo())


def test_a_new_program_amends_few(drafts: Drafts) -> None:
    """Every entry of 3 August 2023 is printed otherwise; eight in nine say the same."""
    before, after = _whole(drafts, "2023-05-19"), _whole(drafts, "2023-08-03")
    both = before.keys() & after.keys()
    assert len(both) == 954
    assert len([key for key in both if before[key] != after[key]]) == 111


def test_what_came_back_was_never_gone(drafts: Drafts) -> None:
    """On 25 August 2023 the links and kinds of 700 entries are printed again: no amendment."""
    before, after = _whole(drafts, "2023-08-12"), _whole(drafts, "2023-08-25")
    assert before.keys() == after.keys()
    changed = {key for key in before if before[key] != after[key]}
    assert len(changed) == 22
    assert sum(before[key].stated != after[key].stated for key in changed) == 9


def test_presence_does_not_depend_on_the_format(drafts: Drafts) -> None:
    """Through August 2023 one party is missing in one edition, and nobody has another reference."""
    days = ("2023-08-03", "2023-08-10", "2023-08-12", "2023-08-25")
    three, ten, twelve, last = (_references(_of(drafts, day)) for day in days)
    assert set(three) == set(twelve) == set(last)
    assert set(three) - set(ten) == {"HTi.001"}
    assert {reference for reference in ten if ten[reference] != three[reference]} == set()


def test_a_party_can_get_another_number(drafts: Drafts) -> None:
    """HTi.001 in August 2023 after its gap, six more in 2025, one company: its reference tells that it is the same."""
    numbers: dict[str, set[str]] = {}
    for _, draft in drafts:
        for reference, key in _references(draft).items():
            numbers.setdefault(reference, set()).add(key)
    several = {reference for reference, keys in numbers.items() if len(keys) > 1}
    assert several == {"KPe.068", *(f"HTi.00{number}" for number in range(1, 8))}
    assert numbers["HTi.001"] == {"un:6908901", "un:6908911"}


def _references(draft: Draft) -> dict[str, str]:
    """Return reference to key, each reference once."""
    found = [
        (one.value, key)
        for key, listing in draft.parts[ENTRIES].items()
        for one in listing.identifiers
        if one.scheme == "un_ref"
    ]
    assert len(dict(found)) == len(found)
    return dict(found)


def test_iran_leaves_and_returns_under_its_numbers(drafts: Drafts) -> None:
    """84 entries, with their old dates of listing."""
    before, gone, back = (_of(drafts, day).parts[ENTRIES] for day in ("2023-10-18", "2023-10-20", "2025-11-15"))
    iran = {key for key, one in before.items() if one.memberships[0].basis == "Iran"}
    assert len(iran) == 84
    assert not iran & gone.keys()
    assert iran <= back.keys()
    for key in iran:
        assert _listed_on(before[key]) == _listed_on(back[key])


def _listed_on(listing: Listing) -> list[str]:
    return [stated.on for stated in listing.stated if stated.what == LISTING]


def test_a_committee_that_got_its_name_is_one_basis(drafts: Drafts) -> None:
    """Haiti's first entry: a number, once `No-regime`, then the name."""
    entries = [one for _, draft in drafts if (one := draft.parts[ENTRIES].get("un:6908901")) is not None]
    assert len(entries) == 5
    assert {membership for one in entries for membership in one.memberships} == {Membership("un_sc", "Haiti", "Haiti")}

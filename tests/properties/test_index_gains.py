"""An index that is told what came says the same as one for which the whole ledger was looked over.

The worlds have editions of two series in any order, some put out late, whose entries come, go, change their names and
the sort of party they are said to be; acts and corrections come between.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from fasti.index import renewing
from fasti.index.gathering import in_turn
from fasti.index.keeping import stamp_of
from fasti.index.names import NameIndex
from fasti.index.renewing import Maker, renew_index
from fasti.index.surveying import survey
from fasti.ledger.store import Store
from fasti.model.act import Act, ActKind
from fasti.model.entry import Correction
from fasti.model.identity import Name, NameKind, PartyKind
from fasti.model.listing import Listing
from fasti.screening.names.wording import NameWording
from tests.properties.histories import Issue, acts, day
from tests.unit.ledger.worlds import CSV, XML, World, act, entry, issue

WORDING = NameWording()
KEYS = ("ofac:1", "ofac:2", "ofac:3")
NAMES = ("Norvik Harbour", "Omar Said", "Li Wei", " ")
KINDS = (PartyKind.UNKNOWN, PartyKind.UNKNOWN, PartyKind.PERSON, PartyKind.ORGANIZATION)
Recorded = Issue | Act | Correction


@st.composite
def _listings(draw: st.DrawFn, key: str) -> Listing:
    texts = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=2))
    names = (Name(texts[0]), *(Name(text, NameKind.AKA) for text in texts[1:]))
    return replace(entry(key), names=names, kind=draw(st.sampled_from(KINDS)))


@st.composite
def _issues(draw: st.DrawFn, number: int) -> Issue:
    """Draw an edition; most are newer than all before, and most are public at once."""
    on = number + 10 if draw(st.integers(0, 5)) else draw(st.integers(0, 9))
    said = [draw(_listings(key)) for key in KEYS if draw(st.booleans())]
    edition, parts = issue(f"{day(on)} 12:{number:02}", *said, series=draw(st.sampled_from((CSV, XML))))
    late = timedelta(days=draw(st.sampled_from((0, 0, 0, 5))))
    return replace(edition, public_at=edition.public_at + late), parts


@st.composite
def _logs(draw: st.DrawFn) -> list[list[Recorded]]:
    """Draw what is recorded, by the times between which the index is renewed."""
    found: list[list[Recorded]] = []
    number = 0
    for _ in range(draw(st.integers(2, 4))):
        found.append([])
        for _ in range(draw(st.integers(1, 3))):
            among = draw(st.integers(0, 7))
            found[-1].append(draw(acts(number)) if among == 0 else draw(_issues(number)))
            number += 1
    return found


def _maker(store: Store) -> Maker:
    return Maker(WORDING, stamp_of(WORDING, store.head()), in_turn, lambda _: None)


def _said(index: NameIndex) -> tuple[object, ...]:
    """Return all that an index says, however it is numbered."""
    owners = index.owners_at_hand()
    names = {}
    for number in range(len(index)):
        some = [
            (one.content, one.kind, one.quality, frozenset(owners.key(entry) for entry in one.entries))
            for one in owners.of(number)
        ]
        assert len({*some}) == len(some)
        names[index.name(number)] = ({*some}, {*owners.named_by_acts(number)})
    assert len(names) == len(index)
    public = {owners.key(number): instant for number, instant in enumerate(owners.entry_public)}
    return names, public, owners.kinds()


def _renewed(folder: Path, world: World, parts: Sequence[Sequence[Recorded]]) -> tuple[NameIndex, int]:
    """Return an index renewed after each part of a log, and how often the whole ledger was looked over."""
    looked = []

    def counted(*given: object) -> object:
        looked.append(1)
        return survey(*given)  # type: ignore[arg-type]  # handed on as it comes

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(renewing, "survey", counted)
        patch.setattr(renewing, "MOST_ADDED", 100.0)
        for part in parts:
            world.add(*part)
            index = renew_index(folder, world.store, _maker(world.store))
    return index, len(looked)


@settings(max_examples=25, deadline=None)
@given(_logs())
def test_what_came_is_what_a_look_over_the_whole_ledger_finds(parts: list[list[Recorded]]) -> None:
    with TemporaryDirectory() as folder:
        world = World()
        index, looked = _renewed(Path(folder) / "renewed", world, parts)
        event(f"{len(parts) - looked} of {len(parts)} told by what came")
        assert _said(index) == _said(renew_index(Path(folder) / "anew", world.store, _maker(world.store)))


NEW = replace(entry("ofac:9"), names=(Name("Norvik Harbour"),), kind=PartyKind.ORGANIZATION)
FIRST = issue(f"{day(10)} 12:00", "ofac:1")


@pytest.mark.parametrize(
    ("came", "looked"),
    [
        (issue(f"{day(11)} 12:00", "ofac:1", NEW), 1),
        (issue(f"{day(11)} 12:00", NEW, series=XML), 1),
        (act("named", ActKind.LISTED, "2021-03-01", "ofac:7"), 1),
        (issue(f"{day(9)} 12:00", NEW), 2),
        (issue(f"{day(11)} 12:00", replace(entry("ofac:1"), kind=PartyKind.PERSON)), 2),
    ],
    ids=["a newer edition", "another series", "an act", "an older edition", "another sort of party"],
)
def test_the_whole_ledger_is_looked_over_only_where_it_must_be(came: Recorded, looked: int, tmp_path: Path) -> None:
    world = World()
    index, times = _renewed(tmp_path / "renewed", world, [[FIRST], [came]])
    assert times == looked
    assert _said(index) == _said(renew_index(tmp_path / "anew", world.store, _maker(world.store)))


def test_the_index_of_another_ledger_is_not_added_to(tmp_path: Path) -> None:
    _renewed(tmp_path, World(), [[FIRST]])
    index, times = _renewed(tmp_path, World(), [[issue(f"{day(3)} 12:00", NEW)]])
    assert times == 1
    assert "ofac:1" not in index.owners_at_hand().entry_keys()

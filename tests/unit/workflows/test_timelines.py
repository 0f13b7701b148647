"""A timeline tells what editions changed in an entry, beside its spells and acts, each change under its own id."""

from fasti.cli.text.document import Bullets
from fasti.cli.text.timeline import document
from fasti.model.answer import TimelineAnswer
from fasti.workflows.asking import CheckRequest
from fasti.workflows.timelines import timeline_in
from tests.unit.ledger.worlds import CATALOG, World, entry, issue
from tests.unit.workflows.ledgers import SETTINGS, opened

KEY = "test:1"


def _timeline(*editions: tuple[str, str, str]) -> TimelineAnswer:
    world = World().add(
        *(issue(f"2021-01-{day} 16:00", entry(KEY, name=name, note=note)) for day, name, note in editions)
    )
    return timeline_in(opened(world), SETTINGS, CheckRequest(KEY))


def test_a_change_of_an_entry_is_an_event_with_its_edition() -> None:
    (party,) = _timeline(("01", "Acme", "one"), ("05", "Acme", "two")).parties
    assert [(one.event.kind, one.event.on) for one in party.events] == [
        ("listed", "2021-01-01"),
        ("amended", "2021-01-05"),
    ]
    changed = party.events[1]
    assert changed.event.summary == "facts.note: one -> two"
    assert [one.citation for one in changed.evidence] == ["The alpha file, edition of 2021-01-05 (seen)"]


def test_equal_changes_have_ids_of_their_own() -> None:
    (party,) = _timeline(
        ("01", "Acme", "one"), ("02", "Acme", "two"), ("03", "Acme", "one"), ("04", "Acme", "two")
    ).parties
    assert len({one.event.event_id for one in party.events}) == len(party.events) == 4


def test_the_changes_of_one_edition_stand_in_one_bullet() -> None:
    answer = _timeline(("01", "Acme", "one"), ("05", "Acme Works", "two"))
    (group,) = document(answer, CATALOG.lists).groups
    (block,) = group.sections[0].blocks
    assert isinstance(block, Bullets)
    _, changed = block.items
    told = " ".join(words.text for words in (*changed.words, *changed.details))
    assert "2 changes of the entry" in told
    assert "facts.note: one -> two names.primary: Acme -> Acme Works" in told

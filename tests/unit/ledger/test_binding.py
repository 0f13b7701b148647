"""An entry of acts and the row of a file are one entry when a decision says so, and only then."""

from fasti.model.act import ActKind, Party
from fasti.model.entry import Decision
from fasti.model.identity import Name
from tests.unit.ledger.worlds import LIST, World, act, issue

ENTRY, ROW = f"{LIST}/acme", "test:acme"
NAMED = Party("acme", "acme", (Name("Acme Works"),))
BOUND = Decision("same_as", (ROW, ENTRY), "a person", "the notice prints the name of the row")
FREED = Decision("not_same_as", (ROW, ENTRY), "a person", "the row is another Acme")


def _world(*decisions: Decision) -> World:
    return World().add(
        act("on", ActKind.LISTED, "2021-01-14", parties=(NAMED,)),
        act("off", ActKind.DELISTED, "2021-02-10", parties=(NAMED,)),
        issue("2021-01-10 16:00"),
        issue("2021-01-20 16:00", ROW),
        issue("2021-02-20 16:00"),
        *decisions,
    )


def test_acts_and_file_tell_one_history() -> None:
    party = _world(BOUND).party(ENTRY)
    assert [(one.list, one.key) for one in party.entries] == [(LIST, ROW)]
    spell = party.entries[0].spells[0]
    assert (str(spell.start.moment), spell.start.basis) == ("2021-01-14", "act")
    assert spell.end is not None
    assert (str(spell.end.moment), spell.end.basis) == ("2021-02-10", "act")
    assert spell.start.edition_id is not None
    assert party.party_id == "acme"


def test_every_key_leads_to_the_party() -> None:
    world = _world(BOUND)
    assert world.party(ROW) == world.party(ENTRY) == world.party("party:acme")


def test_without_a_decision_they_are_two_parties() -> None:
    assert [(one.list, one.key) for one in _world().party(ENTRY).entries] == [(LIST, "acme")]


def test_the_last_decision_on_the_pair_counts() -> None:
    assert [one.key for one in _world(BOUND, FREED).party(ENTRY).entries] == ["acme"]
    assert [one.key for one in _world(FREED, BOUND).party(ENTRY).entries] == [ROW]


def test_acts_alone_keep_their_history_under_the_files_key() -> None:
    alone = World().add(act("on", ActKind.LISTED, "2021-01-14", parties=(NAMED,)), BOUND)
    bare = World().add(act("on", ActKind.LISTED, "2021-01-14", parties=(NAMED,)))
    bound, free = alone.party(ENTRY).entries[0], bare.party(ENTRY).entries[0]
    assert [one.start.moment for one in bound.spells] == [one.start.moment for one in free.spells]
    assert (bound.key, free.key) == (ROW, "acme")


def test_an_edition_without_the_row_is_silent_about_it() -> None:
    world = World().add(act("on", ActKind.LISTED, "2021-01-14", parties=(NAMED,)), BOUND)
    world = world.add(issue("2021-01-20 16:00", ROW), issue("2021-02-20 16:00"))
    assert world.evidence().view.acts[0].parties[0].key == ROW
    spell = world.party(ENTRY).entries[0].spells[0]
    assert spell.end is not None
    assert spell.end.basis == "observed"

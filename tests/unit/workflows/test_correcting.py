"""A correction is named in every answer that it may have changed, and in no answer that cannot have met it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fasti.model.act import Act, ActKind, Party
from fasti.model.entry import Correction, Coverage
from fasti.model.identity import Identifier, Name
from fasti.workflows.asking import CheckRequest
from fasti.workflows.differences import diff
from fasti.workflows.listings import list_entries
from fasti.workflows.opening import open_ledger
from fasti.workflows.settings import Settings
from fasti.workflows.timelines import timeline
from tests.unit.ledger.worlds import LIST, World, act, claims, issue, withdraw
from tests.unit.workflows.ledgers import asked

LISTED = ActKind.LISTED
LEI = "529900T8BM49AURSDO55"
SAID = "it was mistyped (2 Test Register 2)"


def named(world: World, name: str = "acme", as_of: date | None = None, known_at: date | None = None) -> list[str]:
    """Return what an answer says of corrections."""
    return list(asked(world, name, as_of, known_at).run.corrections)


def party(key: str, *names: str, keys: tuple[str, ...] = (), identifiers: tuple[Identifier, ...] = ()) -> Party:
    """Return a party with names."""
    return Party(key, key, tuple(map(Name, names or (key,))), keys=keys, identifiers=identifiers)


def test_a_replaced_act_is_named_by_who_it_lists() -> None:
    world = World().add(
        act("on", LISTED, "2021-01-15", "acme"), withdraw("on", act("on", LISTED, "2021-01-14", "acme"))
    )
    assert named(world) == [f"on: {SAID}"]
    assert named(world, "bolt") == []


@pytest.mark.parametrize("name", ["acme", f"lei:{LEI}", "ofac:7"])
def test_a_removed_act_is_named_though_nobody_is_found(name: str) -> None:
    """The typing error was that the company was listed at all; whoever asks for it must hear so."""
    wrong = act(
        "on",
        LISTED,
        "2021-01-14",
        parties=(party("acme", keys=("ofac:7",), identifiers=(Identifier("lei", LEI),)),),
    )
    world = World().add(wrong, withdraw("on"))
    answer = asked(world, name)
    assert (answer.parties, answer.run.corrections) == ((), (f"on: {SAID}",))


def test_a_party_is_named_by_the_key_that_a_replacement_gives_or_takes() -> None:
    was, now = (act("on", LISTED, "2021-01-14", parties=(party("acme", keys=(key,)),)) for key in ("ofac:7", "ofac:8"))
    world = World().add(issue("2021-01-10 16:00"), was, withdraw("on", now))
    assert named(world, "ofac:7") == [f"on: {SAID}"]
    assert named(world, "ofac:8") == [f"on: {SAID}"]
    assert named(world, "ofac:9") == []


@pytest.mark.parametrize(
    "general",
    [
        act("x", ActKind.DELISTED, "2021-02-01", parties=(), whole_list=True),
        act("x", ActKind.STAY_LIFTED, "2021-02-01", parties=(), acts=("stay",), list=None, zone="UTC"),
        act("x", ActKind.RULE_MADE, "2021-02-01", parties=(), list=None, zone="UTC"),
        act("x", ActKind.RULE_AMENDED, "2021-02-01", "bolt"),
        act("x", ActKind.LICENSED, "2021-02-01", parties=(), list=None, zone="UTC"),
    ],
)
def test_an_act_that_binds_more_than_it_names_is_named_for_everybody(general: Act) -> None:
    world = World().add(act("on", LISTED, "2021-01-14", "acme"), general, withdraw("x"))
    assert named(world) == [f"x: {SAID}"]


def test_a_corrected_edition_is_named_wherever_its_list_is_consulted() -> None:
    edition, parts = issue("2021-01-10 16:00", "ofac:1")
    world = World().add((edition, parts), withdraw(edition.edition_id))
    assert named(world, "acme") == [f"{edition.edition_id}: {SAID}"]


def test_a_corrected_claim_of_the_chronicle_is_named() -> None:
    edition = claims(1, Coverage(LIST, "2020-01-01", "2025-01-01", "all"))
    world = World().add(edition, withdraw(edition.edition_id))
    assert named(world) == [f"{edition.edition_id}: {SAID}"]
    assert named(world, "acme", date(2021, 1, 1), date(2021, 1, 1)) == [f"{edition.edition_id}: {SAID}"]


def test_a_chain_of_corrections_is_named_whole() -> None:
    world = World().add(
        act("on", LISTED, "2021-01-14", "acme"),
        withdraw("on", act("better", LISTED, "2021-01-15", "acme")),
        withdraw("better"),
    )
    assert named(world) == [f"better: {SAID}", f"on: {SAID}"]


def test_what_the_vantage_could_not_meet_is_not_named() -> None:
    world = World().add(act("on", LISTED, "2021-03-15", "acme"), withdraw("on"))
    assert named(world, "acme", date(2021, 3, 14), date(2021, 6, 1)) == []
    assert named(world, "acme", date(2021, 6, 1), date(2021, 3, 14)) == []
    assert named(world, "acme", date(2021, 3, 15), date(2021, 6, 1)) == [f"on: {SAID}"]


def test_a_correction_recorded_after_the_head_is_not_named() -> None:
    world = World().add(act("on", LISTED, "2021-03-15", "acme"), withdraw("on"))
    assert asked(world, head=1).run.corrections == ()


def test_list_diff_and_timeline_name_corrections_too(tmp_path: Path) -> None:
    """On the ledger that ships with the package, with a correction of ours on top."""
    settings = Settings(tmp_path / "ledger.db", "fasti/test", clock=lambda: datetime(2027, 1, 1, tzinfo=UTC))
    wrong = "xiaomi-v-dod-2021-05-25-vacated"
    with open_ledger(settings) as ledger:
        ledger.store.append(Correction(wrong, "it never was", "a test"), settings.now())
    said = (f"{wrong}: it never was (a test)",)
    assert list_entries(settings, "us_dod_ccmc", date(2021, 6, 1)).run.corrections == said
    assert diff(settings, "us_dod_ccmc", date(2021, 5, 1), date(2021, 6, 1)).run.corrections == said
    assert timeline(settings, CheckRequest("Xiaomi Corporation")).run.corrections == said
    assert list_entries(settings, "us_ofac_ns_ccmc", date(2021, 6, 1)).run.corrections == ()
    assert list_entries(settings, "us_dod_ccmc", date(2021, 5, 1)).run.corrections == ()

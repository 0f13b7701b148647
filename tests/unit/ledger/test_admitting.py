"""Which editions count: not one that loses too much or is doubted, unless a decision says so."""

from datetime import date, timedelta

import pytest

from fasti.ledger.admitting import Admission, admit, plausible_loss
from fasti.model.catalog import SourceInfo
from fasti.model.entry import Decision, Edition
from tests.unit.ledger.worlds import BALLAST, CATALOG, STRICT, World, at, codes, entry, issue, release, told

SOURCE = SourceInfo("strict", "", (), "UTC", "", 0.10, 0.20, 45)
EIGHT = tuple(f"test:{number}" for number in range(8))


def verdicts(*losses: int, decisions: tuple[Decision, ...] = ()) -> list[Admission]:
    """Return what becomes of editions of 20 entries, each losing so many of those before."""
    editions = [issue(at("2021-01-01 12:00") + timedelta(days=day), *EIGHT)[0] for day in range(len(losses) + 1)]
    lost = {later.edition_id: number for later, number in zip(editions[1:], losses, strict=True)}

    def loss(before: Edition, after: Edition) -> int:
        assert before.order < after.order
        return lost[after.edition_id]

    return list(admit(editions, SOURCE, loss, decisions))


def test_a_loss_up_to_the_bound_is_admitted_and_one_above_it_is_held_with_the_reason() -> None:
    first, second, third = verdicts(2, 3)
    assert (first.admitted, second.admitted, third.admitted) == (True, True, False)
    assert third.reason == f"lacks 3 of the 20 entries of edition {second.edition.edition_id} (15%; bound 10%)"


def test_the_next_edition_is_compared_with_the_last_admitted_one() -> None:
    compared: list[str] = []
    editions = [issue(at("2021-01-01 12:00") + timedelta(days=day))[0] for day in range(3)]

    def loss(before: Edition, after: Edition) -> int:
        compared.append(f"{editions.index(before)} {editions.index(after)}")
        return len(BALLAST) if after is editions[1] else 0

    assert [one.admitted for one in admit(editions, SOURCE, loss, ())] == [True, False, True]
    assert compared == ["0 1", "0 2"]


def test_the_bound_grows_with_the_time_between_and_never_reaches_everything() -> None:
    early, *rest = [issue(at(f"{year}-01-01 12:00"))[0] for year in (2018, 2020, 2039)]
    assert [round(plausible_loss(early, one, SOURCE), 2) for one in rest] == [0.5, 0.95]


def test_a_doubt_holds_an_edition_whatever_it_loses() -> None:
    edition = issue("2021-01-02 12:00", doubts=("nearly every entry lacks its tag", "no address at all"))[0]
    (one,) = admit([edition], SOURCE, lambda _before, _after: 0, ())
    assert (one.admitted, one.reason) == (False, "nearly every entry lacks its tag; no address at all")


def test_a_decision_frees_or_holds_and_the_last_one_wins() -> None:
    edition = issue("2021-01-02 12:00", doubts=("a doubt",))[0]
    freed, held = (Decision(kind, (edition.edition_id,), "a person", f"{kind}d") for kind in ("release", "hold"))
    outcomes = [
        (one.admitted, one.reason)
        for decisions in ((freed,), (held,), (freed, held), (held, freed))
        for one in admit([edition], SOURCE, lambda _before, _after: 0, decisions)
    ]
    assert outcomes == [
        (True, "freed by a person: released"),
        (False, "held by a person: holdd"),
        (False, "held by a person: holdd"),
        (True, "freed by a person: released"),
    ]


def test_another_kind_of_decision_says_nothing_of_editions() -> None:
    edition = issue("2021-01-02 12:00", doubts=("a doubt",))[0]
    decision = Decision("same_as", (edition.edition_id, "test:1"), "a person", "a reason")
    assert not admit([edition], SOURCE, lambda _before, _after: 0, [decision])[0].admitted


def test_an_edition_without_entries_loses_none_and_is_compared_with_none() -> None:
    aliases = issue("2021-01-02 12:00", parts={"aliases": [entry("test:1")]})[0]
    whole, later = issue("2021-01-01 12:00")[0], issue("2021-01-03 12:00")[0]
    compared: list[tuple[Edition, Edition]] = []

    def loss(before: Edition, after: Edition) -> int:
        compared.append((before, after))
        return 0

    assert [one.admitted for one in admit([whole, aliases, later], SOURCE, loss, ())] == [True, True, True]
    assert compared == [(whole, later)]


def test_an_edition_held_stays_out_of_the_fold_until_it_is_freed() -> None:
    """Eight of twenty entries are gone at once from a file that never lost more than a tenth."""
    cut = issue("2021-01-20 16:00", series=STRICT)
    world = World().add(issue("2021-01-10 16:00", *EIGHT, series=STRICT), cut)
    assert told(world.history(EIGHT[0])) == ["BASIS 2021-01-10T16:00:00-05:00 observed to open"]
    world.add(release(cut[0]))
    assert told(world.history(EIGHT[0])) == [
        "BASIS 2021-01-10T16:00:00-05:00 observed to 2021-01-20T16:00:00-05:00 observed"
    ]
    assert told(world.history(EIGHT[0], head=2)) == ["BASIS 2021-01-10T16:00:00-05:00 observed to open"]


def test_a_decision_to_hold_takes_an_edition_out_of_the_fold() -> None:
    shown = issue("2021-01-20 16:00", EIGHT[0])
    world = World().add(issue("2021-01-10 16:00"), shown)
    world.add(Decision("hold", (shown[0].edition_id,), "a person", "the publisher took it back"))
    history = world.history(EIGHT[0])
    assert (told(history), history.listing, codes(history)) == ([], None, [])


@pytest.mark.parametrize("known_at", [date(2021, 1, 12), date(2021, 2, 1)])
def test_what_becomes_of_an_edition_depends_on_no_later_one(known_at: date) -> None:
    cut = issue("2021-01-11 16:00", series=STRICT)
    world = World().add(issue("2021-01-10 16:00", *EIGHT, series=STRICT), cut, issue("2021-01-20 16:00", series=STRICT))
    verdicts = [one.admitted for one in world.view(known_at=known_at).admissions[STRICT]]
    assert verdicts[:2] == [True, False]
    assert CATALOG.sources["strict"].max_loss == 0.1

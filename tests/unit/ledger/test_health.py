"""What is odd about the newest edition of a series is told, and holds nothing."""

from dataclasses import replace

from fasti.ledger.health import findings
from fasti.model.catalog import SourceInfo
from fasti.model.listing import Fact, Listing
from tests.unit.ledger.worlds import CATALOG, World, entry, issue

KEYS = [f"test:{number}" for number in range(20)]
ALPHA = CATALOG.sources["alpha"]


def _codes(world: World, source: SourceInfo = ALPHA) -> list[str]:
    return [one.code for one in findings(world.evidence(), source)]


def _with(kind: str, count: int = 20) -> list[Listing]:
    return [replace(entry(key), facts=(Fact(kind, f"of {key}"),)) for key in KEYS[:count]]


def test_an_ordinary_edition_gives_no_finding() -> None:
    world = World().add(issue("2021-01-10 16:00", *_with("gender")), issue("2021-01-20 16:00", *_with("gender", 19)))
    assert _codes(world) == []


def test_a_field_that_vanishes_or_comes_in_one_edition_is_told() -> None:
    world = World().add(issue("2021-01-10 16:00", *_with("birth_place")), issue("2021-01-20 16:00", *_with("place")))
    assert _codes(world) == ["field_first_seen", "field_vanished"]


def test_a_volume_outside_the_expected_is_told() -> None:
    world = World().add(issue("2021-01-10 16:00", *KEYS))
    assert _codes(world, replace(ALPHA, least=1000)) == ["odd_volume"]
    assert _codes(world, replace(ALPHA, most=10)) == ["odd_volume"]
    assert _codes(world, replace(ALPHA, least=10, most=100)) == []


def test_a_field_that_is_filled_too_rarely_is_told() -> None:
    world = World().add(issue("2021-01-10 16:00", *_with("gender")))
    assert _codes(world, replace(ALPHA, filled=(("facts.gender", 0.99),))) == ["rarely_filled"]
    assert _codes(world, replace(ALPHA, filled=(("facts.gender", 0.5),))) == []


def test_a_feed_whose_content_stands_still_is_told() -> None:
    world = World().add(*(issue(f"2021-0{month}-10 16:00", *KEYS) for month in range(1, 7)))
    assert _codes(world, replace(ALPHA, unchanged_after_days=60)) == ["unchanged_feed"]
    assert _codes(world, replace(ALPHA, unchanged_after_days=600)) == []

"""The report counts what it asked, names every miss and every alert, and repeats."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

import pytest

from fasti.model.errors import BadInputError, UsageError
from fasti.model.identity import Name, PartyKind, Quality
from fasti.model.listing import Listing
from fasti.model.validation import ValidateAnswer
from fasti.workflows.bulk.finding import agreement
from fasti.workflows.opening import open_ledger
from fasti.workflows.settings import Settings
from fasti.workflows.validating.leaving_out import leave_one_out
from fasti.workflows.validating.measuring import rate
from fasti.workflows.validating.negatives import made_up
from fasti.workflows.validating.sampling import Known
from fasti.workflows.validating.validate import ValidateRequest, validate

REQUEST = ValidateRequest(as_of=date(2021, 3, 1), parties=5, negatives=20, left_out=20, seed=3)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of a ledger that holds the chronicle."""
    clock = lambda: datetime(2026, 11, 24, 12, tzinfo=UTC)  # noqa: E731 - the injected clock
    settings = Settings(tmp_path_factory.mktemp("validating") / "ledger.db", "fasti/test", clock=clock)
    with open_ledger(settings):
        return settings


def _report(settings: Settings, request: ValidateRequest) -> ValidateAnswer:
    return validate(settings, request, lambda *_: None)


@pytest.fixture(scope="module")
def answer(settings: Settings) -> ValidateAnswer:
    """Return a report on the chronicle's lists."""
    return _report(settings, REQUEST)


def test_the_groups_add_up_to_the_whole(answer: ValidateAnswer) -> None:
    for groups in (answer.by_recipe, answer.by_script, answer.by_kind):
        assert sum(one.asked for one in groups) == answer.positives.asked
        assert sum(one.found for one in groups) == answer.positives.found
    assert answer.positives.asked > 50
    assert sum(one.names for one in answer.ranks) == answer.positives.asked
    assert len(answer.missed) == answer.positives.asked - answer.positives.found
    assert answer.negatives.asked == 20
    assert len(answer.alerts) == answer.negatives.found


def test_names_as_they_are_listed_are_all_found(answer: ValidateAnswer) -> None:
    as_listed = next(one for one in answer.by_recipe if one.of == "as_listed")
    assert (as_listed.asked, as_listed.found) == (5, 5)


def test_the_same_seed_gives_the_same_report_and_another_one_another(
    settings: Settings, answer: ValidateAnswer
) -> None:
    assert _report(settings, REQUEST) == answer
    assert _report(settings, replace(REQUEST, seed=4)).by_recipe != answer.by_recipe


def test_what_misses_would_be_below_the_threshold(answer: ValidateAnswer) -> None:
    assert all(one.score < answer.query.threshold for one in answer.missed)


def test_names_of_ones_own(settings: Settings, tmp_path: Path) -> None:
    positives, negatives = tmp_path / "positives.csv", tmp_path / "negatives.csv"
    positives.write_text("id,name\nxiaomi,Xiaomi Corp\nxiaomi,Norvik\n,Luokung\n", encoding="utf-8")
    negatives.write_text("name\nXiaomi Corporation\nNorvik\n", encoding="utf-8")
    own = _report(settings, replace(REQUEST, positives_file=positives, negatives_file=negatives, left_out=0))
    assert (own.positives.asked, own.positives.found) == (3, 2)
    assert [one.asked for one in own.missed] == ["Norvik"]
    assert [one.asked for one in own.alerts] == ["Xiaomi Corporation"]
    assert own.query.negatives == 2
    negatives.write_text("name,country\nx\n", encoding="utf-8")
    with pytest.raises(BadInputError, match="row 1"):
        _report(settings, replace(REQUEST, negatives_file=negatives))


def test_nothing_to_measure_is_told(settings: Settings) -> None:
    with pytest.raises(UsageError, match="nothing to measure"):
        _report(settings, replace(REQUEST, parties=0, left_out=0, negatives=0))


def _party(*names: str | Name) -> Known:
    found = tuple(Name(one) if isinstance(one, str) else one for one in names)
    return Known("p", frozenset({"p"}), Listing("p", PartyKind.ORGANIZATION, found))


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (("Norvik Trading", "Norvik Trading Ltd"), None),
        (("Norvik Trading", Name("Beta", quality=Quality.WEAK), "Omega Foods"), "no word in common with another name"),
        (("Norvik Trading", "Норвик Трейдинг Хаус Ост"), "the only name in its script"),
    ],
)
def test_why_a_party_is_not_found_without_a_name(names: tuple[str | Name, ...], why: str | None) -> None:
    found = leave_one_out([_party(*names)], 0.7, agreement, seed=1)
    assert found.parties == 1
    assert [one.why for one in found.missed] == ([why] if why else [])


def test_a_party_with_one_name_only_is_passed_over() -> None:
    found = leave_one_out([_party("Norvik", "NORVIK")], 0.7, agreement, seed=1)
    assert (found.parties, found.share) == (0, None)


def test_a_share_has_its_bounds() -> None:
    half = rate("", "", 10, 5)
    assert (half.share, half.low, half.high) == (0.5, 0.236593, 0.763407)
    assert rate("", "", 0, 0).share is None


def test_made_up_parties_repeat_and_none_is_made_twice() -> None:
    first = list(islice(made_up(1, evidence=True), 500))
    assert first == list(islice(made_up(1, evidence=True), 500))
    assert len({one.names for one in first}) == 500
    assert all(one.birth_dates for one in first if one.kind is PartyKind.PERSON)
    assert not any(one.birth_dates or one.countries for one in islice(made_up(2, evidence=False), 50))

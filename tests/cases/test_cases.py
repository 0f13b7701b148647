"""The law cases, asked of the ledger that ships with the package, in the way any user asks."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fasti.cli.dated_events import parse_events
from fasti.model.answer import CheckAnswer
from fasti.sources.chronicle.loader import load_chronicle
from fasti.workflows.asking import CheckRequest
from fasti.workflows.checking import check_in
from fasti.workflows.opening import open_ledger
from fasti.workflows.settings import Settings
from tests.cases.casebook import EXPECTATIONS, Case, all_cases, all_facts, read_cases
from tests.cases.holding import faults, kinds
from tests.cases.inventing import record_facts, with_invented

Ask = Callable[[Case], CheckAnswer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Yield how to ask a case of one new ledger, filled from the chronicle and from the invented facts."""
    settings = Settings.from_environment(str(tmp_path_factory.mktemp("cases") / "ledger.db"))
    with open_ledger(settings) as shipped:
        facts = all_facts()
        ledger = replace(shipped, catalog=with_invented(shipped.catalog, facts))
        record_facts(ledger.store, ledger.catalog, facts, settings.now())
        yield lambda case: check_in(ledger, settings, _request(case))


def _request(case: Case) -> CheckRequest:
    return CheckRequest(
        name=case.party,
        as_of=case.as_of,
        known_at=case.known_at or load_chronicle().released_on,
        actors=(case.actor,) if case.actor else (),
        act=case.act or None,
        events=parse_events(case.events),
    )


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case.topic}:{case.id}")
def test_law(case: Case, ask: Ask) -> None:
    """Ask one case and compare the answer with the law."""
    found = faults(ask(case), case.expects)
    assert not found, "\n".join([f"{case.says} ({case.citation})", *found])


def test_every_expectation_can_be_judged() -> None:
    assert set(kinds()) == set(EXPECTATIONS)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ('citation = "EO 1"', "citation"),
        ('no_effect = [{ list = "us_dod_ccmc" }]', "expects nothing"),
        ('list = "us_dod_ccmc"', "list"),
    ],
)
def test_a_case_without_citation_or_expectation_is_refused(change: str, sentence: str) -> None:
    """Each line taken away from a good case makes it a case that is refused."""
    good = (
        '[[case]]\nid = "a"\nsays = "A."\ncitation = "EO 1"\nparty = "P"\nas_of = 2021-01-01\n'
        'no_effect = [{ list = "us_dod_ccmc" }]\n'
    )
    assert len(list(read_cases("good", good))) == 1
    with pytest.raises(ValueError, match=sentence):
        list(read_cases("bad", good.replace(change, "")))


def test_an_unknown_key_is_refused() -> None:
    text = '[[case]]\nid = "a"\nsays = "A."\ncitation = "EO 1"\nparty = "P"\nas_of = 2021-01-01\nefect = []\n'
    with pytest.raises(ValueError, match="efect"):
        list(read_cases("bad", text))


def test_cases_stand_beside_the_rules() -> None:
    """The folder holds cases, not only a runner."""
    assert len(all_cases()) > len(list(Path(__file__).parent.glob("*.toml")))

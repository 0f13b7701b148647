"""Owners are taken from the record as it stands at the vantage: listed, suspended, ended, or doubtful."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from fasti.model.act import Act, ActKind, Party
from fasti.model.history import EntryHistory
from fasti.model.identity import Name
from fasti.model.listing import Fact, Listing
from fasti.model.moment import Moment
from fasti.model.reached import OwnershipAnswer, ReachedView
from fasti.model.share import UNKNOWN
from fasti.workflows.opening import open_ledger
from fasti.workflows.owning import OwnershipRequest, reached, reached_in
from fasti.workflows.settings import Settings
from fasti.workflows.stakes_files import read_stakes
from fasti.workflows.stated_links import links_of_entry

Ask = Callable[..., OwnershipAnswer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Yield how to ask of stakes, on the shipped record and two invented parties of one name."""
    folder = tmp_path_factory.mktemp("owning")
    settings = Settings.from_environment(str(folder / "ledger.db"))
    with open_ledger(settings) as ledger:
        for slug in ("twin-one", "twin-two"):
            ledger.store.append(_listed(slug), settings.now())

        def answer(stakes: str, as_of: date, **more: object) -> OwnershipAnswer:
            path = folder / "stakes.csv"
            path.write_text(f"owner,asset,share\n{stakes}\n", encoding="utf-8")
            request = OwnershipRequest((path,), as_of=as_of, **more)  # type: ignore[arg-type] # as a test gives them
            return reached_in(ledger, settings, request, read_stakes((path,)))

        yield answer


def _listed(slug: str) -> Act:
    moment = Moment(date(2020, 1, 2))
    return Act(
        act_id=f"invented-{slug}",
        kind=ActKind.LISTED,
        title="An invented listing",
        authority="an invented authority",
        made_at=moment,
        public_at=moment,
        citation="invented",
        list="us_ofac_sdn",
        parties=(Party(slug, slug, (Name("Twindale Holdings"),)),),
    )


def _row(answer: OwnershipAnswer, list_id: str) -> ReachedView:
    return next(one for one in answer.reached if one.list == list_id)


def test_a_listed_owner_is_found_by_name(ask: Ask) -> None:
    answer = ask("Huawei Technologies Co. Ltd.,A,60", date(2025, 10, 15))
    owner = next(one for one in answer.owners if one.list == "us_bis_entity")
    assert (owner.status, owner.counts, owner.listed_on) == ("listed", "yes", "2019-05-16")
    assert _row(answer, "us_bis_entity").status == "reached"


def test_an_owner_whose_listing_ended_reaches_nobody(ask: Ask) -> None:
    answer = ask("Huawei Technologies Co. Ltd.,A,60", date(2022, 1, 1), lists=("us_dod_ccmc",))
    row = _row(answer, "us_dod_ccmc")
    assert (row.status, row.effect_status) == ("not_reached", "ended")
    assert answer.owners[0].ended_on == "2021-06-03"


def test_an_owner_whose_listing_a_court_stayed_reaches_nobody(ask: Ask) -> None:
    answer = ask("Xiaomi Corporation,A,60", date(2021, 4, 1), lists=("us_dod_ccmc",))
    assert (answer.owners[0].counts, _row(answer, "us_dod_ccmc").effect_status) == ("no", "suspended")


def test_an_owner_not_yet_listed_is_none(ask: Ask) -> None:
    answer = ask("Huawei Technologies Co. Ltd.,A,60", date(2019, 5, 15), lists=("us_bis_entity",))
    assert answer.reached == ()


def test_a_name_of_two_parties_is_never_settled_in_silence(ask: Ask) -> None:
    answer = ask("Twindale Holdings,A,60", date(2021, 1, 1))
    row = _row(answer, "us_ofac_sdn")
    assert row.status == "cannot_exclude"
    assert "not sure that Twindale Holdings" in row.why
    assert any(one.code == "ambiguous_owner" for one in answer.run.problems)


def test_a_company_on_the_list_itself_is_reached(ask: Ask) -> None:
    answer = ask("X,Huawei Technologies Co. Ltd.,10", date(2021, 1, 1), lists=("us_bis_entity",))
    row = _row(answer, "us_bis_entity")
    assert (row.status, row.arithmetic) == ("reached", ("Huawei Technologies Co. Ltd. is on the list itself",))


def test_only_rules_that_bind_the_actor_are_asked(ask: Ask) -> None:
    answer = ask("X,A,60", date(2021, 1, 1), assume=("X:us_ofac_sdn", "X:gb_sanctions"), actors=("gb-person",))
    assert {one.list for one in answer.reached} == {"gb_sanctions"}


def test_the_run_says_what_was_not_assessed(ask: Ask) -> None:
    answer = ask("X,A,60", date(2021, 1, 1), assume=("X:us_ofac_sdn",))
    assert "owners and holdings beyond the stakes given" in answer.run.not_assessed
    assert not any("no stakes were given" in one for one in answer.run.not_assessed)
    assert answer.run.rulebook.startswith("ownership/")
    assert answer.run.policies["eu.ownership"] == "by_date"


def test_the_public_entry_reads_files(tmp_path: Path) -> None:
    path = tmp_path / "stakes.csv"
    path.write_text("owner,asset,share\nX,A,50\n", encoding="utf-8")
    settings = Settings.from_environment(str(tmp_path / "ledger.db"))
    answer = reached(settings, OwnershipRequest((path,), ("X:us_ofac_sdn",), date(2020, 1, 1)))
    assert [(one.asset, one.status, one.path) for one in answer.reached] == [("A", "reached", ("X", "A"))]


def test_many_parties_are_looked_up_by_equal_names(ask: Ask) -> None:
    rows = "\n".join(f"Filler {number},Filler {number + 1},10" for number in range(120))
    answer = ask(f"{rows}\nHuawei Technologies Co. Ltd.,A,60", date(2025, 10, 15), lists=("us_bis_entity",))
    assert any(one.code == "names_compared_exactly" for one in answer.run.problems)
    assert next(one for one in answer.reached if one.asset == "A").status == "reached"


def test_links_that_a_list_states_have_no_share() -> None:
    """A subsidiary named by a list may be owned by any share; prose under "Linked To" names nobody."""
    listing = Listing(
        "uksl:1",
        facts=(
            Fact("subsidiary", "Below Ltd"),
            Fact("parent_company", "Above Ltd"),
            Fact("linked_to", "Works closely with others"),
            Fact("linked_to", "", "seco:7"),
        ),
    )
    entry = EntryHistory("gb_sanctions", "uksl:1", "Europe/London", (), (), (), listing, (), None, ())
    links = list(links_of_entry(entry, "X"))
    assert [(one.owner, one.asset) for one in links] == [("X", "Below Ltd"), ("Above Ltd", "X"), ("seco:7", "X")]
    assert all((one.share, one.link) == (UNKNOWN, True) for one in links)


def test_asking_for_links_keeps_the_stakes(ask: Ask) -> None:
    answer = ask("Huawei Technologies Co. Ltd.,A,60", date(2025, 10, 15), links=True)
    assert _row(answer, "us_bis_entity").status == "reached"

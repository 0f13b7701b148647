"""What follows from being on each US list: every real entry gives effects with who is bound and a citation, or says so.

Asked of the whole Consolidated Screening List of 6 May 2022, of an OFAC file of 2018 for the list that ended in 2019,
and of the chronicle for what no file holds. No official file of the UFLPA list or the Covered List is at hand.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from fasti.model.answer import CheckAnswer
from fasti.model.listing import ENTRIES, merge
from fasti.model.standing import LIVE, Effect, EffectStatus, Standing
from fasti.sources.catalog import load_catalog
from fasti.sources.drafting import Memo
from fasti.sources.offers import find_offers, load
from fasti.sources.reading import read
from fasti.workflows.asking import CheckRequest
from fasti.workflows.checking import check_in
from fasti.workflows.ingesting import ingest
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.settings import Settings

pytestmark = pytest.mark.realdata

CSL, CSL_DAY = "us_csl/2022-05-06_full", date(2022, 5, 7)
CONS, CONS_DAY = "us_ofac_cons/2018-05-27", date(2018, 5, 28)
IN_CSL = {
    *("us_ofac_sdn", "us_ofac_ssi", "us_ofac_mbs", "us_ofac_capta", "us_ofac_plc", "us_ofac_fse", "us_ofac_ns_cmic"),
    *("us_bis_entity", "us_bis_meu", "us_bis_uvl", "us_bis_dpl", "us_state_isn", "us_state_dtc"),
}
HELD = {
    "us_dod_ccmc": ("Semiconductor Manufacturing International Corporation", date(2021, 2, 2)),
    "us_ofac_ns_ccmc": ("CNOOC Limited", date(2021, 4, 1)),
    "us_dod_1260h": ("Yangtze Memory Technologies", date(2026, 7, 1)),
    "us_bis_mieu": ("Reconnaissance General Bureau", date(2022, 1, 1)),
    "us_cbp_wro": ("Hoshine Silicon Industry", date(2022, 1, 1)),
    "us_ndaa_889": ("Hytera Communications Corporation", date(2022, 1, 1)),
    "us_ndaa_5949": ("ChangXin Memory Technologies", date(2026, 7, 1)),
}
"""A listed party and a day for each list of which the chronicle alone is at hand."""
NOT_AT_HAND = {"us_dhs_uflpa", "us_fcc_covered"}
MOST = 8
"""How many legal bases of one list are asked."""


@pytest.fixture(scope="module")
def ledger(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ledger, Settings]]:
    """Yield a ledger with both files."""
    settings = Settings(tmp_path_factory.mktemp("law") / "ledger.db", "test")
    ingest(settings, "us_trade_csl", [shared / "data" / CSL])
    ingest(settings, "us_ofac_cons", [shared / "data" / CONS / "consolidated.xml"])
    with open_ledger(settings) as opened:
        yield opened, settings


def _one_of_each_basis(source: str, path: Path) -> dict[tuple[str, str], str]:
    """Return a key for each list and legal basis of a file, the first `MOST` bases of a list."""
    (offer,) = find_offers(source, path)
    draft = read(source, load(offer), Memo())
    found: dict[tuple[str, str], str] = {}
    for key in sorted(draft.parts[ENTRIES]):
        entry = merge([part[key] for part in draft.parts.values() if key in part])
        for one in entry.memberships:
            if sum(list_id == one.list for list_id, _ in found) < MOST:
                found.setdefault((one.list, one.basis), key)
    return found


def _standing(answer: CheckAnswer, list_id: str) -> Standing:
    return next(
        one for party in answer.parties for one in party.standings if one.list == list_id and one.status in LIVE
    )


def _says_enough(effect: Effect) -> bool:
    if effect.status == EffectStatus.NOT_MODELLED:
        return bool(effect.phrase)
    return bool(effect.bound and effect.citation and effect.object and effect.rule)


def _dumb(standing: Standing) -> bool:
    """Say whether a standing neither has effects that say enough nor says why it has none."""
    return not (standing.effects or standing.not_forbidden) or not all(_says_enough(one) for one in standing.effects)


def test_every_us_list_is_asked_or_named_as_not_at_hand() -> None:
    known = {name for name in load_catalog().lists if name.startswith("us_")}
    assert known == IN_CSL | {"us_ofac_561"} | set(HELD) | NOT_AT_HAND


def test_each_list_of_the_screening_list_says_what_follows(ledger: tuple[Ledger, Settings], shared: Path) -> None:
    keys = _one_of_each_basis("us_trade_csl", shared / "data" / CSL)
    assert {list_id for list_id, _ in keys} >= IN_CSL - {"us_ofac_561"}
    asked = {place: check_in(*ledger, CheckRequest(key, CSL_DAY)) for place, key in keys.items()}
    dumb = {place for place, answer in asked.items() if _dumb(_standing(answer, place[0]))}
    assert dumb == set()
    bare = {place for place, answer in asked.items() if not _standing(answer, place[0]).effects}
    assert bare <= {("us_state_isn", "E.O. 13382")}, "only State's entries that the SDN List repeats have no effect"


def test_the_list_that_ended_says_what_followed(ledger: tuple[Ledger, Settings], shared: Path) -> None:
    keys = _one_of_each_basis("us_ofac_cons", shared / "data" / CONS / "consolidated.xml")
    key = next(key for (list_id, _), key in keys.items() if list_id == "us_ofac_561")
    (effect,) = _standing(check_in(*ledger, CheckRequest(key, CONS_DAY)), "us_ofac_561").effects
    assert effect.act == "correspondent_account"
    assert _says_enough(effect)


@pytest.mark.parametrize("list_id", sorted(HELD))
def test_each_list_of_the_chronicle_says_what_follows(ledger: tuple[Ledger, Settings], list_id: str) -> None:
    name, day = HELD[list_id]
    standing = _standing(check_in(*ledger, CheckRequest(name, day)), list_id)
    assert standing.effects
    assert not _dumb(standing)

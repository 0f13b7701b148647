"""Parties side by side from the record: Xiaomi and Huawei for a chip maker, and what is refused."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fasti.model.act import Act, ActKind, Party
from fasti.model.contrast import ContrastAnswer
from fasti.model.errors import UsageError
from fasti.model.identity import Name
from fasti.workflows.contrasting import ContrastRequest, contrast
from fasti.workflows.opening import open_ledger
from fasti.workflows.settings import Settings
from tests.unit.ledger.worlds import act

DAY = date(2021, 2, 15)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of a ledger with the chronicle, and two invented parties of one name."""
    folder: Path = tmp_path_factory.mktemp("contrast")
    settings = Settings(folder / "ledger.db", "fasti/test", clock=lambda: datetime(2026, 11, 29, 12, tzinfo=UTC))
    with open_ledger(settings) as ledger:
        for key in ("zz-twin", "zz-other"):
            ledger.store.append(_twin(key), settings.now())
    return settings


def _twin(key: str) -> Act:
    """Return the listing of an invented party whose name another has as well."""
    listed = act(f"invented-{key}", ActKind.LISTED, "2020-01-02", list="us_dod_ccmc")
    return replace(listed, parties=(Party(key, key, (Name("Quillback Twins"),)),))


def asked(settings: Settings, *names: str, **said: object) -> ContrastAnswer:
    """Set parties side by side on 15 February 2021."""
    return contrast(settings, ContrastRequest(names, DAY, DAY, **said))  # type: ignore[arg-type] # by name


def cell(answer: ContrastAnswer, act_: str, party: str, on: str) -> str:
    """Return the status of one cell."""
    return next(
        one.status
        for row in answer.rows
        if row.act == act_
        for one in row.cells
        if (one.party_id, one.list) == (party, on)
    )


def test_a_chip_maker_may_supply_one_and_not_the_other(settings: Settings) -> None:
    """Who supplies both and holds shares in Xiaomi: exports to Huawei need a licence; purchases wait for 15 March."""
    answer = asked(settings, "Xiaomi Corporation", "Huawei", actors=("us-person", "exporter"))
    assert cell(answer, "export", "huawei", "us_bis_entity") == "forbidden"
    assert cell(answer, "export", "xiaomi", "us_dod_ccmc") == "not_forbidden"
    assert cell(answer, "export", "xiaomi", "us_bis_entity") == "not_covered"
    assert cell(answer, "purchase", "xiaomi", "us_dod_ccmc") == "pending"
    assert cell(answer, "possess", "xiaomi", "us_dod_ccmc") == "pending"
    assert cell(answer, "purchase", "huawei", "us_dod_ccmc") in {"forbidden", "licensed_in_part"}
    (found,) = answer.comparisons
    assert (found.relation, found.certain) == ("less_strict", False)
    assert found.sentence.startswith("HUAWEI is under the stricter law than Xiaomi Corporation: ")
    assert "Entity List for Xiaomi Corporation (not covered)" in found.sentence


def test_the_order_of_the_names_changes_nothing_but_the_side(settings: Settings) -> None:
    (one,) = asked(settings, "Xiaomi Corporation", "Huawei").comparisons
    (other,) = asked(settings, "Huawei", "Xiaomi Corporation").comparisons
    assert (one.relation, other.relation) == ("less_strict", "stricter")
    assert (one.more, one.less) == (other.less, other.more)


def test_only_the_acts_and_lists_asked_about_are_shown(settings: Settings) -> None:
    answer = asked(settings, "Xiaomi Corporation", "Huawei", acts=("export",), lists=("us_dod_ccmc",))
    assert [(row.act, [one.status for one in row.cells]) for row in answer.rows] == [("export", ["not_forbidden"] * 2)]
    assert answer.comparisons[0].relation == "equal"
    assert answer.comparisons[0].certain


def test_every_two_of_several_are_compared(settings: Settings) -> None:
    answer = asked(settings, "Xiaomi Corporation", "Huawei", "Semiconductor Manufacturing International")
    assert [(one.party, one.than) for one in answer.comparisons] == [
        ("xiaomi", "huawei"),
        ("xiaomi", "smic"),
        ("huawei", "smic"),
    ]


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (("Xiaomi Corporation",), "two or more"),
        (("Xiaomi Corporation", "Zzyzx Unheard Of"), "No party like Zzyzx"),
        (("Xiaomi Corporation", "Xiaomi Corp"), "are one party"),
        (("Xiaomi Corporation", "Quillback Twins"), "finds 2 parties equally well: give the key"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_a_sentence(
    settings: Settings, names: tuple[str, ...], sentence: str
) -> None:
    with pytest.raises(UsageError, match=sentence):
        asked(settings, *names)


def test_policies_followed_stand_in_the_run(settings: Settings) -> None:
    answer = asked(settings, "Xiaomi Corporation", "Huawei", policies={"us.clock": "literal"})
    assert answer.run.policies["us.clock"] == "literal"

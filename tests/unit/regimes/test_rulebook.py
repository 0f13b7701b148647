"""The rulebook that ships: it loads, it cites acts that exist, and a file that breaks the schema is refused."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from fasti.model.act import Confidence
from fasti.model.conduct import Conduct
from fasti.model.errors import BadInputError
from fasti.regimes.rule import Regime, Rule, RuleVersion
from fasti.regimes.rulebook import load_rulebook, read_regime, read_rulebook
from fasti.sources.catalog import load_catalog
from fasti.sources.chronicle.loader import load_chronicle

GOOD = """
regime_id = "xx.test"
title = "A regime"
who_is_bound = "Everybody (Act s.1)."

[[rules]]
rule_id = "purchase"
act = "purchase"
object = "its shares"
bound = ["us-person"]
phrase = "the ban on buying its shares"

[[rules.versions]]
version = "v1"
lists = ["us_dod_ccmc"]
made_by = "an-act"
citation = "Act s.2"
confidence = "med"

[[rules.versions.cases]]
name = "all"
start = { days = 60, clock = "09:30", zone = "EST", words = "60 days after" }
"""


def versions() -> Iterator[tuple[Regime, Rule, RuleVersion]]:
    """Yield every version of the rulebook that ships, with its rule and regime."""
    for regime in load_rulebook().regimes:
        for rule in regime.rules:
            for version in rule.versions:
                yield regime, rule, version


def test_regimes_stand_in_order_of_their_ids_each_once() -> None:
    found = [regime.regime_id for regime in load_rulebook().regimes]
    assert found == sorted(set(found))


def test_every_act_that_a_rule_cites_is_in_the_chronicle() -> None:
    """Rules take their dates from acts, so an act that does not exist would take the rule with it."""
    cited = {version.made_by for _, _, version in versions()}
    cited |= {version.ended_by for _, _, version in versions() if version.ended_by}
    cited |= {case.when.named_in for _, _, version in versions() for case in version.cases if case.when.named_in}
    cited |= {step.made_by for regime in load_rulebook().regimes for step in regime.outlook}
    assert sorted(cited - {act.act_id for act in load_chronicle().acts}) == []


def test_every_regime_that_a_licence_lifts_is_in_the_rulebook() -> None:
    """The other way round: a licence of the chronicle names a regime, and an act that some rule of it forbids."""
    known = {(regime.regime_id, rule.act.value) for regime, rule, _ in versions()}
    lifted = {
        (act.licence.regime, conduct)
        for act in load_chronicle().acts
        if act.licence
        for conduct in act.licence.conducts
    }
    assert sorted(lifted - known) == []


def test_every_list_that_a_rule_reaches_is_in_the_catalogue() -> None:
    known = set(load_catalog().lists)
    named = {name for _, _, version in versions() for name in version.lists}
    named |= {name for regime in load_rulebook().regimes for text in regime.not_forbidden for name in text.lists}
    named |= {name for regime in load_rulebook().regimes for step in regime.outlook for name in step.lists}
    named |= {
        case.when.unless_listed_on
        for _, _, version in versions()
        for case in version.cases
        if case.when.unless_listed_on
    }
    assert sorted(named - known) == []


def test_versions_for_one_list_follow_one_another() -> None:
    """Of the versions that reach one list, each is ended by the act that made the next, and only the last stands.

    Where programmes have instruments of their own, that holds for each programme.
    """
    for regime in load_rulebook().regimes:
        for rule in regime.rules:
            reached = {(name, version.basis) for version in rule.versions for name in version.lists}
            for name, basis in sorted(reached):
                chain = [one for one in rule.versions if name in one.lists and one.basis == basis]
                assert [(before.ended_by, after.made_by) for before, after in pairwise(chain)] == [
                    (after.made_by, after.made_by) for after in chain[1:]
                ], f"{regime.regime_id}.{rule.rule_id} on {name} {basis}"


def test_no_general_version_hides_a_programme_s_own_that_still_stands() -> None:
    """The last version that fits is taken: none for every basis may follow one for a basis that nothing ended."""
    for regime in load_rulebook().regimes:
        for rule in regime.rules:
            for place, version in enumerate(rule.versions):
                hidden = [
                    one.version
                    for one in rule.versions[:place]
                    if not version.basis and one.basis and not one.ended_by and set(one.lists) & set(version.lists)
                ]
                assert hidden == [], f"{regime.regime_id}.{rule.rule_id}/{version.version}"


def test_deadlines_stand_once_in_a_regime() -> None:
    """One window to divest is one deadline, though it is written into the bans on purchase and on sale."""
    for regime in load_rulebook().regimes:
        with_deadlines = {
            rule.rule_id
            for rule in regime.rules
            for version in rule.versions
            for case in version.cases
            if any(not one.due.event for one in case.deadlines)
        }
        assert len(with_deadlines) <= 1, regime.regime_id


def test_every_formula_keeps_its_words() -> None:
    for regime, rule, version in versions():
        for case in version.cases:
            wordless = [formula for formula in case.formulas() if not formula.words]
            assert wordless == [], f"{regime.regime_id}.{rule.rule_id}/{version.version}, {case.name}"


def test_every_text_is_cited() -> None:
    """What is exempt, not forbidden or foreseen says where that is written."""
    for regime in load_rulebook().regimes:
        assert regime.who_is_bound
        assert all(text.citation for text in (*regime.not_forbidden, *regime.exit, *regime.ownership))
        assert all(step.citation for step in regime.outlook)
    for _, _, version in versions():
        own = [*version.exemptions, *(one for case in version.cases for one in case.exemptions)]
        assert all(one.citation for one in own)


def test_an_exemption_outlasts_no_deadline() -> None:
    """The end of a window and the deadline that announces it are one moment."""
    for regime, rule, version in versions():
        for case in version.cases:
            ends = {(one.end.on, one.end.days) for one in case.exemptions if one.end is not None}
            dues = {(one.due.on, one.due.days) for one in case.deadlines if not one.due.event}
            assert not dues or ends == dues, f"{regime.regime_id}.{rule.rule_id}/{version.version}, {case.name}"


def test_the_order_counts_through_and_its_successor_before() -> None:
    """EO 13959 s.1(b)-(c) includes the last day; EO 14032 s.1(c) does not."""
    found = {
        (version.version, deadline.inclusive)
        for regime, _, version in versions()
        if regime.regime_id == "us.eo13959"
        for case in version.cases
        for deadline in case.deadlines
        if not deadline.due.event
    }
    assert found == {("v1", True), ("v2", True), ("v3", False)}


def test_only_the_amended_order_forbids_holding() -> None:
    """EO 13974 s.1; EO 13959 before it and EO 14032 after it leave holding free."""
    found = {(regime.regime_id, version.version) for regime, rule, version in versions() if rule.act is Conduct.POSSESS}
    assert found == {("us.eo13959", "v2")}


def test_what_was_not_read_is_not_certain() -> None:
    assert all(version.primary_read for _, _, version in versions() if version.confidence is Confidence.HIGH)


def test_the_name_of_the_rulebook_follows_its_files(tmp_path: Path) -> None:
    """Any change of a rule file gives the rulebook another name."""
    (tmp_path / "xx.toml").write_text(GOOD, encoding="utf-8")
    before = read_rulebook(tmp_path).name
    (tmp_path / "xx.toml").write_text(GOOD.replace("60", "61"), encoding="utf-8")
    assert read_rulebook(tmp_path).name != before


def test_a_good_file_is_read() -> None:
    regime = read_regime("xx.toml", GOOD)
    assert regime.lists() == {"us_dod_ccmc"}
    assert regime.rules[0].versions[0].cases[0].start.days == 60


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('citation = "Act s.2"', 'citation = "Act s.2"\ncitaton = "typing error"', "unknown key .*citaton"),
        ('citation = "Act s.2"', 'citation = " "', "has no citation"),
        ('citation = "Act s.2"\n', "", "citation"),
        ('confidence = "med"', 'confidence = "high"', "primary text was not read"),
        ('confidence = "med"', 'confidence = "sure"', "confidence"),
        ('act = "purchase"', 'act = "buy"', "act"),
        ('bound = ["us-person"]', "bound = []", "binds nobody"),
        ('bound = ["us-person"]', 'bound = ["everyone"]', "bound"),
        ("days = 60", 'days = 60, on = "2021-01-11"', "exactly one of on, days"),
        ("days = 60, ", "", "exactly one of on, days"),
        ("days = 60", 'on = "2021-02-30"', "2021-02-30"),
        ("days = 60", 'business_days = 10, calendar = "moon"', "calendar 'moon' is none of .*us-federal"),
        ("days = 60", 'yearly = "02-29"', "02-29"),
        ("days = 60", 'days = 60, held_on = "06-30"', "held_on"),
        ("days = 60", 'listing = true, event = "blocked"', "nothing is counted"),
        ('clock = "09:30"', 'clock = "9.30"', "9.30"),
        ('zone = "EST"', 'zone = "CET"', "CET"),
        ('[[rules.versions.cases]]\nname = "all"\n', "[rules.versions.cases]\n", "cases"),
        ('title = "A regime"', "title = A regime", "xx.toml"),
    ],
)
def test_a_file_that_breaks_the_schema_is_refused(old: str, new: str, sentence: str) -> None:
    """The sentence names the file and what is wrong in it."""
    assert old in GOOD
    with pytest.raises(BadInputError, match=sentence) as caught:
        read_regime("xx.toml", GOOD.replace(old, new))
    assert "xx.toml" in str(caught.value)


@pytest.mark.parametrize("missing", ["rules.versions", "rules.versions.cases"])
def test_a_rule_without_version_or_version_without_case_is_refused(missing: str) -> None:
    text = GOOD.partition(f"[[{missing}]]")[0]
    with pytest.raises(BadInputError):
        read_regime("xx.toml", text)

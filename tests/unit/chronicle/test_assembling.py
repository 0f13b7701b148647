"""A chronicle that holds is read whole: acts with their parties, matters, sources and times."""

from datetime import date

import pytest

from fasti.model.act import Act, Rank
from fasti.model.entry import Coverage
from fasti.model.errors import BadInputError
from fasti.model.identity import Identifier, Name, NameKind, Quality
from fasti.model.moment import Moment
from fasti.sources.chronicle.assembling import assemble
from tests.unit.chronicle.authored import FILES, LISTS, chronicle, members


def _act(act_id: str) -> Act:
    return next(act for act in chronicle().acts if act.act_id == act_id)


def test_acts_come_by_the_day_they_were_made() -> None:
    assert [act.act_id for act in chronicle().acts] == ["law", "acme-listed", "bolt-licensed", "acme-enjoined"]


def test_a_party_carries_its_names_printed_ones_first() -> None:
    acme, bolt = _act("acme-listed").parties
    assert acme.names == (
        Name("Acme Corporation"),
        Name("Acme", NameKind.AKA),
        Name("Acme Works", NameKind.FKA),
        Name("AC", NameKind.AKA, Quality.WEAK),
    )
    assert bolt.names == (Name("Bollt Ltd"), Name("BOLT", NameKind.AKA), Name("Bolt Ltd", NameKind.AKA))


def test_a_party_carries_its_keys_and_identifiers() -> None:
    acme, bolt = _act("acme-listed").parties
    assert (acme.key, acme.slug, acme.keys) == ("acme", "acme", ("ofac:1",))
    assert acme.identifiers == (Identifier("isin", "US0000000001"),)
    assert (bolt.key, bolt.slug, bolt.note) == ("bollt", "bolt", "Misprint.")


def test_a_clock_time_stays_and_a_date_stays_a_date() -> None:
    assert str(_act("acme-enjoined").made_at) == "2021-03-12T16:09:00-05:00"
    assert _act("acme-listed").made_at == Moment(date(2021, 1, 14))


def test_a_procedural_act_carries_its_matter_and_next_step() -> None:
    act = _act("acme-enjoined")
    assert act.matter is not None
    assert (act.matter.matter_id, act.matter.docket) == ("acme-v-agency", "1:21-cv-00001")
    assert act.next_step is not None
    assert (act.next_step.what, str(act.next_step.on)) == ("hearing", "2021-04-01")


def test_a_source_may_carry_the_words_that_matter() -> None:
    plain, quoted = _act("acme-listed").sources
    assert (plain.rank, plain.quote) == (Rank.PRESS, "")
    assert quoted.quote == "Acme is on it"


def test_why_there_is_no_link_stands_in_the_note() -> None:
    assert _act("acme-enjoined").note == "No link: the order is not online."


def test_an_act_on_no_list_has_the_zone_of_its_file() -> None:
    assert (_act("law").zone, _act("acme-listed").zone) == ("America/New_York", "")


def test_coverage_says_how_far_a_list_is_held() -> None:
    assert chronicle().coverage == (Coverage("us_dod_ccmc", "2020-01-01", "2021-12-31", "Read whole."),)


def test_the_digest_depends_on_the_files_and_not_on_their_order() -> None:
    here = members()
    assert assemble(here[::-1], LISTS).digest == assemble(here, LISTS).digest
    assert chronicle({"sources.toml": FILES["sources.toml"] + "\n"}).digest != chronicle().digest


def test_a_missing_file_is_named() -> None:
    with pytest.raises(BadInputError, match=r"The chronicle lacks parties\.toml; install the package again\."):
        assemble(members(without="parties.toml"), LISTS)


def test_a_matter_described_twice_is_refused() -> None:
    other = FILES["acts/acme.toml"].split("[[act]]")[0] + "act = []\n"
    other = 'act = []\nzone = "UTC"\n' + other.split('zone = "America/New_York"')[1].replace("act = []\n", "")
    with pytest.raises(BadInputError, match=r"acts/other\.toml: matter 'acme-v-agency' is described in another file"):
        chronicle({"acts/other.toml": other})


def test_a_correction_carries_the_whole_act_that_stands_instead() -> None:
    law = FILES["acts/acme.toml"].split("[[act]]")[1].replace("1 Stat. 1", "1 Stat. 2")
    text = f"""
[[correction]]
corrects = "law"
reason = "The page was wrong."
citation = "1 Stat. 2"
[correction.replacement]
zone = "America/New_York"
{law}
"""
    (correction,) = chronicle({"corrections.toml": text}).corrections
    assert correction.replacement is not None
    assert (correction.corrects, correction.replacement.citation) == ("law", "1 Stat. 2")


def test_a_decision_is_read() -> None:
    text = """
[[decision]]
kind = "not_same_as"
subjects = ["ofac:1", "ofac:2"]
decided_by = "curators"
why = "Two numbers in the register."
confidence = "high"
"""
    (decision,) = chronicle({"decisions.toml": text}).decisions
    assert (decision.kind, decision.subjects) == ("not_same_as", ("ofac:1", "ofac:2"))

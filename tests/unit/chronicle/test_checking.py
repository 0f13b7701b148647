"""What must hold of an act, alone and beside the others; each fault is one sentence with file and act."""

import re

import pytest

from fasti.model.errors import BadInputError
from tests.unit.chronicle.authored import FILES, chronicle, with_act

COUNT = re.compile(r" \(and \d+ more\)$")
LISTED = "acts/acme.toml, act acme-listed: "
ENJOINED = "acts/acme.toml, act acme-enjoined: "
LAW = "acts/acme.toml, act law: "
LICENSED = "acts/acme.toml, act bolt-licensed: "

FAULTS = {
    "id": ('id = "law"', 'id = "A Law"', "acts/acme.toml, act A Law: an id is lower-case words joined by hyphens."),
    "citation": (
        'citation = "1 Stat. 1"',
        'citation = " "',
        LAW + "an act without a citation is not accepted; say where it is written.",
    ),
    "link": (
        'url = "https://example.org/law"\n',
        "",
        LAW + "give a url, or say in no_url why there is none.",
    ),
    "confidence": (
        'confidence = "high"\nprimary_read = true',
        'confidence = "high"\nprimary_read = false',
        LAW + "an act whose primary text was not read cannot have confidence high; use med.",
    ),
    "effective": (
        "made = 2020-01-01",
        "made = 2020-01-01\neffective = 2019-12-31",
        LAW + "it takes effect before it was made; check both dates.",
    ),
    "public": (
        "public = 2021-01-14",
        "public = 2021-01-13",
        LISTED + "it was public before it was made; check both dates.",
    ),
    "ends": (
        "ends = 2021-03-01",
        "ends = 2021-02-01",
        LICENSED + "it ends before it takes effect; `ends` is exclusive.",
    ),
    "list": (
        'list = "us_dod_ccmc"\ntitle',
        'list = "us_dod_cmcc"\ntitle',
        LISTED + "list 'us_dod_cmcc' is not in the catalogue of lists.",
    ),
    "zone": (
        'zone = "America/New_York"',
        'zone = "America/Washington"',
        LAW + "an act on no list says its zone, e.g. America/New_York.",
    ),
    "key": (
        'key = "bollt"',
        'key = "ofac:2"',
        LISTED + "ofac:2 is not among the keys of party 'bolt'.",
    ),
    "no object": (
        (
            'no_url = "the order is not online."\nrank = "order"\nconfidence = "med"\nprimary_read = false\n'
            'parties = ["acme"]'
        ),
        'no_url = "the order is not online."\nrank = "order"\nconfidence = "med"\nprimary_read = false',
        ENJOINED + "an act of kind enjoined names a list, and parties or whole_list = true.",
    ),
    "two objects": (
        'stays = "effects"',
        'stays = "effects"\nwhole_list = true',
        ENJOINED + "it names parties and has whole_list = true; choose one.",
    ),
    "no list": (
        'title = "A law was made"',
        'title = "A law was made"\nparties = ["acme"]',
        LAW + "it names parties and no list; entries exist on a list only.",
    ),
    "no act named": (
        'kind = "rule_made"',
        'kind = "withdrawn"',
        LAW + "an act of kind withdrawn names in `acts` what it concerns.",
    ),
    "no matter": (
        'matter = "acme-v-agency"\n',
        "",
        ENJOINED + "an act of kind enjoined names its matter.",
    ),
    "stay": (
        'stays = "effects"',
        'stays = "everything"',
        ENJOINED + 'stays = "effects" or "listing" stands on an enjoined act, and only there.',
    ),
    "conduct": (
        'conducts = ["purchase", "sale"]',
        'conducts = ["buy"]',
        LICENSED + "licence conduct 'buy' is not one that a rule can forbid.",
    ),
    "unknown act": (
        'acts = ["law"]',
        'acts = ["lore"]',
        LICENSED + "act 'lore' is not in the chronicle.",
    ),
    "later act": (
        'acts = ["law"]',
        'acts = ["acme-enjoined"]',
        LICENSED + "it concerns 'acme-enjoined', which was made later.",
    ),
    "entry twice": (
        'parties = ["acme", {',
        'parties = ["acme", "acme", {',
        LISTED + "entry 'acme' stands in it twice.",
    ),
}


@pytest.mark.parametrize(("old", "new", "sentence"), FAULTS.values(), ids=FAULTS)
def test_refused(old: str, new: str, sentence: str) -> None:
    with pytest.raises(BadInputError) as refused:
        with_act(old, new)
    assert COUNT.sub("", str(refused.value)) == sentence


def _act(**fields: str) -> str:
    """Return a further act, written in a file of its own."""
    given = {
        "id": '"more"',
        "kind": '"delisted"',
        "list": '"us_dod_ccmc"',
        "title": '"More"',
        "authority": '"Agency"',
        "made": "2021-06-01",
        "citation": '"3 FR 3"',
        "url": '"https://example.org/more"',
        "rank": '"order"',
        "confidence": '"med"',
        "primary_read": "false",
        **fields,
    }
    return 'zone = "UTC"\n[[act]]\n' + "".join(f"{key} = {value}\n" for key, value in given.items())


def test_an_id_used_twice() -> None:
    sentence = r"acts/more\.toml, act law: the id is used already in acts/acme\.toml; choose another\."
    with pytest.raises(BadInputError, match=sentence):
        chronicle({"acts/more.toml": _act(id='"law"', whole_list="true")})


def test_an_entry_that_ends_without_having_begun() -> None:
    sentence = r"acts/more\.toml, act more: it ends entry 'bolt', which no act lists\."
    with pytest.raises(BadInputError, match=sentence):
        chronicle({"acts/more.toml": _act(parties='["bolt"]')})


def test_a_key_of_two_parties() -> None:
    sentence = r"acts/more\.toml, act more: entry 'bollt' of us_dod_ccmc belongs to two parties\."
    with pytest.raises(BadInputError, match=sentence):
        chronicle({"acts/more.toml": _act(parties='[{ party = "acme", key = "bollt" }]')})


def test_a_licence_without_its_table() -> None:
    with pytest.raises(BadInputError, match=r"act more: an act of kind licensed has a \[act\.licence\] table\."):
        chronicle({"acts/more.toml": _act(kind='"licensed"')})


def test_a_replacement_is_checked_like_any_act() -> None:
    act = FILES["acts/acme.toml"].split("[[act]]")[1].replace("2020-01-01", "2020-01-01\npublic = 2019-01-01")
    text = '[[correction]]\ncorrects = "law"\nreason = "Wrong."\ncitation = "1 Stat. 1"\n[correction.replacement]\n'
    with pytest.raises(BadInputError, match=r"corrections\.toml, act law: it was public before it was made"):
        chronicle({"corrections.toml": f'{text}zone = "UTC"\n{act}'})


def test_further_faults_are_counted() -> None:
    text = FILES["acts/acme.toml"].replace('citation = "1 Stat. 1"', 'citation = ""')
    text = text.replace('citation = "1 FR 1"', 'citation = ""')
    with pytest.raises(BadInputError, match=r"^acts/acme\.toml, act law: an act without .* \(and 1 more\)$"):
        chronicle({"acts/acme.toml": text})

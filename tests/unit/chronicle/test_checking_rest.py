"""What must hold of parties, coverage, corrections and decisions."""

import pytest

from fasti.model.errors import BadInputError
from tests.unit.chronicle.authored import FILES, chronicle

DECISION = """
[[decision]]
kind = "same_as"
subjects = ["ofac:1", "ofac:2"]
decided_by = "curators"
why = "One register number."
confidence = "high"
"""

CORRECTION = '[[correction]]\ncorrects = "law"\nreason = "Wrong."\ncitation = "1 Stat. 1"\n'

FAULTS = {
    "slug": (
        "parties.toml",
        FILES["parties.toml"] + '["A B"]\nname = "A"\ncountry = ""\npublished = ""\n',
        "parties.toml: party 'A B': a slug is lower-case words joined by hyphens.",
    ),
    "unused": (
        "parties.toml",
        FILES["parties.toml"] + '[cog]\nname = "Cog"\ncountry = ""\npublished = ""\n',
        "parties.toml: party 'cog' stands in no act; remove it.",
    ),
    "identity": (
        "parties.toml",
        FILES["parties.toml"].replace('["ofac:1"]', '["ofac:1", "ofac:2"]'),
        "parties.toml: party 'acme' joins several entries; say why in identity.",
    ),
    "shared key": (
        "parties.toml",
        FILES["parties.toml"].replace('country = "gb"', 'country = "gb"\nkeys = ["ofac:1"]'),
        "parties.toml: ofac:1 belongs to 'acme' and to 'bolt'.",
    ),
    "uncovered": (
        "coverage.toml",
        "",
        "coverage.toml: list 'us_dod_ccmc' has acts and no claim of coverage; add one.",
    ),
    "unknown list": (
        "coverage.toml",
        FILES["coverage.toml"] + '[us_dod_cmcc]\nnote = "?"\n',
        "coverage.toml: list 'us_dod_cmcc' is not in the catalogue of lists.",
    ),
    "half a claim": (
        "coverage.toml",
        FILES["coverage.toml"].replace("complete_to = 2021-12-31\n", ""),
        "coverage.toml: us_dod_ccmc: give both dates, or neither for an extract.",
    ),
    "empty claim": (
        "coverage.toml",
        FILES["coverage.toml"].replace("2021-12-31", "2019-12-31"),
        "coverage.toml: us_dod_ccmc: complete_to lies before complete_from.",
    ),
    "no ground": (
        "coverage.toml",
        FILES["coverage.toml"].replace("Read whole.", ""),
        "coverage.toml: us_dod_ccmc: say in note what the claim rests on.",
    ),
    "correction of nothing": (
        "corrections.toml",
        CORRECTION.replace("law", "lore"),
        "corrections.toml, correction lore: the act it corrects is not in the chronicle.",
    ),
    "correction without a reason": (
        "corrections.toml",
        CORRECTION.replace("Wrong.", ""),
        "corrections.toml, correction law: say why, and where the right reading is written.",
    ),
    "replacement of another id": (
        "corrections.toml",
        CORRECTION
        + '[correction.replacement]\nzone = "UTC"\n'
        + FILES["acts/acme.toml"].split("[[act]]")[1].replace('"law"', '"law-2"'),
        "corrections.toml, correction law: a replacement keeps the id of the act, so that references to it hold.",
    ),
    "kind of decision": (
        "decisions.toml",
        DECISION.replace("same_as", "alike"),
        "decisions.toml, alike ofac:1 and ofac:2: the kind is one of hold, not_same_as, release, same_as.",
    ),
    "subjects": (
        "decisions.toml",
        DECISION.replace('"ofac:1", "ofac:2"', '"ofac:2", "ofac:1"'),
        "decisions.toml, same_as ofac:2 and ofac:1: it names two keys in sorted order.",
    ),
    "three subjects": (
        "decisions.toml",
        DECISION.replace('"ofac:2"', '"ofac:2", "ofac:3"'),
        "decisions.toml, same_as ofac:1 and ofac:2 and ofac:3: it names two keys in sorted order.",
    ),
    "nobody decided": (
        "decisions.toml",
        DECISION.replace("curators", ""),
        "decisions.toml, same_as ofac:1 and ofac:2: say who decided, and why.",
    ),
}


@pytest.mark.parametrize(("file", "text", "sentence"), FAULTS.values(), ids=FAULTS)
def test_refused(file: str, text: str, sentence: str) -> None:
    with pytest.raises(BadInputError) as refused:
        chronicle({file: text})
    assert str(refused.value).removesuffix(" (and 1 more)") == sentence

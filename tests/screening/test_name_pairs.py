"""Pairs of names with the reason why they must or must not be taken for the same name.

The names are made up, or stand for a mechanism; none is known to the code.
"""

import pytest

from fasti.index.rarity import TokenWeights
from fasti.screening.name_v0 import MATCH, POSSIBLE, score

MUST_MATCH = [
    ("Zembla Shipping", "ZEMBLA SHIPPING", "case"),
    ("Zembla-Shipping", "Zembla, Shipping.", "punctuation"),
    ("O'Dara Freight", "ODara Freight", "apostrophe"),
    ("Kinbote S.A.", "KINBOTE SA", "dotted letters"),
    ("Kinbote Co.,Ltd", "Kinbote Company Limited", "spelling of a legal form"),
    ("Kinbote OJSC", "Open Joint Stock Company Kinbote", "legal form written out, in front"),
    ("Kinbote", "Kinbote GmbH", "legal form missing"),
    ("Kinbote Ltd", "Kinbote LLC", "other legal form"),
    ("Kinbote Holdings", "Kinbote Holdings Limited", "leading words without the legal form"),
    ("Kinbote Group", "Kinbote Group Holding Limited", "leading words, only structure missing"),
    ("Kinbote", "Kinbote Corporation", "the one distinctive word"),
    ("Kinbote Technologies", "Kinbote Technology Co., Ltd.", "spellings of a common word"),
    ("Kinbote Intl Bank", "Kinbote International Bank", "abbreviation of a common word"),
    ("Onhavan Precision Optics", "Onhavan Precision Optics Inc. (OPOI)", "acronym in parentheses"),
    ("OPOI", "Onhavan Precision Optics Inc. (OPOI)", "the acronym itself"),
    ("Harfar Onhavan Optics", "Harfar Onhavan Optics Co. Ltd. (Onhavan)", "short name in parentheses"),
    ("Kinbotte Technology Corp.", "Kinbote Technology Corporation", "a letter too many"),
    ("Kinbuto Technology Corp.", "Kinboto Technology Corporation", "a letter changed"),
    ("Kinobte Shipping", "Kinbote Shipping", "letters swapped"),
    ("SHADE, John Francis", "John Francis Shade", "order of a person's names"),
    ("Kin Bote Shipping", "Kinbote Shipping", "a word split"),
    ("Al Onhava", "Alonhava", "words joined"),
    ("Кинботе", "Kinbote LLC", "other script"),
    ("北方集团有限公司", "Bei Fang", "Chinese characters against pinyin"),
    ("Beifang", "北方股份有限公司", "pinyin written together"),
    ("Bank of Zembla", "Bank Zembla", "a filler missing"),
    ("Kinbote & Sons", "Kinbote and Sons", "ampersand"),
    ("Société Kinbote", "Societe Kinbote", "accents"),
]

MAY_MATCH = [
    ("Kinbote", "KINBOTE OIL COMPANY", "the distinctive word of a longer name"),
    ("Kinbote", "OPEN JOINT STOCK COMPANY KINBOTE OIL COMPANY", "the same with its legal form"),
    ("John Shade", "John Francis Shade", "a middle name missing"),
    ("J. Shade", "John Shade", "an initial"),
    ("Kinbate Shade", "Kinbote Shada", "an error in each word"),
]

MUST_NOT_MATCH = [
    ("Banco Kinbote", "Banco Kinbote Chile", "a country's affiliate"),
    ("Kinbote Technologies", "Kinbote Technologies (Uganda) Co., Ltd", "a country in parentheses"),
    ("Kinbote Technologies", "Kinbote Technologies Onhava Research", "a further distinctive word"),
    ("Kinbote Technologies", "Onhava Kinbote Technologies", "a further distinctive word in front"),
    (
        "Harfar Onhavan Optics Precision Works",
        "Harfar Onhavan Optics Precision Works Dulwich",
        "the same in a long name",
    ),
    ("Kinbote General Bureau", "Kinbote Military Bureau", "another word in its place"),
    ("Kinbote", "Kinbote Shipping Ltd", "one distinctive word, its line of business missing"),
    ("Kinbote Plant 36", "Kinbote Plant 38", "another number"),
    ("Amer Shade", "Samer Shade", "another short word"),
    ("Kim Tong Chol", "Kim Yong Chol", "another short syllable"),
]

MUST_NOT_APPEAR = [
    ("China", "China Kinbote Limited", "a country alone"),
    ("China", "China Technology Group", "a country alone, against common words"),
    ("Bank", "Bank Kinbote", "a common word alone"),
    ("Bank", "The Bank", "a common word beside a filler"),
    ("Technology", "Kinbote Technology", "a common word alone"),
    ("Optics", "Harfar Onhavan Optics", "one of several distinctive words"),
    ("Zembla Trading LLC", "Kinbote Trading LLC", "common words and legal form only"),
    ("J. S.", "John Shade", "initials alone"),
    ("Ltd", "Kinbote Ltd", "a legal form alone"),
    ("Iran Air", "Iraq Air", "another country"),
]


@pytest.mark.parametrize(("query", "listed", "reason"), MUST_MATCH)
def test_must_match(query: str, listed: str, reason: str) -> None:
    assert score(query, listed, TokenWeights()).score >= MATCH, reason


@pytest.mark.parametrize(("query", "listed", "reason"), MAY_MATCH)
def test_must_be_shown_at_least_as_possible(query: str, listed: str, reason: str) -> None:
    assert score(query, listed, TokenWeights()).score >= POSSIBLE, reason


@pytest.mark.parametrize(("query", "listed", "reason"), MUST_NOT_MATCH)
def test_must_not_match(query: str, listed: str, reason: str) -> None:
    assert score(query, listed, TokenWeights()).score < MATCH, reason


@pytest.mark.parametrize(("query", "listed", "reason"), MUST_NOT_APPEAR)
def test_must_not_appear(query: str, listed: str, reason: str) -> None:
    assert score(query, listed, TokenWeights()).score < POSSIBLE, reason


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("Zembla Shipping S.A.", "ZEMBLA SHIPPING, SOCIÉTÉ ANONYME"),
        ("Zembla Shipping Inc", "Zembla Shipping, Incorporated"),
        ("Shipping Zembla Ltd", "Zembla Shipping Limited"),
        ("Zembla Shipping Ltd", "ZEMBLA SHIPPING"),
        ("zembla  shipping g.m.b.h.", "Zembla Shipping AG"),
    ],
)
def test_mere_forms_of_writing_keep_the_score_near_one(query: str, listed: str) -> None:
    assert score(query, listed, TokenWeights()).score >= 0.95

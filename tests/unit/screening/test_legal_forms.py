"""Which tokens are a legal form, and how the table of forms may be written."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

import fasti.screening.legal_forms as module
from fasti.index.tokens import tokenize
from fasti.screening.legal_forms import legal_tokens, part

FORMS = tomllib.loads(Path(module.__file__).with_name("legal_forms.toml").read_text(encoding="utf-8"))["form"]


@pytest.mark.parametrize(
    ("name", "core", "classes"),
    [
        ("Norvik Co., Ltd.", "norvik", "limited"),
        ("Norvik Company Limited", "norvik", "limited"),
        ("Norvik Incorporated", "norvik", "incorporated"),
        ("Norvik Corp", "norvik", "corporation"),
        ("Norvik L.L.C.", "norvik", "llc"),
        ("ООО «Норвик»", "norvik", "llc"),
        ("Limited Liability Company Norvik", "norvik", "llc"),
        ("ПАО Норвик", "norvik", "pjsc"),
        ("Norvik OJSC", "norvik", "pjsc"),
        ("Public Joint Stock Company Norvik Oil Company", "norvik oil", "company pjsc"),
        ("AO Norvik", "norvik", "jsc"),
        ("Norvik GmbH & Co. KG", "norvik", "kg"),
        ("Norvik AG", "norvik", "ag"),
        ("Norvik S.A. de C.V.", "norvik", "sa"),
        ("Norvik S.p.A.", "norvik", "sa"),
        ("Norvik A/S", "norvik", "as"),
        ("Norvik B.V.", "norvik", "bv"),
        ("Oy Norvik Ab", "norvik", "ab oy"),
        ("Norvik d.o.o.", "norvik", "doo"),
        ("Norvik Sp. z o.o.", "norvik", "spzoo"),
        ("Norvik Ltda.", "norvik", "sarl"),
        ("Norvik Sdn. Bhd.", "norvik", "private_limited"),
        ("Norvik Pte. Ltd.", "norvik", "private_limited"),
        ("PT Norvik Tbk", "norvik", "perseroan_terbatas"),
        ("北方有限公司", "bei fang", "limited"),
        ("北方股份有限公司", "bei fang", "stock_company"),
        ("株式会社ノルビク", "norubiku", "stock_company"),
        ("한빛 주식회사", "hanbich", "stock_company"),
        ("Norvik Co., Ltd., Harbin Branch", "norvik harbin branch", "limited"),
    ],
)
def test_a_form_is_told_from_the_name(name: str, core: str, classes: str) -> None:
    found = part(tokenize(name))
    assert (found.core, found.classes) == (tuple(core.split()), tuple(classes.split()))
    assert sorted((*found.core, *found.words)) == sorted(tokenize(name))


@pytest.mark.parametrize(
    "name", ["As Sayyid Norvik", "Sa Norvik Li", "Norvik Ag Hassan", "Pat Norvikson", "Ou Norvik", "At Tayyib"]
)
def test_a_short_form_inside_a_name_is_a_word(name: str) -> None:
    assert part(tokenize(name)).words == ()


@pytest.mark.parametrize("name", ["Limited", "Co., Ltd.", "SA", "Joint Stock Company"])
def test_a_name_of_forms_alone_is_all_name(name: str) -> None:
    assert part(tokenize(name)).core == tokenize(name)
    assert part(tokenize(name)).classes == ()


def test_every_spelling_is_written_as_its_tokens_and_stands_once() -> None:
    for place in ("words", "tail", "head"):
        spellings = Counter(words for form in FORMS for words in form.get(place, ()))
        assert [words for words in spellings if " ".join(tokenize(words)) != words] == []
        assert [words for words, count in spellings.items() if count > 1] == []


def test_every_native_form_folds_to_the_tokens_beside_it() -> None:
    natives = {native: words for form in FORMS for native, words in form.get("native", {}).items()}
    assert {native: " ".join(tokenize(native)) for native in natives} == natives


def test_classes_are_distinct_and_their_tokens_known() -> None:
    classes = [form["class"] for form in FORMS]
    assert len(classes) == len({*classes})
    assert {"ltd", "gmbh", "obshchestvo", "gong"} <= legal_tokens()

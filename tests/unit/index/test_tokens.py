"""What a name's tokens are, rule by rule."""

import pytest

from fasti.index.folding import fold
from fasti.index.tokens import MAX_TOKENS, tokenize


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("Norvik Trading S.A.", "norvik trading sa"),
        ("NORVIK CO.,LTD", "norvik co ltd"),
        ("Norvik Co.Ltd.", "norvik co ltd"),
        ("Norvik Sp. z o.o.", "norvik sp z oo"),
        ("U.S.A.Corp", "usa corp"),
        ("Al-Qal'a", "al qala"),
        ("Xi’an O´Neil ʻOku", "xian oneil oku"),
        ("Micro-Fabrication/Etching_Tools", "micro fabrication etching tools"),
        ("Plant No. 36 (3.5 MW)", "plant no 36 3 5 mw"),
        ("Hume & Sons, Inc.", "hume and sons inc"),
        ('LLC"Norvik"', "llc norvik"),
        ("ＮＯＲＶＩＫ　Ｃｏ", "norvik co"),
        ("Łódź Straße Ørsted Æther Ḥasan", "lodz strasse orsted aether hasan"),
        ("İSTANBUL IŞIK", "istanbul isik"),
        ("ООО «Норвик»", "ooo norvik"),
        ("北方科技有限公司", "bei fang ke ji you xian gong si"),
        ("㈱トヨミ", "zhu toyomi"),
        ("한빛 주식회사", "hanbich jusighoesa"),
        ("محمد علي", "mhmd ly"),
        ("٣٦", "36"),
    ],
)
def test_a_name_folds_to_comparable_words(name: str, tokens: str) -> None:
    assert tokenize(name) == tuple(tokens.split())


def test_a_name_without_letters_or_digits_still_equals_itself() -> None:
    assert tokenize("!!!") == tokenize(" !!!") != tokenize("???")


@pytest.mark.parametrize("blank", ["", "   ", "\u3000\n"])
def test_blank_text_has_no_token(blank: str) -> None:
    assert tokenize(blank) == ()


def test_text_is_cut_after_the_greatest_number_of_tokens() -> None:
    assert tokenize("word " * 100) == ("word",) * MAX_TOKENS


@pytest.mark.parametrize("name", ["Norvik Trading S.A.", "北方 Tech", "Ḥasan al-Būri"])
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)

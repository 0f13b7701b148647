"""Names in their own scripts: against Latin spellings, and against each other."""

import pytest

from fasti.model.identity import PartyKind
from fasti.model.subject import Subject
from fasti.screening.name_v1 import POSSIBLE, score

PERSON, COMPANY = PartyKind.PERSON, PartyKind.ORGANIZATION

SAME = [
    (PERSON, "張國強", "Cheung Kwok Keung", "Cantonese, of characters"),
    (PERSON, "王志剛", "Wang Chih-kang", "Wade-Giles, of characters"),
    (PERSON, "سهيل القصبي", "Suhail al-Qasabi", "two letters that would be one sound in Latin letters"),
    (PERSON, "طارق وردك", "Tariq Wardak", "a waw that is no vowel"),
    (PERSON, "غلامرضا جهانگیری", "Gholam-Reza Jahangiri", "the Persian sounds of Arabic letters"),
    (PERSON, "משה רוזנפלד", "Moshe Rosenfeld", "the other sound of a Hebrew letter"),
    (PERSON, "جمال مصفطى", "جمال مصطفى", "a slip in an Arabic name that is known by how it is written"),
    (PERSON, "محدم القصبي", "محمد القصبي", "the same, at its end"),
    (PERSON, "سهيل القبصي", "سهيل القصبي", "a slip in an Arabic name that is not known"),
    (PERSON, "رافي القبي", "رافي القصبي", "a letter lost in Arabic"),
    (PERSON, "陳文豪", "陈文豪", "traditional and simplified characters"),
    (PERSON, "陈文豪", "Chen Wenhao", "pinyin, family name first"),
    (PERSON, "陈文豪", "Wen Hao Chen", "pinyin in syllables, family name last"),
    (PERSON, "文豪 陈", "Chen Wenhao", "characters with the family name last, behind a space"),
    (COMPANY, "青峰 科技", "Qingfeng Technology", "characters in words"),
    (PERSON, "欧阳文豪", "Ouyang Wenhao", "a family name of two characters"),
    (PERSON, "金哲秀", "Kim Chol Su", "a Korean name in Chinese characters"),
    (PERSON, "鈴木太郎", "Taro Suzuki", "a Japanese name in Chinese characters"),
    (PERSON, "박성민", "Park Sung Min", "Hangul as people write their own"),
    (PERSON, "박성민", "Pak Song-min", "Hangul by the older rules"),
    (PERSON, "박성민", "Bak Seongmin", "Hangul by the South's rules"),
    (PERSON, "성민 박", "Park Sung-min", "Hangul with the family name last"),
    (PERSON, "محمد القصبي", "Mohammed al-Qasabi", "Arabic, vowels not written"),
    (PERSON, "عبد الرحمن القصبي", "Abdurrahman Kassabi", "Arabic servant name"),
    (PERSON, "משה לוי", "Moshe Levi", "Hebrew"),
    (PERSON, "Сергей Кинботов", "Sergei Kinbotov", "Russian"),
    (PERSON, "Володимир Кінботенко", "Wolodymyr Kinbotenko", "Ukrainian"),
    (PERSON, "Γιώργος Κίνμποτης", "Giorgos Kinmpotis", "Greek"),
    (COMPANY, "青峰科技有限公司", "Qingfeng Technology Co., Ltd.", "a company: translated words and pinyin"),
    (
        COMPANY,
        "한솔전자 주식회사",
        "Hansol Electronics Co.",
        "a company in Hangul: translated and as spoken",
    ),
    (COMPANY, "한솔전자 주식회사", "한솔전자", "the same without its legal form"),
    (COMPANY, "青峰科技有限公司", "Qingfeng", "a company by its own word"),
    (COMPANY, "青峰集團有限公司", "青峰集团", "a company in both ways of writing"),
]
DIFFERENT = [
    (PERSON, "محمد القصبي", "محمود القصبي", "two known names a letter apart"),
    (PERSON, "بارعة علي محمد القصبي", "Ali Mohammed", "a name that looks like a filler without its vowels"),
    (PERSON, "陈文豪", "陈文强", "one of three characters"),
    (PERSON, "高石早苗", "高市早苗", "one of four, though Mandarin reads them alike"),
    (PERSON, "박성민", "박성진", "one of three syllables"),
    (PERSON, "محمد القصبي", "أحمد القصبي", "another given name"),
    (PERSON, "حسن القصبي", "Hussein Qasabi", "a long vowel that is not written"),
    (COMPANY, "한솔전자 주식회사", "한별전자 주식회사", "one syllable of a company's word"),
    (COMPANY, "青峰科技有限公司", "青山科技有限公司", "one character of a company's word"),
]


def _score(kind: PartyKind, query: str, listed: str) -> float:
    return score(Subject.named(query, kind), Subject.named(listed, kind)).score


@pytest.mark.parametrize(("kind", "query", "listed", "reason"), SAME)
def test_must_be_shown(kind: PartyKind, query: str, listed: str, reason: str) -> None:
    assert _score(kind, query, listed) >= POSSIBLE, reason
    assert _score(kind, listed, query) >= POSSIBLE, reason


@pytest.mark.parametrize(("kind", "query", "listed", "reason"), DIFFERENT)
def test_must_not_be_shown(kind: PartyKind, query: str, listed: str, reason: str) -> None:
    assert _score(kind, query, listed) < POSSIBLE, reason

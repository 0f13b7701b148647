"""The tables of Mandarin hold each syllable once and say what they said."""

import json
from pathlib import Path

import pypinyin
from pypinyin.constants import PHRASES_DICT

from fasti.screening.names.mandarin import syllables

SOME = 16


def test_every_syllable_is_kept_once_and_every_phrase_as_it_was() -> None:
    assert syllables("重庆银行 Ab1") == ["chong", "qing", "yin", "hang", " Ab1"]
    kept = {id(one): tuple(one) for spoken in PHRASES_DICT.values() for one in spoken}
    assert len(kept) == len(set(kept.values()))
    shipped = json.loads((Path(pypinyin.__file__).parent / "phrases_dict.json").read_text(encoding="utf-8"))
    phrases = sorted(shipped)[::SOME]
    assert {one: shipped[one] for one in phrases} == {one: PHRASES_DICT[one] for one in phrases}
    plain = pypinyin.pinyin("朝阳 长春 谢谢", style=pypinyin.Style.NORMAL)
    assert [one[0] for one in plain] == syllables("朝阳 长春 谢谢")

"""Decides how Chinese characters sound in Mandarin, and holds the tables for it in half the room."""

from collections.abc import Callable
from functools import cache


def syllables(text: str) -> list[str]:
    """Return how simplified characters sound, without tones; what is no character stands as it is.

    >>> syllables("重庆")
    ['chong', 'qing']
    """
    return _speaker()(text)


@cache
def _speaker() -> Callable[[str], list[str]]:
    """Load the tables, once a process: it takes a quarter of a second, and few names need them.

    The library reads 47,000 phrases as 144,000 lists of a syllable each, of which some 1,400 differ: each is kept
    once, in its table and in the one that this was copied from; what they say stays. That is 24 of 52 MB.
    """
    from pypinyin import lazy_pinyin
    from pypinyin.constants import PHRASES_DICT
    from pypinyin.phrases_dict import phrases_dict

    known: dict[str, list[str]] = {}
    for phrase, spoken in PHRASES_DICT.items():
        copied = phrases_dict.get(phrase) is spoken
        PHRASES_DICT[phrase] = [known.setdefault(",".join(one), one) for one in spoken]
        if copied:
            phrases_dict[phrase] = PHRASES_DICT[phrase]
    return lazy_pinyin

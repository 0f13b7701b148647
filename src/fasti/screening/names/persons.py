"""Decide what the differences between two names of persons mean."""

import re
from collections.abc import Iterator
from itertools import pairwise

from fasti.screening.names.ceilings import Ceiling, Judged
from fasti.screening.names.compounds import SERVANT
from fasti.screening.names.name_tables import around, eastern_families
from fasti.screening.names.pairing import Pair, Pairing, names_somebody
from fasti.screening.names.person_words import parent_at
from fasti.screening.names.words import PARENT, Role, Word

OTHER_NAME = 0.60
"""Each has a name that the other lacks: Ivan Petrov is not Sergey Petrov, however many names they share besides."""
NEARLY = 0.62
"""Names that are nearly alike, not quite, and too little else agrees: a slip of the pen, or another name."""
OTHER_INITIAL = 0.60
"""One has a letter, the other a name that does not begin with it."""
PARENT_AND_CHILD = 0.60
"""What one calls the child the other calls the parent: `Omar bin Said` is not `Said bin Omar`."""
ONE_NAME = 0.58
"""A single name agrees, and one of the two has more names."""
ONE_RARE_NAME = 0.72
"""The whole query is one uncommon name, and the listed person bears it exactly."""
LETTER_BEHIND = 0.60
"""A letter agrees that stands behind a name which nothing agrees with: `Ahmed, Abubakar K.` is no `Kjersti Ahmed`."""
LETTERS_ONLY = 0.40
"""Nothing but letters and fillers agree."""
SYLLABLE_MISSED = 0.60
"""A Chinese or Korean name has a syllable more: `Kim Chol` is not `Kim Chol Su`."""
LIGHT_MISSED = 0.08
LETTER_MISSED = 0.12
FEW = 4
LEAST_BESIDE_NEAR = 2
"""So many other names must agree before two known names may be one misspelt."""


MORE_MISSED = 0.35
"""Share of a name's weight that it counts besides when no fewer names are missed than agree."""
HONOUR_MISSED = 0.74
"""One has a name where the other has a word of honour: `Wali` for `Mir`."""


def judge(found: Pairing) -> Judged:
    """Return what is missed and which ceilings hold."""
    mine, theirs = _names(found.query_left), _names(found.listed_left)
    both = bool(mine and theirs)
    share = MORE_MISSED if sum(map(_told, (*mine, *theirs))) >= len(found.firm()) else 0.0
    missed = sum(_missed(word, share, full=both) for word in (*found.query_left, *found.listed_left))
    return Judged(missed, tuple(_ceilings(found, mine, theirs)))


def _names(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(word for word in words if names_somebody(word))


def _missed(word: Word, share: float, *, full: bool) -> float:
    if names_somebody(word):
        return word.weight if full else word.least + (share * word.weight if _told(word) else 0.0)
    if word.role is Role.INITIAL:
        return LETTER_MISSED
    return LIGHT_MISSED if word.role is Role.LIGHT else word.least


def _told(word: Word) -> bool:
    """Say whether a name is usually told: a parent's name is as often left out."""
    return word.least > PARENT * word.weight


def _ceilings(found: Pairing, mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> Iterator[Ceiling]:
    firm = len(found.firm())
    if not firm:
        light_pairs = all(names_somebody(word) is False for word in (*found.query, *found.listed))
        yield from (
            ()
            if light_pairs and not found.query_left and not found.listed_left
            else (Ceiling(LETTERS_ONLY, "no_name_agrees", found.query_left, found.listed_left),)
        )
    if mine and theirs:
        yield Ceiling(OTHER_NAME, "other_names", mine, theirs)
    elif firm == 1 and (mine or theirs) and not _more_agrees(found):
        yield Ceiling(ONE_RARE_NAME if _one_rare(found) else ONE_NAME, "one_name", mine, theirs)
    if (
        firm == 1
        and (mine or theirs)
        and any(pair.feature == "initial" and _behind_missed(found, pair) for pair in found.pairs)
    ):
        yield Ceiling(LETTER_BEHIND, "letter_behind", mine, theirs)
    yield from _nearly(found, firm)
    honours = _honours(found.query_left), _honours(found.listed_left)
    if (mine and honours[1]) or (theirs and honours[0]):
        yield Ceiling(HONOUR_MISSED, "other_honour", mine or honours[0], theirs or honours[1])
    yield from _other_initials(found, mine, theirs)
    if bool(found.query_left) != bool(found.listed_left) and (mine or theirs) and _syllables(found):
        yield Ceiling(SYLLABLE_MISSED, "syllable_missed", mine, theirs)
    if _other_parent(found):
        yield Ceiling(PARENT_AND_CHILD, "other_parent", honours[0], honours[1])
    if _reversed(found):
        yield Ceiling(PARENT_AND_CHILD, "parent_and_child", found.query, found.listed)
    if _servant_replaced(found):
        yield Ceiling(OTHER_NAME, "servant_name", found.query, found.listed)


def _behind_missed(found: Pairing, pair: Pair) -> bool:
    """Say whether the letter of a pair stands directly behind a name that pairs with nothing."""
    (mine, _), (theirs, _) = pair.query, pair.listed
    if found.query[mine].role is Role.INITIAL:
        words, at, left = found.query, mine, found.query_left
    else:
        words, at, left = found.listed, theirs, found.listed_left
    return at > 0 and names_somebody(words[at - 1]) and any(words[at - 1] is word for word in left)


def _nearly(found: Pairing, firm: int) -> Iterator[Ceiling]:
    """Yield what holds of names that are nearly alike, not quite."""
    near = sum([pair.feature == "near_name" for pair in found.firm()])
    if near and firm - near - _servants(found) < LEAST_BESIDE_NEAR:
        yield Ceiling(NEARLY, "near_name", found.query, found.listed)
    if _vietnamese(found) and any(pair.feature in _NEARLY for pair in found.pairs):
        yield Ceiling(NEARLY, "other_syllable", found.query, found.listed)
    if _crossed(found):
        yield Ceiling(OTHER_NAME, "crossed_names", found.query, found.listed)


def _servants(found: Pairing) -> int:
    """Return how many pairs are of the word that servant names begin with: it agrees in all of them."""
    return sum([found.query[pair.query[0]].raw in SERVANT for pair in found.firm()])


def _vietnamese(found: Pairing) -> bool:
    """Say whether both names are Vietnamese: each name is a syllable, and another letter makes another."""
    table = around().vietnamese
    return all(
        words[0].raw in table and all(_VIETNAMESE.match(word.raw) for word in words[1:])
        for words in (found.query, found.listed)
    )


_VIETNAMESE = re.compile("(?:ngh|[ckgnpt]h|tr|gi|qu|ng|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$")
_NEARLY = frozenset({"spelling", "near_name"})


def _crossed(found: Pairing) -> bool:
    """Say whether two names agree by their spelling only, and in exchanged places: `Georgios Nikolaou`."""
    if len(found.firm()) < _CROSSED or any(pair.feature != "spelling" for pair in found.firm()):
        return False
    firm = sorted((pair.query, pair.listed) for pair in found.firm())
    return all(one[1] > other[1] for one, other in pairwise(firm))


_CROSSED = 2


def _more_agrees(found: Pairing) -> bool:
    """Say whether a letter or a word of honour agrees beside the names."""
    return any(pair.feature == "initial" or found.query[pair.query[0]].role is Role.LIGHT for pair in found.pairs)


def _syllables(found: Pairing) -> bool:
    """Say whether both names are Chinese or Korean by their words."""
    return all(
        any(word.raw in eastern_families() for word in words) and all(map(_syllabic, words))
        for words in (found.query, found.listed)
    )


def _syllabic(word: Word) -> bool:
    """Say whether a word may be one or two syllables of a Chinese or Korean name."""
    if word.known and word.raw not in eastern_families():
        return False
    return word.role in (Role.NAME, Role.LIGHT) and _SYLLABLES.match(word.raw) is not None


_SYLLABLES = re.compile(
    "(?:(?:ch|sh|zh|ts|tz|hs|kw|kk|tt|pp|ss|jj|[bcdfghjklmnpqrstwxyz])?"
    "(?:[wy]?(?:[aeiou]|ae|ai|ao|au|ei|eo|eu|oi|oo|ou|ui)|i[aeou]|iao|u[aeio]|uai|yeo)(?:ng|[nmkptl])?){1,2}$"
)


def _other_parent(found: Pairing) -> bool:
    """Say whether one is called the father and the other the mother of the child that names them: `Abu`, `Umm`."""
    mine, theirs = ({word.raw for word in words} for words in (found.query_left, found.listed_left))
    table = around()
    return bool((mine & table.fathers and theirs & table.mothers) or (mine & table.mothers and theirs & table.fathers))


def _honours(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(word for word in words if word.role is Role.LIGHT)


def _one_rare(found: Pairing) -> bool:
    """Say whether the whole query is one uncommon name that a listed person of few names bears."""
    pair = found.firm()[0]
    return (
        len(_names(found.query)) == 1
        and not found.query_left
        and all(names_somebody(word) or word.role in (Role.PARTICLE, Role.KIN) for word in found.query)
        and found.query[pair.query[0]].weight >= 1
        and pair.feature in ("word", "same_name")
        and len(_names(found.listed)) <= FEW
    )


def _other_initials(found: Pairing, mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> Iterator[Ceiling]:
    letters = tuple(word for word in found.query_left if word.role is Role.INITIAL)
    listed_letters = tuple(word for word in found.listed_left if word.role is Role.INITIAL)
    if (letters and (theirs or listed_letters)) or (listed_letters and mine):
        yield Ceiling(OTHER_INITIAL, "other_initial", letters or mine, listed_letters or theirs)


def _servant_replaced(found: Pairing) -> bool:
    """Say whether a servant name is shortened where the other has another name or word in that place."""
    for pair in found.pairs:
        if pair.feature == "servant_name":
            longer = len(found.query[pair.query[0]].token) > len(found.listed[pair.listed[0]].token)
            left = found.listed_left if longer else found.query_left
            if _names(left) or _honours(left):
                return True
    return False


def _reversed(found: Pairing) -> bool:
    """Say whether what one calls the child the other calls the parent."""
    firm = found.firm()
    up = any(pair.query[0] == 0 and pair.listed[0] in _parents(found.listed) for pair in firm)
    down = any(pair.listed[0] == 0 and pair.query[0] in _parents(found.query) for pair in firm)
    return (up and (down or _unpaired(found.listed, found.listed_left))) or (
        down and _unpaired(found.query, found.query_left)
    )


def _unpaired(words: tuple[Word, ...], left: tuple[Word, ...]) -> bool:
    """Say whether the first word is a name that pairs with nothing."""
    return names_somebody(words[0]) and any(word is words[0] for word in left)


def _parents(words: tuple[Word, ...]) -> frozenset[int]:
    found = (parent_at(words, at) for at, word in enumerate(words) if word.role is Role.KIN)
    return frozenset(at for at in found if at is not None)

"""Decide at a glance how much two readings can score at most: words that surely have no partner hold the score down.

The rules are those of the shelves' own modules, asked of words that nothing in the other reading is like; what this
says is never below what pairing the words would give.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fasti.index.wording import Shelf
from fasti.screening.names import organizations, persons, things
from fasti.screening.names.likeness import likeness
from fasti.screening.names.pairing import Sentence
from fasti.screening.names.words import WEIGHTY, Role, Word


@dataclass(frozen=True, slots=True)
class Held:
    """How words of some roles hold the score down when they have no partner.

    Attributes:
        roles: The roles; the rule counts them as one.
        one: Most score if one side surely has such a word left, whatever the other has.
        both: Most score if both sides have.
        above: Words up to this weight do not matter; 0 or `WEIGHTY`.
        few: Most score if either side has such a word left, one pair at most is possible, and the query has more words.
    """

    roles: frozenset[Role]
    one: float
    both: float
    above: float = 0.0
    few: float = 1.0


def _held(role: Role, further: float, other: float, above: float = 0.0) -> Held:
    return Held(frozenset({role}), max(further, other), other, above)


RULES: Mapping[Shelf, tuple[Held, ...]] = {
    Shelf.PERSON: (Held(frozenset({Role.NAME, Role.PATRONYMIC}), 1.0, persons.OTHER_NAME, few=persons.ONE_NAME),),
    Shelf.ORGANIZATION: (
        _held(Role.NAME, organizations.FURTHER_NAME, organizations.OTHER_NAME),
        _held(Role.NUMBER, organizations.NUMBER_MISSED, organizations.OTHER_NUMBER),
        _held(Role.PLACE, organizations.PLACE_MISSED, organizations.OTHER_PLACE),
        _held(Role.GENERIC, organizations.ACTIVITY_MISSED, organizations.OTHER_ACTIVITY, above=WEIGHTY),
    ),
    Shelf.THING: (
        _held(Role.NAME, things.WORD_MISSED, things.WORD_MISSED),
        _held(Role.NUMBER, things.OTHER_NUMBER, things.OTHER_NUMBER),
    ),
}
SPARE = 1e-9
"""What sums of figures may be off by."""


def falls_short(query: Sentence, listed: Sentence, shelf: Shelf, least: float) -> bool:
    """Say whether two readings surely score less than a figure; if not, they may still do so."""
    if not (query.runs.keys().isdisjoint(listed.places) and listed.runs.keys().isdisjoint(query.places)):
        return False  # words run together may be the partners of what seems to have none
    for rule in RULES[shelf]:
        if rule.both + SPARE >= least:
            continue
        mine, one_is_enough = _has_left(rule, query, listed, shelf), rule.one + SPARE < least
        if (mine and one_is_enough) or ((mine or one_is_enough) and _has_left(rule, listed, query, shelf)):
            return True
    return False


def _has_left(rule: Held, mine: Sentence, theirs: Sentence, shelf: Shelf) -> bool:
    """Say whether a word to which the rule applies is like none of the other reading."""
    roles, above, others = rule.roles, rule.above, theirs.words
    for word in mine.words:
        if word.role in roles and word.weight > above and not _has_partner(word, others, shelf):
            return True
    return False


def _has_partner(word: Word, others: tuple[Word, ...], shelf: Shelf) -> bool:
    for other in others:  # noqa: SIM110 - as above
        if likeness(word, other, shelf)[0]:
            return True
    return False

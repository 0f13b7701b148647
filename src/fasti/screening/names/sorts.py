"""Tell the index what a word is: which sorts of words there are, and which rules hold of each on a shelf."""

from collections.abc import Mapping
from itertools import product

from fasti.index.wording import Alone, Shelf, Sort
from fasti.screening.names import persons
from fasti.screening.names.likeness import MOST_LOSSY, UNALTERED, UNLETTERED
from fasti.screening.names.partnerless import RULES
from fasti.screening.names.words import ROLES, WEIGHTY, Role

_ANY = 9
"""More edits than any shelf allows."""


def _sort(role: Role, shelf: Shelf, *, told: bool, weighty: bool, known: bool, lossy: bool) -> Sort:
    rules = enumerate(RULES[shelf])
    holding = frozenset(place for place, rule in rules if role in rule.roles and (weighty or rule.above < WEIGHTY))
    return Sort(
        fixed=role in UNALTERED,
        known=known,
        edits=MOST_LOSSY if lossy else _ANY,
        letter=role is Role.INITIAL,
        lettered=role not in UNLETTERED,
        rules=holding,
        told=told and 0 in holding,
    )


_BOTH = (False, True)

SORTS: Mapping[Shelf, tuple[Sort, ...]] = {
    shelf: tuple(
        _sort(role, shelf, told=told, weighty=weighty, known=known, lossy=lossy)
        for role, told, weighty, known, lossy in product(ROLES, _BOTH, _BOTH, _BOTH, _BOTH)
    )
    for shelf in Shelf
}
"""What the number `fasti.screening.names.words.Word.sort` says, on each shelf."""

ALONE: Mapping[Shelf, tuple[Alone, ...]] = {
    shelf: tuple(Alone(rule.one, rule.both, rule.few) for rule in rules) for shelf, rules in RULES.items()
}
"""How far words without a partner hold the score down, in the order of the rules of a shelf."""


MORE: Mapping[Shelf, float] = {Shelf.PERSON: persons.MORE_MISSED, Shelf.ORGANIZATION: 0.0, Shelf.THING: 0.0}
"""Share of its weight that a name that is missed counts besides where no fewer are missed than agree."""


def is_lossy(sort: int) -> bool:
    """Say whether a sort is one of words whose script leaves out vowels."""
    return bool(sort & 1)

"""Decide how far two prepared names agree, and explain it by lines that add up."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum

from fasti.index.wording import Shelf
from fasti.model.answer import Contribution
from fasti.screening.names import organizations, persons, things
from fasti.screening.names.ceilings import Ceiling, Judged
from fasti.screening.names.pairing import Pair, Pairing, pair_words
from fasti.screening.names.partnerless import falls_short
from fasti.screening.names.reading import MEETS, PreparedName, Reading, Style, style_of
from fasti.screening.names.words import Word

OTHER_FORM = 0.03
"""Share of the score lost if both names give a legal form and none is the same."""
FORM_ON_ONE_SIDE = 0.01
"""Share of the score lost if only one name gives a legal form, or one gives a further one."""
SHORT_NAME = 0.88
"""Most that a short name in parentheses or an acronym scores: it says less than the name."""
NEARLY_SHORT = 0.6
"""The same of one with another letter: it has nothing but its letters."""
_EXACTLY = frozenset({"word", "same_word"})
_BY_SYLLABLES = frozenset({Style.SYLLABLES, Style.KOREAN})
SYLLABLES = 0.84
"""Most that a Chinese or Korean name scores by its syllables: one may stand for several of another way of writing."""

OTHER_GENERATION = 0.31
"""Share lost if one is called the father and the other the son: `Junior`, `Senior`."""

_JUDGES = {
    Shelf.PERSON: persons.judge,
    Shelf.ORGANIZATION: organizations.judge,
    Shelf.THING: things.judge,
}


@dataclass(frozen=True, slots=True)
class Compared:
    """How far two names agree: a score in [0, 1] and lines whose values add up to it."""

    score: float
    explanation: tuple[Contribution, ...]


NOTHING = Compared(0.0, ())


def compare_names(query: PreparedName, listed: PreparedName, at_least: float = 0.0) -> Compared:
    """Return how far two names of one shelf agree: the best over their readings.

    Args:
        query: The name asked for.
        listed: The name as published, prepared for the same shelf.
        at_least: Scores below this do not matter: in place of one, any other below it may be returned.
    """
    best: _Agreement | None = None
    for mine, theirs in _readings(query.readings, listed.readings):
        if at_least and falls_short(mine.sentence, theirs.sentence, query.shelf, at_least):
            continue
        found = _agreement(mine, theirs, query.shelf)
        if found is not None and found.score > (best.score if best is not None else 0.0):
            best = found
            if best.score >= 1:
                break
    return NOTHING if best is None or best.score < at_least else Compared(best.score, best.lines())


def _readings(query: tuple[Reading, ...], listed: tuple[Reading, ...]) -> Iterator[tuple[Reading, Reading]]:
    """Yield the readings to compare: in their own script alone where both names have it."""
    native = any(one.style is Style.NATIVE for one in query) and any(one.style is Style.NATIVE for one in listed)
    for mine in query:
        if native and mine.style is not Style.NATIVE:
            continue
        met = MEETS[style_of(mine)]
        for theirs in listed:
            if style_of(theirs) in met:
                yield mine, theirs


@dataclass(slots=True)
class _Agreement:
    """How far two readings agree; told in lines for the best readings of two names alone, which most are not."""

    score: float
    pairing: Pairing
    total: float
    cuts: list[Contribution]

    def lines(self) -> tuple[Contribution, ...]:
        """Return the lines whose values add up to the score."""
        found = self.pairing
        lines = [_line(pair, found, self.total) for pair in found.pairs]
        lines += [Contribution("only_in_query", word.raw, "", 0.0) for word in found.query_left]
        lines += [Contribution("only_in_list", "", word.raw, 0.0) for word in found.listed_left]
        return (*lines, *self.cuts)


def _agreement(mine: Reading, theirs: Reading, shelf: Shelf) -> _Agreement | None:
    found = pair_words(mine.sentence, theirs.sentence, shelf)
    if found is None:
        return None
    judged = _JUDGES[shelf](found)
    total = fsum([pair.weight for pair in found.pairs]) + judged.missed
    agreed = fsum([pair.likeness * pair.weight for pair in found.pairs]) / total
    cuts = [*_cut(agreed, _with_style(judged, found, mine, theirs))]
    cuts += _form_cost(agreed + fsum([cut.value for cut in cuts]), mine, theirs, shelf)
    return _Agreement(min(1.0, agreed + fsum([cut.value for cut in cuts])), found, total, cuts)


def _with_style(judged: Judged, found: Pairing, mine: Reading, theirs: Reading) -> tuple[Ceiling, ...]:
    if mine.style in _BY_SYLLABLES:
        return (*judged.ceilings, Ceiling(SYLLABLES, "syllables", mine.words, theirs.words))
    if mine.short or theirs.short:
        alone = len((theirs if mine.short else mine).words) == 1
        exact = all(pair.feature in _EXACTLY for pair in found.pairs)
        most = (SHORT_NAME if exact else NEARLY_SHORT) if alone else 0.0
        return (*judged.ceilings, Ceiling(most, "short_name", mine.words, theirs.words))
    return judged.ceilings


def _cut(agreed: float, ceilings: tuple[Ceiling, ...]) -> list[Contribution]:
    lowest = min(ceilings, key=lambda one: one.most, default=None)
    if lowest is None or lowest.most >= agreed:
        return []
    return [Contribution(lowest.feature, _text(lowest.query), _text(lowest.listed), lowest.most - agreed)]


def _form_cost(before: float, mine: Reading, theirs: Reading, shelf: Shelf) -> list[Contribution]:
    if mine.form.classes == theirs.form.classes:
        return []
    apart = mine.form.classes and theirs.form.classes and not {*mine.form.classes} & {*theirs.form.classes}
    feature, other = ("generation", OTHER_GENERATION) if shelf is Shelf.PERSON else ("legal_form", OTHER_FORM)
    share = other if apart else FORM_ON_ONE_SIDE
    return [Contribution(feature, " ".join(mine.form.words), " ".join(theirs.form.words), -before * share)]


def _line(pair: Pair, found: Pairing, total: float) -> Contribution:
    query, listed = _text(found.query[slice(*pair.query)]), _text(found.listed[slice(*pair.listed)])
    return Contribution(pair.feature, query, listed, pair.likeness * pair.weight / total)


def _text(words: tuple[Word, ...]) -> str:
    return words[0].raw if len(words) == 1 else " ".join([word.raw for word in words])

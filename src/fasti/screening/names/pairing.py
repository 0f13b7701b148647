"""Decide which words of two names stand for each other, one to one, the surest first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import compress

from fasti.index.wording import Shelf
from fasti.screening.names.likeness import JOINED, MOST_JOINED, likeness
from fasti.screening.names.words import Role, Word

Words = tuple[Word, ...]
Span = tuple[int, int]


@dataclass(slots=True)
class Pair:
    """Words of two names that stand for each other; never changed, and not frozen because a frozen one is slow to make.

    Attributes:
        query: Span of the query's words, closed-open.
        listed: Span of the listed name's words, closed-open.
        likeness: In (0, 1].
        weight: What the words of both spans count.
        feature: `word`, `same_word`, `same_name`, `nickname`, `spelling`, `sound`, `joined` or `initial`.
    """

    query: Span
    listed: Span
    likeness: float
    weight: float
    feature: str


@dataclass(slots=True)
class Pairing:
    """How two readings agree; never changed.

    Attributes:
        query: The words of the query.
        listed: The words of the listed name.
        pairs: Surest first.
        query_left: Words of the query that pair with nothing, in order.
        listed_left: Words of the listed name that pair with nothing, in order.
    """

    query: Words
    listed: Words
    pairs: tuple[Pair, ...]
    query_left: Words
    listed_left: Words
    _firm: tuple[Pair, ...] | None = None

    def firm(self) -> tuple[Pair, ...]:
        """Return the pairs that join words that name somebody: names of more than a letter."""
        if self._firm is None:
            self._firm = tuple([pair for pair in self.pairs if self._is_firm(pair)])
        return self._firm

    def _is_firm(self, pair: Pair) -> bool:
        """Say whether a pair joins names of more than a letter on both sides."""
        (mine, stop), (theirs, end) = pair.query, pair.listed
        if pair.feature == "initial":
            return False
        if stop - mine == 1 and end - theirs == 1:
            return names_somebody(self.query[mine]) and names_somebody(self.listed[theirs])
        return any(map(names_somebody, self.query[mine:stop])) and any(map(names_somebody, self.listed[theirs:end]))


_NAME, _PATRONYMIC = Role.NAME, Role.PATRONYMIC


def names_somebody(word: Word) -> bool:
    """Say whether a word is a name rather than a letter, a filler or a word that many names share."""
    role = word.role
    return role is _NAME or role is _PATRONYMIC


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """The words of a reading with what is looked up in them.

    Attributes:
        words: In order.
        places: Token to the places where it stands.
        runs: Text of two or more neighbouring tokens run together, to the spans that give it.
    """

    words: Words
    places: Mapping[str, tuple[int, ...]]
    runs: Mapping[str, tuple[Span, ...]]

    @classmethod
    def of(cls, words: Words) -> "Sentence":
        """Prepare the words of a reading."""
        places: dict[str, tuple[int, ...]] = {}
        runs: dict[str, tuple[Span, ...]] = {}
        for start, word in enumerate(words):
            places[word.token] = (*places.get(word.token, ()), start)
            text = word.token
            for end in range(start + 2, min(start + MOST_JOINED, len(words)) + 1):
                text += words[end - 1].token
                runs[text] = (*runs.get(text, ()), (start, end))
        return cls(words, places, runs)


def pair_words(query: Sentence, listed: Sentence, shelf: Shelf) -> Pairing | None:
    """Pair the words of two readings; swapping the names swaps the pairs and changes nothing else.

    Returns:
        The pairing, or `None` if no word has a partner.
    """
    possible = _singles(query.words, listed.words, shelf)
    if not (query.runs.keys().isdisjoint(listed.places) and listed.runs.keys().isdisjoint(query.places)):
        possible += _joins(query, listed)
    if not possible:
        return None
    chosen: list[Pair] = []
    query_free, listed_free = [True] * len(query.words), [True] * len(listed.words)
    for pair in _surest_first(possible, query.words, listed.words) if len(possible) > 1 else possible:
        (mine, stop), (theirs, end) = pair.query, pair.listed
        if all(query_free[mine:stop]) and all(listed_free[theirs:end]):
            chosen.append(pair)
            query_free[mine:stop] = [False] * (stop - mine)
            listed_free[theirs:end] = [False] * (end - theirs)
    left = tuple(compress(query.words, query_free)), tuple(compress(listed.words, listed_free))
    return Pairing(query.words, listed.words, tuple(chosen), *left)


def _surest_first(possible: list[Pair], query: Words, listed: Words) -> list[Pair]:
    """Return pairs in the order in which they are taken; what tells apart those alike is looked at where some are."""
    ranked: dict[tuple[object, ...], list[Pair]] = {}
    for pair in possible:
        apart = abs(pair.query[0] - pair.listed[0])
        ranked.setdefault((pair.feature == "initial", -pair.likeness, -pair.weight, apart), []).append(pair)
    for some in ranked.values():
        if len(some) > 1:
            some.sort(key=lambda one: _words_of(one, query, listed))
    return [pair for rank in sorted(ranked) for pair in ranked[rank]]


def _words_of(pair: Pair, query: Words, listed: Words) -> tuple[object, ...]:
    mine = "".join([word.raw for word in query[slice(*pair.query)]])
    theirs = "".join([word.raw for word in listed[slice(*pair.listed)]])
    return min(mine, theirs), max(mine, theirs), min(pair.query, pair.listed), max(pair.query, pair.listed)


def _singles(query: Words, listed: Words, shelf: Shelf) -> list[Pair]:
    found = []
    for q, mine in enumerate(query):
        for d, theirs in enumerate(listed):
            alike, feature = likeness(mine, theirs, shelf)
            if alike:
                found.append(Pair((q, q + 1), (d, d + 1), alike, mine.weight + theirs.weight, feature))
    return found


def _joins(query: Sentence, listed: Sentence) -> Iterator[Pair]:
    for text in query.runs.keys() & listed.places.keys():
        for span in query.runs[text]:
            for d in listed.places[text]:
                weight = _weight(query.words[slice(*span)]) + listed.words[d].weight
                yield Pair(span, (d, d + 1), JOINED, weight, "joined")
    for text in listed.runs.keys() & query.places.keys():
        for span in listed.runs[text]:
            for q in query.places[text]:
                weight = query.words[q].weight + _weight(listed.words[slice(*span)])
                yield Pair((q, q + 1), span, JOINED, weight, "joined")


def _weight(words: Words) -> float:
    return sum(word.weight for word in words)

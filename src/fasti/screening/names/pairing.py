"""Decide which words of two names stand for each other, one to one, the surest first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fasti.index.wording import Shelf
from fasti.screening.names.likeness import JOINED, MOST_JOINED, likeness
from fasti.screening.names.words import Role, Word

Words = tuple[Word, ...]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of two names that stand for each other.

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


@dataclass(frozen=True, slots=True)
class Pairing:
    """How two readings agree.

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

    def firm(self) -> int:
        """Return how many pairs join words that name somebody: names of more than a letter."""
        return sum(1 for pair in self.pairs if self.is_firm(pair))

    def is_firm(self, pair: Pair) -> bool:
        """Say whether a pair joins names of more than a letter on both sides."""
        return (
            pair.feature != "initial"
            and any(map(names_somebody, self.query[slice(*pair.query)]))
            and any(map(names_somebody, self.listed[slice(*pair.listed)]))
        )


def names_somebody(word: Word) -> bool:
    """Say whether a word is a name rather than a letter, a filler or a word that many names share."""
    return word.role in (Role.NAME, Role.PATRONYMIC)


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
    possible = [*_singles(query.words, listed.words, shelf), *_joins(query, listed)]
    if not possible:
        return None
    chosen: list[Pair] = []
    query_free, listed_free = set(range(len(query.words))), set(range(len(listed.words)))
    if len(possible) > 1:
        possible.sort(key=lambda one: _rank(one, query.words, listed.words))
    for pair in possible:
        if _free(pair.query, query_free) and _free(pair.listed, listed_free):
            chosen.append(pair)
            query_free.difference_update(range(*pair.query))
            listed_free.difference_update(range(*pair.listed))
    left = (
        tuple(query.words[at] for at in sorted(query_free)),
        tuple(listed.words[at] for at in sorted(listed_free)),
    )
    return Pairing(query.words, listed.words, tuple(chosen), *left)


def _free(span: Span, free: set[int]) -> bool:
    return span[0] in free and (span[1] - span[0] == 1 or all(at in free for at in range(*span)))


def _rank(pair: Pair, query: Words, listed: Words) -> tuple[object, ...]:
    apart = abs(pair.query[0] - pair.listed[0])
    words = sorted(
        ("".join(w.raw for w in query[slice(*pair.query)]), "".join(w.raw for w in listed[slice(*pair.listed)]))
    )
    return pair.feature == "initial", -pair.likeness, -pair.weight, apart, words, sorted((pair.query, pair.listed))


def _singles(query: Words, listed: Words, shelf: Shelf) -> Iterator[Pair]:
    for q, mine in enumerate(query):
        for d, theirs in enumerate(listed):
            alike, feature = likeness(mine, theirs, shelf)
            if alike:
                yield Pair((q, q + 1), (d, d + 1), alike, mine.weight + theirs.weight, feature)


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

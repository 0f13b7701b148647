"""Keep what is known of the words of one shelf, and which of them are read alone.

A name of such words needs no rule that looks at a word's neighbours. What a word is, and which words are read alone,
the rules of the shelf say; nothing is decided here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from fasti.screening.names.words import Word, Words

MOST_MET = 1 << 15
"""Words that are kept; with more, all are forgotten and met again, so that what a process keeps stays small."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the rules of a shelf say of one word.

    Attributes:
        alone: Whether a word is read the same whatever stands beside it.
        inside: Whether a word that is not read alone is, where another follows it.
        plain: The word in plain spelling.
        written: A word in plain spelling as it is written.
    """

    alone: Callable[[str], bool]
    inside: Callable[[str], bool]
    plain: Callable[[str], Word]
    written: Callable[[Word], Word]


class _Met(dict[str, Word]):
    """Words in plain spelling, read when they are first asked for.

    Attributes:
        written: The same words as they are written.
        bound: Those that are not read alone.
        closing: Those that are, save at the end of a name.
        otherwise: Those whose plain spelling is not how they are written.
    """

    __slots__ = ("_rules", "bound", "closing", "otherwise", "written")

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self._rules = rules
        self.written: dict[str, Word] = {}
        self.bound: set[str] = set()
        self.closing: set[str] = set()
        self.otherwise: set[str] = set()

    def __missing__(self, token: str) -> Word:
        word = self._rules.plain(token)
        written = self.written[token] = self._rules.written(word)
        if written.token != word.token:
            self.otherwise.add(token)
        if not self._rules.alone(token):
            (self.closing if self._rules.inside(token) else self.bound).add(token)
        self[token] = word
        return word


@dataclass(slots=True)
class Lexicon:
    """The words of one shelf that were met.

    Attributes:
        rules: Of the shelf.
        most: Words that are kept.
    """

    rules: Rules
    most: int = MOST_MET
    _met: _Met = field(init=False)

    def __post_init__(self) -> None:
        """Begin with no words."""
        self._met = _Met(self.rules)

    def alone(self, tokens: tuple[str, ...]) -> tuple[Words, Words] | None:
        """Return words in plain spelling and as they are written; `None` if one of them is not read alone.

        Where no word is written otherwise, the plain words stand for both.
        """
        met = self._met
        if len(met) > self.most:
            met = self._met = _Met(self.rules)
        plain = tuple(map(met.__getitem__, tokens))
        if not met.bound.isdisjoint(tokens) or not met.closing.isdisjoint(tokens[-1:]):
            return None
        if met.otherwise.isdisjoint(tokens):
            return plain, plain
        return plain, tuple(map(met.written.__getitem__, tokens))

    def about(self, token: str) -> tuple[Word, Word, bool, bool]:
        """Return a word in plain spelling and as written, and whether it is not read alone, or not at the end only.

        It is not kept here: whoever asks keeps it.
        """
        rules = self.rules
        plain, alone = rules.plain(token), rules.alone(token)
        closing = not alone and rules.inside(token)
        return plain, rules.written(plain), not alone and not closing, closing

    def plain(self, tokens: tuple[str, ...]) -> Words:
        """Return words in plain spelling, each for itself."""
        return tuple(map(self._met.__getitem__, tokens))

    def written(self, tokens: tuple[str, ...]) -> Words:
        """Return words as they are written, each for itself."""
        met = self._met
        return tuple([met.written[token] if token in met else self.rules.written(met[token]) for token in tokens])

"""The index of names: every listed name that a scorer could raise to a threshold, by way of its segments.

What is found here may still score less; what is not found cannot reach the threshold. Nothing is cut off by number.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from fasti.index.bounding import Counters, passing
from fasti.index.figures import COMPILED
from fasti.index.owners import Owners
from fasti.index.pairing import pair
from fasti.index.segments import ListedName, Segment
from fasti.index.wording import Form, Shelf, Wording
from fasti.model.errors import LedgerError
from fasti.model.identity import PartyKind

if TYPE_CHECKING:
    from fasti.index.bulk import BulkShelf

BULK_FROM, COMPILED_FROM = 64, 2000
"""So many names, one by one or at once, are worth loading the compiled kernel for; so many at once are worth compiling
it if it never was on this machine."""

Tell = Callable[[str], None]
Asked = tuple[str, PartyKind]
"""A name asked for, and what sort of party is meant."""


@dataclass(slots=True)
class NameIndex:
    """An open index.

    Attributes:
        segments: Its parts; names are numbered through them.
        owners: Whose the names are; `None` for an index of bare names.
        wording: What the scorer says of names; the index was built with the same version.
        counters: Work done since it was opened.
        long_lived: Whether so many names will be asked for in this process that the compiled kernel is worth loading.
        tell: Told in words what takes time.
    """

    segments: tuple[Segment, ...]
    owners: Owners | None
    wording: Wording
    counters: Counters = field(default_factory=Counters)
    long_lived: bool = False
    tell: Tell | None = None
    _bulk: "dict[tuple[int, Shelf], BulkShelf]" = field(default_factory=dict)

    def __len__(self) -> int:
        """Return how many names it holds."""
        return sum(map(len, self.segments))

    def owners_at_hand(self) -> Owners:
        """Return whose the names are.

        Raises:
            LedgerError: The index is one of bare names.
        """
        if self.owners is None:
            raise LedgerError("This index holds bare names, and nobody whose they are: open that of a ledger.")
        return self.owners

    def name(self, number: int) -> ListedName:
        """Return a name by number."""
        for segment in self.segments:
            if number < len(segment):
                return segment.name(number)
            number -= len(segment)
        raise IndexError(number)

    def search(self, asked: Sequence[Asked], threshold: float, *, bulk: bool | None = None) -> list[list[int]]:
        """Return for each name asked for the numbers of the names that could reach the threshold, in order.

        Args:
            asked: Names and kinds.
            threshold: Least score of interest, above 0 and at most 1.
            bulk: Whether to use the compiled kernel; `None` uses it for many names, or where it is loaded already.
                The answer is the same.

        Raises:
            ValueError: The threshold is out of bounds.
        """
        if not 0 < threshold <= 1:
            message = f"The threshold {threshold} is not above 0 and at most 1."
            raise ValueError(message)
        places = {one: place for place, one in enumerate(dict.fromkeys(asked))}
        if len(places) < len(asked):  # each is searched once
            answers = self.search([*places], threshold, bulk=bulk)
            return [[*answers[places[one]]] for one in asked]
        compiled = self._worth_compiled(len(asked)) if bulk is None else bulk
        found: list[set[int]] = [set() for _ in asked]
        for shelf, (owners, forms) in self.forms(asked).items():
            first = 0
            for place, segment in enumerate(self.segments):
                pairs_of = self._compiled if compiled else self._plainly
                view = segment.shelves[shelf]
                for asked_form, form in pairs_of(place, shelf, forms, threshold):
                    found[owners[asked_form]].update(first + name for name in view.names_of(form))
                first += len(segment)
        return [sorted(numbers) for numbers in found]

    def compile(self) -> None:
        """Compile the kernel unless this machine has it, so that processes started after need but load it."""
        if not kernel_is_compiled():
            self.search([("a name", PartyKind.UNKNOWN)], 1.0, bulk=True)

    def _worth_compiled(self, names: int) -> bool:
        self.counters.asked += names
        if self._bulk or kernel_is_loaded() or self.long_lived or names >= COMPILED_FROM:
            return True
        return self.counters.asked >= BULK_FROM and kernel_is_compiled()

    def forms(self, asked: Iterable[Asked]) -> dict[Shelf, tuple[list[int], list[Form]]]:
        """Return for each shelf the forms of the names asked on it, behind the places of their names."""
        found: dict[Shelf, tuple[list[int], list[Form]]] = {shelf: ([], []) for shelf in Shelf}
        wording = self.wording
        asked_on = {kind: wording.shelves(kind) for kind in PartyKind}
        held = {kind: [found[shelf] for shelf in shelves] for kind, shelves in asked_on.items()}
        for place, (name, kind) in enumerate(asked):
            for (owners, forms), read in zip(held[kind], wording.forms(name, asked_on[kind]), strict=True):
                forms.extend(read)
                owners.extend([place] * len(read))
        return found

    def _plainly(self, place: int, shelf: Shelf, forms: Iterable[Form], threshold: float) -> Iterator[tuple[int, int]]:
        """Yield each listed form that could reach the threshold, behind the place of the form asked."""
        view = self.segments[place].shelves[shelf]
        for at, form in enumerate(forms):
            for listed in passing(pair(view, shelf, form, self.wording, threshold), self.counters):
                yield at, listed

    def _compiled(self, place: int, shelf: Shelf, forms: Sequence[Form], threshold: float) -> Iterator[tuple[int, int]]:
        """Yield the same, found by the compiled kernel."""
        from fasti.index.bulk import BulkShelf

        ready = self._bulk.get((place, shelf))
        if ready is None:
            if not kernel_is_loaded():
                forget_stale_kernel()
                if self.tell is not None and not kernel_is_compiled():
                    self.tell("compiling the search, once on this machine: about a minute")
            ready = BulkShelf(self.segments[place].shelves[shelf], self.wording, shelf)
            self._bulk[place, shelf] = ready
        return ready.found(forms, threshold, self.counters)


def kernel_is_loaded() -> bool:
    """Say whether this process has used the kernel, so that it costs nothing to use it again."""
    return f"{__package__}.kernel_search" in sys.modules


def kernel_is_compiled() -> bool:
    """Say whether the compiler's cache, where it is by default, holds the kernel as it stands."""
    return any(place.name.startswith("kernel_search.search-") for place in _compiled_places()) and not _stale()


def forget_stale_kernel() -> None:
    """Delete what was compiled before a module that it is compiled from changed.

    The compiler's cache compares a function with its own file alone; those that it calls stand in others. Where the
    package cannot be written, the compiler keeps its cache elsewhere.
    """
    for place in _stale():
        with suppress(PermissionError):
            place.unlink(missing_ok=True)


def _stale() -> list[Path]:
    newest = max(Path(__file__).with_name(f"{module}.py").stat().st_mtime for module in COMPILED)
    return [place for place in _compiled_places() if place.stat().st_mtime < newest]


def _compiled_places() -> list[Path]:
    return [*Path(__file__).with_name("__pycache__").glob("kernel_*.nbi")]

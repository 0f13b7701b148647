"""Read the history of a target: when it was listed, amended and de-listed, and whether it stands now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from fasti.model.listing import ENDED, LISTING, StatedDate
from fasti.sources.ch_seco.vocabulary import vocabulary
from fasti.sources.drafting import Note
from fasti.sources.records.dates import iso_day
from fasti.sources.records.elements import attribute, children
from fasti.sources.records.saying import Said

LIST = "ch_seco"
EARLIER_LISTING = "earlier_listing"
EARLIER_END = "earlier_end"
_DATES = ("effective-date", "publication-date", "enactment-date")


@dataclass(frozen=True, slots=True)
class Modification:
    """One modification of a target.

    Attributes:
        kind: The publisher's word.
        dates: Each stated date by its attribute.
    """

    kind: str
    dates: dict[str, str]

    @property
    def on(self) -> str:
        """The day that counts: of effect, else of publication, else of enactment; empty if none is said."""
        return next((self.dates[name] for name in _DATES if name in self.dates), "")


@dataclass(frozen=True, slots=True)
class History:
    """The modifications of a target, oldest first.

    Attributes:
        modifications: The file has the newest first; those of one day keep that order, turned round.
        notes: Doubts.
    """

    modifications: tuple[Modification, ...]
    notes: tuple[Note, ...]

    @property
    def ended(self) -> bool:
        """Whether the last modification that lists or de-lists takes the target off the list."""
        deciding = [one.kind for one in self.modifications if one.kind in {vocabulary().listed, vocabulary().ended}]
        return deciding[-1:] == [vocabulary().ended]

    @property
    def undated_end(self) -> bool:
        """Whether the target was taken off the list on a day that is not said."""
        last = [one for one in self.modifications if one.kind == vocabulary().ended][-1:]
        return self.ended and not last[0].on


def history_of(target: _Element) -> History:
    """Return the modifications of a target."""
    found, notes = [], []
    words = {vocabulary().listed, vocabulary().amended, vocabulary().ended}
    for element in children(target, "modification"):
        kind = attribute(element, "modification-type")
        if kind not in words:
            notes.append(Note("unknown_modification", kind, f'no meaning is known for "{kind}" as a modification'))
        printed = {name: attribute(element, name) for name in _DATES}
        for name, one in printed.items():
            if one and not iso_day(one):
                notes.append(Note("unreadable_date", one, f'"{one}" is no {name}'))
        found.append(Modification(kind, {name: day for name, one in printed.items() if (day := iso_day(one))}))
    found.reverse()
    return History(tuple(sorted(found, key=lambda one: one.on)), tuple(notes))


def stated_of(history: History) -> Iterator[Said]:
    """Yield the dates that a history states; those of stays before the last one are kept apart from its own."""
    last = _beginning_of_last_stay(history.modifications)
    for place, one in enumerate(history.modifications):
        for what, name in _kinds(one, earlier=place < last):
            yield StatedDate(what, one.dates[name], LIST, f"{one.kind} {name}")
    if history.undated_end:
        yield Note("undated_end", "", "the target was de-listed on a day that the file does not say")
    elif not history.modifications:
        yield Note("no_history", "", "the target has no modification, so that nothing says when it was listed")


def _kinds(one: Modification, *, earlier: bool) -> Iterator[tuple[str, str]]:
    """Yield what each date of a modification is, with its attribute."""
    if not one.on:
        return
    words = vocabulary()
    counting = next(name for name in _DATES if name in one.dates)
    kinds = {
        words.listed: EARLIER_LISTING if earlier else LISTING,
        words.ended: EARLIER_END if earlier else ENDED,
        words.amended: "amended",
    }
    if one.kind in kinds:
        yield kinds[one.kind], counting
    if one.kind in {words.listed, words.ended}:
        rest = (name for name in _DATES if name in one.dates and name != counting)
        yield from ((name.removesuffix("-date"), name) for name in rest)


def _beginning_of_last_stay(modifications: Sequence[Modification]) -> int:
    """Return the place of the modification with which the last stay on the list begins."""
    words = vocabulary()
    begins, standing = 0, False
    for place, one in enumerate(modifications):
        if one.kind == words.listed and not standing:
            begins, standing = place, True
        elif one.kind == words.ended:
            standing = False
    return begins

"""Gather the forms of names on one shelf: each distinct unit once, each distinct form once, each with its names."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from fasti.index.spelling import TOKEN_BITS
from fasti.index.tokens import MAX_TOKENS
from fasti.index.wording import Form, Unit
from fasti.model.errors import LedgerError

MOST_KEPT = 1 << 17
"""Units that are known by their identity; with more, all are looked up by what they hold again."""


def check_length(units: int) -> None:
    """Check that a form has no more units than a search keeps account of.

    Raises:
        LedgerError: It has.
    """
    if units > MAX_TOKENS:
        raise LedgerError(f"A form has {units} words, and the index takes {MAX_TOKENS}: shorten the name.")


@dataclass(slots=True)
class ShelfDraft:
    """What has been gathered for one shelf.

    Attributes:
        units: Each distinct unit, with the style of the forms that hold it, to its number.
        lengths: Units of each distinct form.
        members: Their numbers, form after form.
        form_of: Form of each pair of form and name.
        name_of: Name of each such pair.
    """

    units: dict[tuple[Unit, int], int] = field(default_factory=dict)
    lengths: "array[int]" = field(default_factory=lambda: array("I"))
    members: "array[int]" = field(default_factory=lambda: array("I"))
    form_of: "array[int]" = field(default_factory=lambda: array("I"))
    name_of: "array[int]" = field(default_factory=lambda: array("I"))
    _forms: dict[tuple[int, ...], int] = field(default_factory=dict)
    _met: dict[int, dict[int, int]] = field(default_factory=dict)
    _kept: list[Unit] = field(default_factory=list)

    def add(self, name: int, forms: Iterable[Form]) -> None:
        """Gather the forms of a name, given by number.

        Raises:
            LedgerError: There are more distinct units than the index can hold, or more in a form than it can search.
        """
        for form in forms:
            met = self._met.setdefault(form.style, {})
            numbers = tuple([met.get(id(unit), -1) for unit in form.units])
            if -1 in numbers:
                known = zip(form.units, numbers, strict=True)
                numbers = tuple([self._number(unit, form.style) if number < 0 else number for unit, number in known])
            number = self._forms.setdefault(numbers, len(self._forms))
            if number == len(self.lengths):
                self.lengths.append(len(numbers))
                self.members.extend(numbers)
            self.form_of.append(number)
            self.name_of.append(name)
        if len(self.units) >= 1 << TOKEN_BITS:
            raise LedgerError("The names hold more distinct words than one index can: split the ledger.")

    def _number(self, unit: Unit, style: int) -> int:
        """Return the number of a unit; one that is kept is known again by its identity, which is quicker to look up."""
        number = self.units.setdefault((unit, style), len(self.units))
        if len(self._kept) >= MOST_KEPT:
            self._met.clear()
            self._kept.clear()
        self._kept.append(unit)
        self._met.setdefault(style, {})[id(unit)] = number
        return number

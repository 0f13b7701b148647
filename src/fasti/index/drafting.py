"""Gather the forms of names on one shelf: each distinct unit once, each distinct form once, each with its names."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from fasti.index.spelling import TOKEN_BITS
from fasti.index.wording import Form, Unit
from fasti.model.errors import LedgerError


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
    _forms: dict[bytes, int] = field(default_factory=dict)

    def add(self, name: int, forms: Iterable[Form]) -> None:
        """Gather the forms of a name, given by number.

        Raises:
            LedgerError: There are more distinct units than the index can hold.
        """
        for form in forms:
            units = self.units
            numbers = array("I", [units.setdefault((unit, form.style), len(units)) for unit in form.units])
            number = self._forms.setdefault(numbers.tobytes(), len(self._forms))
            if number == len(self.lengths):
                self.lengths.append(len(numbers))
                self.members.extend(numbers)
            self.form_of.append(number)
            self.name_of.append(name)
        if len(self.units) >= 1 << TOKEN_BITS:
            raise LedgerError("The names hold more distinct words than one index can: split the ledger.")

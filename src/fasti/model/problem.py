"""A defect in data, as a value: it travels with the answer instead of stopping it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a defect matters to the answer it stands in."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One defect.

    Attributes:
        code: Stable identifier in snake_case, e.g. `unknown_tag`.
        message: One sentence for a person.
        where: Place of the defect: file and line, entry key, act id.
        severity: How much it matters.
    """

    code: str
    message: str
    where: str = ""
    severity: Severity = Severity.WARNING

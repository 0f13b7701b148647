"""What of the rulebook was wrong and what stands instead, as data: no change of the law, though answers changed."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from fasti.model.errors import BadInputError
from fasti.model.strict import unknown_keys


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing of ours that was wrong.

    Attributes:
        on: ISO date of the fix.
        fragment: Slug of its news fragment.
        subject: What was wrong: a rule, a group of acts, a reading.
        was: What was said before.
        stands: What stands instead.
        because: Why it was wrong.
        citation: Where the right reading is written.
    """

    on: str
    fragment: str
    subject: str
    was: str
    stands: str
    because: str
    citation: str


@cache
def load_fixes() -> tuple[Fix, ...]:
    """Return the fixes shipped with the package, by date."""
    return read_fixes(Path(__file__).with_name("fixes.toml").read_text(encoding="utf-8"))


def read_fixes(text: str) -> tuple[Fix, ...]:
    """Read fixes from TOML.

    Raises:
        BadInputError: The text breaks the schema, a date is none, or something is left blank.
    """
    import tomllib  # slow to import, and most questions need no calendar

    try:
        data = tomllib.loads(text)
        found = msgspec.convert(data.get("fixes", []), tuple[Fix, ...])
        blank = [one.subject or one.fragment for one in found if not all((one.was, one.stands, one.because))]
        faults = [*unknown_keys(data.get("fixes", []), tuple[Fix, ...]), *(data.keys() - {"fixes"}), *blank]
        days = sorted(found, key=lambda one: (date.fromisoformat(one.on), one.subject))
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError) as error:
        message = f"fixes.toml does not follow its schema: {error}."
        raise BadInputError(message) from error
    if faults:
        message = f"fixes.toml does not follow its schema: {', '.join(faults)}."
        raise BadInputError(message)
    return tuple(days)

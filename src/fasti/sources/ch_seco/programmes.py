"""Read which programme each set of sanctions belongs to, as the file declares it."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from fasti.sources.records.elements import attribute, children
from fasti.sources.records.wording import one_line

LANGUAGE = "eng"


@dataclass(frozen=True, slots=True)
class SanctionsSet:
    """A set of sanctions: some measures of a programme, and on whom they fall.

    Attributes:
        programme: Key of the programme, in English.
        title: What the set is, in English.
        origin: Whose sanctions the programme follows, e.g. `UN`.
    """

    programme: str
    title: str
    origin: str


Sets = Mapping[str, SanctionsSet]
"""Sets by their number."""


def sets_of(root: _Element) -> dict[str, SanctionsSet]:
    """Return the sets that a file declares."""
    found = {}
    for programme in children(root, "sanctions-program"):
        key, origin = _english(programme, "program-key"), _english(programme, "origin")
        for one in children(programme, "sanctions-set"):
            number = attribute(one, "ssid")
            if attribute(one, "lang") == LANGUAGE or number not in found:
                found[number] = SanctionsSet(key, one_line(one.text), origin)
    return found


def _english(programme: _Element, name: str) -> str:
    """Return a text of a programme in English, else the first in any language."""
    texts = [(attribute(one, "lang"), one_line(one.text)) for one in children(programme, name)]
    return next((text for language, text in texts if language == LANGUAGE), texts[0][1] if texts else "")

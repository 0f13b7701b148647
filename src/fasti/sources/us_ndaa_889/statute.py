"""Find, in the text of a public law, the clauses of section 889 that name somebody."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fasti.sources.gates import refuse
from fasti.sources.notices.blocks import refuse_other
from fasti.sources.records.wording import one_line

_SIDE_NOTE = re.compile(r"<<.*?>>", re.DOTALL)
_PAGE_MARK = re.compile(r"\[\[Page [^\]]*\]\]")
_BROKEN = re.compile(r"(?<=\w-)\n\s*(?=[a-z])")

Patterns = Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause that names entities.

    Attributes:
        tag: Where it stands, e.g. `889(f)(3)(A)`.
        text: The clause, verbatim but for line ends.
        names: The names in it.
        reach: Whom it takes in beside them.
        services: A clause that speaks of the same entities' services; empty if there is none.
    """

    tag: str
    text: str
    names: tuple[str, ...]
    reach: str
    services: str


def find_clauses(law: str, text: Patterns, name: str) -> list[Clause]:
    """Return the clauses that name somebody.

    Args:
        law: The text of the law.
        text: The patterns of `source.toml`.
        name: Of the file.

    Raises:
        RefusedError: It is another law, or the section or its definition is not there.
    """
    plain = _PAGE_MARK.sub("", _SIDE_NOTE.sub("", law))
    section = text["section"].search(plain)
    if not text["law"].search(one_line(law)) or section is None:
        refuse_other(name, "it is not the public law with section 889, whole from that section's heading to the next")
    definition = text["definition"].search(one_line(_BROKEN.sub("", section[1])))
    clauses = dict(text["clause"].findall(definition[0])) if definition else {}
    if definition is None or not clauses:
        refuse(name, "holds section 889 without the definition of covered equipment, so it was cut short or changed")
    services = next((one.strip() for one in clauses.values() if text["services"].search(one)), "")
    return list(_naming(clauses, f"889(f)({definition[1]})", services, text["names"]))


def _naming(clauses: Mapping[str, str], place: str, services: str, names: re.Pattern[str]) -> Iterator[Clause]:
    for letter, words in clauses.items():
        found = names.search(words)
        if found:
            listed = tuple(one for one in re.split(r",\s+or\s+|\s+or\s+|,\s+", found[1]) if one)
            yield Clause(f"{place}({letter})", words.strip(" ;"), listed, found[2], services.strip(" ;"))

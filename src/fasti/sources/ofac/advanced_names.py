"""Turn the documented names of OFAC's advanced format into names as OFAC's other formats print them."""

from collections.abc import Iterable, Sequence

from fasti.model.identity import Name, NameKind, Quality
from fasti.model.listing import Fact
from fasti.sources.drafting import Note
from fasti.sources.ofac.advanced_raw import NamePart, RawName
from fasti.sources.ofac.statements import Statement

KINDS = {"Name": NameKind.AKA, "A.K.A.": NameKind.AKA, "F.K.A.": NameKind.FKA, "N.K.A.": NameKind.NKA}
"""Types of alias; the party's own name is told by `Primary`."""

FAMILY = frozenset({"Last Name", "Maiden Name"})
GIVEN = frozenset({"First Name", "Middle Name", "Nickname"})
WHOLE = frozenset({"Entity Name", "Vessel Name", "Aircraft Name"})
FOLLOWING = frozenset({"Patronymic", "Matronymic"})
"""Parts that belong to what they follow: a mother's family name to the family's, a father's name to the given one."""

TOLD = {
    "Maiden Name": "maiden_name",
    "Nickname": "nickname",
    "Patronymic": "patronymic",
    "Matronymic": "matronymic",
}
"""Parts that the printed name does not show to be what they are, and the facts that say so."""

LATIN = frozenset({"", "Latn", "Latin"})


def name_statements(names: Iterable[RawName]) -> tuple[Statement, ...]:
    """Return the names, the party's own first, with what is to be said of them."""
    ordered = sorted(names, key=lambda name: (not name.primary, name.primary and not _is_latin(name.parts)))
    return tuple(statement for name in ordered for statement in _statements(name))


def print_name(parts: Sequence[NamePart]) -> str:
    """Return a name as OFAC prints it: family name first, a comma, the rest; other scripts without comma.

    >>> print_name([NamePart("Last Name", "Latn", "HANIYA"), NamePart("First Name", "Latn", "Ismail")])
    'HANIYA, Ismail'
    """
    if not _is_latin(parts):
        return " ".join(part.text for part in parts)
    sides: tuple[list[str], list[str]] = ([], [])
    given = False
    for part in parts:
        given = part.kind not in FAMILY and (part.kind not in FOLLOWING or given)
        sides[given].append(part.text)
    return ", ".join(" ".join(side) for side in sides if side)


def _statements(name: RawName) -> list[Statement]:
    text = print_name(name.parts)
    if not text:
        return [Note("empty_name", "", "a name has no words")]
    kind = NameKind.PRIMARY if name.primary else KINDS.get(name.kind, NameKind.AKA)
    found: list[Statement] = [Name(text, kind, Quality.WEAK if name.weak else Quality.STRONG)]
    scripts = list(dict.fromkeys(part.script for part in name.parts if part.script not in LATIN))
    found += [Fact("name_script", text, script) for script in scripts]
    found += [Fact(TOLD[part.kind], part.text) for part in name.parts if part.kind in TOLD]
    found += [Fact("alias_remark", f"{text}: {name.comment}")] if name.comment else []
    return found + _doubts(name)


def _doubts(name: RawName) -> list[Statement]:
    known = FAMILY | GIVEN | WHOLE | FOLLOWING
    strange = dict.fromkeys(part.kind for part in name.parts if part.kind not in known)
    doubts = [
        Note("unknown_name_part", kind, f'no meaning is known for the part "{kind}" of a name; it is taken as given')
        for kind in strange
    ]
    if name.kind not in KINDS:
        doubts.append(Note("unknown_alias_type", name.kind, f'no meaning is known for the alias type "{name.kind}"'))
    return list(doubts)


def _is_latin(parts: Sequence[NamePart]) -> bool:
    return all(part.script in LATIN for part in parts)

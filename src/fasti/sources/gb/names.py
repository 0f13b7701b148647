"""Read the names of the United Kingdom's lists: six parts, a type, at times a strength.

Source: FCDO and OFSI, change to the format of the lists, February 2022: Name 6 is the family name or the whole name,
Name 1 to Name 5 are what stands before it; a variation is another spelling of the primary name.
"""

from collections.abc import Sequence

from fasti.model.identity import Name, NameKind, PartyKind, Quality
from fasti.sources.drafting import Note
from fasti.sources.records.wording import joined, one_line

TYPES = {
    "primary name": NameKind.PRIMARY,
    "prime alias": NameKind.PRIMARY,
    "primary name variation": NameKind.AKA,
    "alias": NameKind.AKA,
    "aka": NameKind.AKA,
    "a.k.a": NameKind.AKA,
    "fka": NameKind.FKA,
    "f.k.a": NameKind.FKA,
}
STRENGTHS = {
    "": Quality.STRONG,
    "good": Quality.STRONG,
    "good quality": Quality.STRONG,
    "good quality a.k.a": Quality.STRONG,
    "low": Quality.WEAK,
    "low quality": Quality.WEAK,
    "low quality a.k.a": Quality.WEAK,
}
KINDS = {"individual": PartyKind.PERSON, "entity": PartyKind.ORGANIZATION, "ship": PartyKind.VESSEL}


def full_name(parts: Sequence[str], last: str) -> str:
    """Return a name in its natural order.

    Args:
        parts: Name 1 to Name 5.
        last: Name 6.

    >>> full_name(("Ada", "Norvik", "", "", ""), "ESTERLI")
    'Ada Norvik ESTERLI'
    """
    return joined(one_line(part) for part in (*parts, last))


def name_of(text: str, kind: str, strength: str) -> tuple[Name, tuple[Note, ...]]:
    """Return a name with the publisher's words for its type and strength, and the doubts about those words."""
    word, grade = _plain(kind), _plain(strength)
    notes = [
        Note("unknown_alias_type", printed, f'no meaning is known for "{printed}" as the type or strength of a name')
        for printed, known in ((kind, word in TYPES), (strength, grade in STRENGTHS))
        if not known
    ]
    return Name(text, TYPES.get(word, NameKind.AKA), STRENGTHS.get(grade, Quality.STRONG)), tuple(notes)


def in_order(names: Sequence[Name]) -> tuple[Name, ...]:
    """Return each name once: primary ones first, all in published order."""
    distinct = dict.fromkeys(names)
    return tuple(sorted(distinct, key=lambda name: name.kind is not NameKind.PRIMARY))


def kind_of(word: str) -> tuple[PartyKind, tuple[Note, ...]]:
    """Return what sort of party the publisher's word means, and the doubt if it is not known."""
    kind = KINDS.get(_plain(word), PartyKind.UNKNOWN)
    if kind is PartyKind.UNKNOWN:
        return kind, (Note("unknown_kind", word, f'no meaning is known for the kind "{word}"'),)
    return kind, ()


def _plain(word: str) -> str:
    """Return a word as it stands in the tables: the publisher's own capitals and final stops vary."""
    return one_line(word).casefold().rstrip(".")

"""Which entries a case of a rule speaks of: by what the entry says, who it is, and which acts name it.

A condition that is empty in every part fits every entry.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Says:
    """Something the entry must say: a fact of one kind, in any of the wordings given.

    Attributes:
        what: Kind of fact, e.g. `measure`, `directive`, `license_requirement`, `footnote`; `remarks` is the free text.
        texts: Patterns for the publisher's words, any of them; empty means any words. `*` stands for anything, and
            upper and lower case are one.
        values: Normalised values, any of them, compared whole; empty means any.
    """

    what: str
    texts: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """Which entries a case speaks of; every given key must hold.

    Attributes:
        named_in: Id of an act that names the entry (an Annex, a footnote's list).
        unless_listed_on: A list that must not show the party at the same time.
        if_listed_on: A list that must show the party at the same time.
        basis: Legal bases of the spell, any of them; `*` stands for anything, empty means every basis.
        kinds: Kinds of party (`individual`, `organization`, `vessel`, ...), any of them.
        says: What the entry must say; all of them.
        silent: What the entry must not say; none of them.
        listed_from: The listing takes effect on or after this ISO date.
        listed_before: The listing takes effect before this ISO date.
    """

    named_in: str | None = None
    unless_listed_on: str | None = None
    if_listed_on: str | None = None
    basis: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    says: tuple[Says, ...] = ()
    silent: tuple[Says, ...] = ()
    listed_from: str | None = None
    listed_before: str | None = None

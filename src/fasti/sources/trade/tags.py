"""Which list and legal basis a label of a trade list stands for, as the list's own source says."""

from collections.abc import Sequence

from fasti.model.listing import Membership
from fasti.sources.description import Description, describe
from fasti.sources.drafting import Note


def sole_membership(list_id: str) -> Membership:
    """Return the membership of a list that knows one legal basis only."""
    rule = describe(list_id).rules[0]
    return Membership(rule.list, rule.basis, rule.basis)


def programme_memberships(list_id: str, programmes: Sequence[str]) -> tuple[tuple[Membership, ...], tuple[Note, ...]]:
    """Return the memberships that programmes give on a list, and a note for each that is not known.

    An unknown programme gives one all the same: the file is the list. So does none at all.
    """
    known = bases(describe(list_id))
    names = [one for one in programmes if one] or [""]
    found = tuple(Membership(list_id, known.get(one, one), known.get(one, one)) for one in names)
    unknown = [one for one in names if one not in known]
    message = "no programme of the name {!r} is known; it is kept as the legal basis"
    return found, tuple(Note("unknown_tag", one, message.format(one)) for one in unknown)


def bases(source: Description) -> dict[str, str]:
    """Return each tag of a source with its legal basis."""
    return {rule.tag: rule.basis for rule in source.rules}

"""Which lists an entry stands on, by the publisher's tags and the directives the entry names."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from fasti.model.listing import Fact, Membership
from fasti.sources.description import Description, TagRule
from fasti.sources.drafting import Note
from fasti.sources.ofac.statements import Directive

OTHER = "other_tag"
FOREIGN = "foreign_tags"
NO_LIST = "entry_without_list"


@dataclass(frozen=True, slots=True)
class Assigned:
    """What the tags of an entry come to.

    Attributes:
        memberships: Sorted.
        facts: Tags that stand for something else.
        notes: Doubts.
    """

    memberships: tuple[Membership, ...]
    facts: tuple[Fact, ...]
    notes: tuple[Note, ...]


def assign(tags: Sequence[str], directives: Collection[Directive], source: Description) -> Assigned:
    """Map the tags of one entry to lists, many to many.

    Args:
        tags: As published.
        directives: Directives and measures that the entry names.
        source: Says what the tags mean.
    """
    members = {tag: _memberships(tag, directives, source.rules) for tag in tags}
    others = [tag for tag in tags if not members[tag]]
    found = {one for memberships in members.values() for one in memberships}
    notes = [note for tag in others for note in _doubts(tag, source)]
    if source.keeps_unknown:
        kept = [tag for tag in others or [""] if not found or (tag and tag not in source.companions)]
        found |= {Membership(source.keeps_unknown, tag, tag) for tag in kept}
        others = [tag for tag in others if tag not in kept]
    if tags and source.foreign.issuperset(tags):
        notes.append(Note(FOREIGN, "", "the entry has tags of other lists only"))
    elif not found and not notes:
        notes.append(Note(NO_LIST, "", "no tag of the entry stands for a list of this publication"))
    return Assigned(tuple(sorted(found)), tuple(Fact(OTHER, tag) for tag in others), tuple(notes))


def _memberships(tag: str, directives: Collection[Directive], rules: Sequence[TagRule]) -> set[Membership]:
    return {
        Membership(rule.list, basis, rule.basis)
        for rule in rules
        if rule.tag == tag
        for basis in _bases(rule, directives)
    }


def _bases(rule: TagRule, directives: Collection[Directive]) -> list[str]:
    """Return the legal bases a rule finds: the tag's, or one for each directive that the rule is about."""
    if any(one.order == rule.unless_order for one in directives):
        return []
    if not rule.order:
        return [rule.basis]
    named = [one.number for one in directives if one.order == rule.order]
    if not rule.directives:
        return [rule.basis] if named else []
    return [f"{rule.basis}/{number}" for number in named if number in rule.directives]


def _doubts(tag: str, source: Description) -> list[Note]:
    """Return the doubt about a tag that gave no membership, if nothing explains it."""
    if tag in source.companions or tag in source.foreign:
        return []
    if tag in source.unlisted:
        return [Note("list_not_held", tag, f"the catalogue has no list for the tag {tag}: {source.unlisted[tag]}")]
    if any(rule.tag == tag for rule in source.rules):
        return [Note("unmapped_tag", tag, f"the tag {tag} stands without a directive that says which list is meant")]
    return [Note("unknown_tag", tag, f"no list is known for the tag {tag}")]

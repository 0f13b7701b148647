"""Links that the lists themselves state of the parties found: parents, subsidiaries and "Linked To", without a share.

A list says that there is a link, not how large it is: it is never taken for the whole.
"""

from collections.abc import Iterator

from fasti.ledger.parties import party_history
from fasti.model.history import EntryHistory
from fasti.model.listing import Fact
from fasti.ownership.stakes import Stake, StakeBook
from fasti.workflows.matching import Matcher
from fasti.workflows.owners import found_parties

DOWN = frozenset({"subsidiary"})
"""Facts that name what the entry owns."""

UP = frozenset({"parent_company", "vessel_owner"})
"""Facts that name who owns the entry."""

LINKED = "linked_to"
"""A fact that names another entry, by its key or, on OFAC's lists, by its name; elsewhere it is prose and no name."""

OFAC = "ofac:"


def stated_links(matcher: Matcher, book: StakeBook) -> list[Stake]:
    """Return the links that visible list entries of the parties in the stakes state."""
    links = dict.fromkeys(
        link
        for node, found in found_parties(matcher, book)
        for one in found
        for entry in party_history(matcher.evidence, one.keys).entries
        for link in links_of_entry(entry, book.names[node])
    )
    return list(links)


def links_of_entry(entry: EntryHistory, name: str) -> Iterator[Stake]:
    """Yield the links that one entry states of the party named.

    Args:
        entry: The entry.
        name: The party as the stakes name it.
    """
    for fact in entry.listing.facts if entry.listing is not None else ():
        ends = _ends(fact, entry.key, name)
        if ends is not None and ends[0] != ends[1]:
            yield Stake(
                *ends, hint=f"{entry.list} states it: {fact.what}", source=f"{entry.list} {entry.key}", link=True
            )


def _ends(fact: Fact, key: str, name: str) -> tuple[str, str] | None:
    """Return owner and owned as a fact names them; `None` if it names neither."""
    if fact.what in DOWN:
        return name, fact.text
    if fact.what in UP:
        return fact.text, name
    if fact.what == LINKED and (fact.value or key.startswith(OFAC)):
        return fact.value or fact.text, name
    return None

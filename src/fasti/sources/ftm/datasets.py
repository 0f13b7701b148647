"""Which lists an entity stands on, by the datasets it comes from and the programmes it is under."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from fasti.model.listing import Listing, Membership
from fasti.sources.description import Description
from fasti.sources.drafting import Draft, Note

_OTHER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground for a place on a list.

    Attributes:
        dataset: Name or title of the dataset.
        programme: Programme as printed; empty if not said.
        programme_id: Its id in the exchange's own vocabulary, or the publisher's tag; empty if not said.
    """

    dataset: str
    programme: str = ""
    programme_id: str = ""


def memberships(grounds: Iterable[Ground], source: Description) -> tuple[Membership, ...]:
    """Return the places on lists that grounds give; a dataset that `source.toml` does not map gives none."""
    lists = {rule.tag: rule.list for rule in source.rules}
    found = set()
    for ground in grounds:
        narrow = f"{ground.dataset}/{ground.programme_id}"
        list_id = lists.get(narrow) or lists.get(ground.dataset)
        if list_id:
            basis = ground.programme or ground.programme_id or ground.dataset
            found.add(Membership(list_id, basis, ground.programme_id or ground.dataset))
    return tuple(sorted(found))


def of_dataset(draft: Draft, name: str) -> Draft:
    """Return a draft in the series of a dataset, so that several live side by side and are never compared.

    Args:
        draft: As read.
        name: Name or title of the dataset; without a letter or digit it makes no series.
    """
    label = _OTHER.sub("_", name.casefold()).strip("_")
    return replace(draft, series=f"{draft.series}/{label}") if label else draft


def only_dataset(listings: Iterable[Listing]) -> str:
    """Return the dataset that every entity of a file comes from, and no other; empty if there are several."""
    found = {fact.text for listing in listings for fact in listing.facts if fact.what == "dataset"}
    return found.pop() if len(found) == 1 else ""


def doubts(datasets: Iterable[str], source: Description) -> tuple[Note, ...]:
    """Return a doubt for each dataset that no list is known for."""
    known = {rule.tag.partition("/")[0] for rule in source.rules} | source.unlisted.keys()
    return tuple(
        Note("unknown_dataset", name, f"no list is known for the dataset {name}, so it gives no place on one")
        for name in dict.fromkeys(datasets)
        if name not in known
    )

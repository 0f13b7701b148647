"""Which lists an entity stands on, by the datasets it comes from and the programmes it is under."""

from collections.abc import Iterable
from dataclasses import dataclass

from fasti.model.listing import Membership
from fasti.sources.description import Description
from fasti.sources.drafting import Note


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


def doubts(datasets: Iterable[str], source: Description) -> tuple[Note, ...]:
    """Return a doubt for each dataset that no list is known for."""
    known = {rule.tag.partition("/")[0] for rule in source.rules} | source.unlisted.keys()
    return tuple(
        Note("unknown_dataset", name, f"no list is known for the dataset {name}, so it gives no place on one")
        for name in dict.fromkeys(datasets)
        if name not in known
    )

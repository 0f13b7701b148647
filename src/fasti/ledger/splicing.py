"""Decides how the spans of a part change when one more edition is put among those already there, in any order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span over editions named by their place in the log; closed-open, `end` is `None` if it reaches the newest."""

    key: str
    content: str
    start: int
    end: int | None


@dataclass(frozen=True, slots=True)
class Splice:
    """Stretches to take out, and those to put in."""

    removed: tuple[Stretch, ...]
    added: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The stretches that cover the edition before or after the new one, by key."""

    seq: int
    held: Mapping[str, Stretch]


def splice(before: Neighbour | None, after: Neighbour | None, held: Mapping[str, str], seq: int) -> Splice:
    """Return the change that puts an edition between its neighbours, keeping every span maximal.

    Args:
        before: The edition just before it in order that holds the part; `None` if it is the first.
        after: The one just after it; `None` if it is the newest.
        held: Key to content hash in the new edition.
        seq: Place of the new edition in the log.
    """
    was = before.held if before else {}
    removed: list[Stretch] = []
    added: list[Stretch] = []
    for key, old in was.items():
        if held.get(key) != old.content:
            removed.append(old)
            added.extend(_without(old, seq, after))
    for key, content in held.items():
        old_one = was.get(key)
        if old_one is not None and old_one.content == content:
            continue
        later = after.held.get(key) if after else None
        if later is not None and later.content == content:
            removed.append(later)
            added.append(Stretch(key, content, seq, later.end))
        else:
            added.append(Stretch(key, content, seq, after.seq if after else None))
    return Splice(tuple(removed), tuple(added))


def _without(old: Stretch, seq: int, after: Neighbour | None) -> Iterator[Stretch]:
    """Cut an edition out of a stretch: what lies before it, and what lies after it if the stretch went on."""
    yield Stretch(old.key, old.content, old.start, seq)
    if after is not None and after.held.get(old.key) == old:
        yield Stretch(old.key, old.content, after.seq, old.end)

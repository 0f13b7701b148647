"""Decides what differs between two editions: which entries came, went and changed, and which of their fields."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import Field, dataclass, fields

from fasti.ledger.sketching import Sketch
from fasti.model.difference import FieldChange
from fasti.model.identity import Identifier, Name
from fasti.model.listing import Address, Fact, Listing, Membership, StatedDate

Value = Name | Membership | Identifier | StatedDate | Fact | Address

GROUPED_BY = {
    "names": "kind",
    "memberships": "list",
    "identifiers": "scheme",
    "stated": "what",
    "facts": "what",
    "addresses": "",
}
"""Fields of many values, and what tells the kinds of value apart."""


@dataclass(frozen=True, slots=True)
class Diff:
    """What turns one edition's contents into another's.

    Attributes:
        added: Key to content hash of the entries that came.
        removed: Key to the content hash they had, of the entries that went.
        amended: Key to content hash before and after, of those that changed.
    """

    added: Mapping[str, str]
    removed: Mapping[str, str]
    amended: Mapping[str, tuple[str, str]]


def diff(before: Mapping[str, str], after: Mapping[str, str]) -> Diff:
    """Return the difference between two mappings of key to content hash, sorted by key.

    >>> diff({"a": "1", "b": "2"}, {"b": "3", "c": "4"})
    Diff(added={'c': '4'}, removed={'a': '1'}, amended={'b': ('2', '3')})
    """
    both = sorted(before.keys() & after.keys())
    return Diff(
        added={key: after[key] for key in sorted(after.keys() - before.keys())},
        removed={key: before[key] for key in sorted(before.keys() - after.keys())},
        amended={key: (before[key], after[key]) for key in both if before[key] != after[key]},
    )


def apply(before: Mapping[str, str], change: Diff) -> dict[str, str]:
    """Return what `before` becomes by a difference that starts from it.

    >>> apply({"a": "1", "b": "2"}, diff({"a": "1", "b": "2"}, {"b": "3", "c": "4"}))
    {'b': '3', 'c': '4'}
    """
    kept = {key: content for key, content in before.items() if key not in change.removed}
    return kept | {key: content for key, (_, content) in change.amended.items()} | dict(change.added)


def field_changes(before: Listing, after: Listing) -> tuple[FieldChange, ...]:
    """Return what changed within an entry, in the order of its fields.

    Where one value of a kind went and one came, they stand in one line as before and after; else each has its own,
    because nothing says which became which. A field in which only the order changed stands as a whole.
    """
    return tuple(
        change
        for one in fields(Listing)
        if (old := getattr(before, one.name)) != (new := getattr(after, one.name))
        for change in _changes(one.name, old, new)
    )


def field_labels(listing: Listing | Sketch, names: Collection[str] = GROUPED_BY.keys()) -> set[str]:
    """Return the labels under which `field_changes` would tell of the values of some fields, or of all."""
    labels: set[str] = set()
    for field, by in GROUPED_BY.items():
        values = getattr(listing, field) if field in names else ()
        if values:
            labels.update([f"{field}.{getattr(value, by)}" for value in values] if by else [field])
    return labels


def _changes(field: str, old: object, new: object) -> Iterator[FieldChange]:
    """Yield the changes of one field, whose values differ."""
    if not (isinstance(old, tuple) and isinstance(new, tuple)):
        yield FieldChange(field, str(old) or None, str(new) or None)
        return
    gone = _grouped(field, (one for one in old if one not in new))
    come = _grouped(field, (one for one in new if one not in old))
    for label in sorted(gone.keys() | come.keys()):
        yield from _paired(label, gone.get(label, []), come.get(label, []))
    if not gone and not come:
        yield FieldChange(field, _joined(old), _joined(new))


def _grouped(field: str, values: Iterable[Value]) -> dict[str, list[str]]:
    """Return the values in words, by field and kind of value."""
    by = GROUPED_BY[field]
    groups: dict[str, list[str]] = {}
    for value in values:
        label = f"{field}.{getattr(value, by)}" if by else field
        groups.setdefault(label, []).append(in_words(value, by))
    return groups


def _paired(label: str, gone: list[str], come: list[str]) -> Iterator[FieldChange]:
    if len(gone) == len(come) == 1:
        yield FieldChange(label, gone[0], come[0])
        return
    yield from (FieldChange(label, text, None) for text in gone)
    yield from (FieldChange(label, None, text) for text in come)


def in_words(value: Value, leaving_out: str) -> str:
    """Return a value's fields in words: the first, and the rest in brackets, each once; one field may be left out.

    >>> from fasti.model.identity import Identifier
    >>> in_words(Identifier("passport", "K1234", "Syria"), "scheme")
    'K1234 (Syria)'
    """
    told = (getattr(value, one.name) for one in fields(value) if one.name != leaving_out and not _default(value, one))
    first, *rest = dict.fromkeys(str(text) for text in told) or ("",)
    return f"{first} ({', '.join(rest)})" if rest else first


def _default(value: Value, field: Field[object]) -> bool:
    return bool(getattr(value, field.name) == field.default)


def _joined(values: tuple[Value, ...]) -> str:
    return "; ".join(in_words(value, "") for value in values)

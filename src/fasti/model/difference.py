"""What differs between two moments: entries that came, went and changed, and changes that many share."""

from dataclasses import dataclass

from fasti.model.answer import Run


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one entry before and after."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class EntryChange:
    """One entry that differs between two editions or dates."""

    key: str
    caption: str
    kind: str
    on: str | None
    changes: tuple[FieldChange, ...]
    reason: str | None


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """One change that many entries share.

    Attributes:
        kind: `mass_amendment`, or `drift` where a whole edition gained or lost a field: not observed, not removed.
        field: What changed.
        before: Value before; `None` if it differs from entry to entry or was absent.
        after: Value after; likewise.
        count: Number of entries.
        members: Their keys, sorted.
    """

    kind: str
    field: str
    before: str | None
    after: str | None
    count: int
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListDifference:
    """What changed on one list; every field as `DiffAnswer` has it.

    Attributes:
        list: List id.
    """

    list: str
    editions: tuple[str, ...]
    added: tuple[EntryChange, ...]
    removed: tuple[EntryChange, ...]
    blips: tuple[EntryChange, ...]
    amended: tuple[EntryChange, ...]
    groups: tuple[ChangeGroup, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.added or self.removed or self.blips or self.amended or self.groups)


@dataclass(frozen=True, slots=True)
class LedgerDiffAnswer:
    """Answer of `fasti diff all`.

    Attributes:
        lists: The lists on which something changed, by id.
        unchanged: The lists of which editions were compared, or acts looked at, and nothing changed.
    """

    schema: str
    notice: str
    from_: str
    to: str
    lists: tuple[ListDifference, ...]
    unchanged: tuple[str, ...]
    run: Run


@dataclass(frozen=True, slots=True)
class DiffAnswer:
    """Answer of `fasti diff`; everything sorted by key.

    Attributes:
        added: Entries that came.
        removed: Entries that went.
        blips: Entries that the later edition lacks and the next one has again.
        amended: Entries that changed, each with the changes that are its own; a party that its publisher gave another
            key stands here, under the new one, with a change of `key`.
        groups: Changes that many entries share.
    """

    schema: str
    notice: str
    subject: str
    from_: str
    to: str
    editions: tuple[str, ...]
    added: tuple[EntryChange, ...]
    removed: tuple[EntryChange, ...]
    blips: tuple[EntryChange, ...]
    amended: tuple[EntryChange, ...]
    groups: tuple[ChangeGroup, ...]
    run: Run

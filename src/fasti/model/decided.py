"""The answer of `fasti decide`: what was recorded, and who the two keys are now."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SubjectView:
    """One of the two keys.

    Attributes:
        key: As decided on.
        caption: Name of the party.
        party_id: The party that the key leads to now.
        keys: Every key of that party.
    """

    key: str
    caption: str
    party_id: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecideAnswer:
    """Answer of `fasti decide`.

    Attributes:
        schema: Name and version of this form.
        kind: `same_as` or `not_same_as`.
        why: The reason, kept in the log.
        decided_by: Who decided.
        head: Place and hash of the newest log entry.
        subjects: The two keys, sorted.
    """

    schema: str
    kind: str
    why: str
    decided_by: str
    head: str
    subjects: tuple[SubjectView, ...]

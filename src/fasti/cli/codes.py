"""The exit codes of the command line, and the conditions that a caller may set."""

from enum import IntEnum, StrEnum


class Exit(IntEnum):
    """The stable exit codes of the command line."""

    DONE = 0
    HELD = 1
    WRONG_USE = 2
    BAD_INPUT = 3
    UNAVAILABLE = 4
    NOT_CONSULTED = 5
    INTERNAL = 70
    INTERRUPTED = 130


class FailOn(StrEnum):
    """Conditions on which `check` exits with 1."""

    LISTED = "listed"
    EFFECT = "effect"
    MATCH = "match"


class FailOnRow(StrEnum):
    """Conditions on which `screen` exits with 1."""

    MATCH = "match"
    POSSIBLE = "possible"

"""The one tree of exceptions: misuse and failures that stop a command.

Defects in data are not exceptions but `fasti.model.problem.Problem` values. Each class names the exit
code that the command line gives it, so that surfaces need no table of their own.

    FastiError
    +-- UsageError              the request makes no sense (exit 2)
    +-- BadInputError           a file, ledger or article cannot be used (exit 3)
    |   +-- RefusedError        an edition was refused at the door
    |   +-- LedgerError         the ledger is damaged, foreign or of a newer version
    +-- UnavailableError        a source or folder could not be had (exit 4)
"""


class FastiError(Exception):
    """Base of every error Fasti raises on purpose; `str()` is one sentence for a person."""

    exit_code = 2


class UsageError(FastiError):
    """The caller asked for something that cannot be answered: a bad date, an unknown list."""

    exit_code = 2


class BadInputError(FastiError):
    """Input data cannot be used as it is."""

    exit_code = 3


class RefusedError(BadInputError):
    """An edition was refused at the door; the ledger is untouched."""


class LedgerError(BadInputError):
    """The ledger is damaged, not a ledger, or written by a newer version."""


class UnavailableError(FastiError):
    """A path, network source or lock could not be had."""

    exit_code = 4

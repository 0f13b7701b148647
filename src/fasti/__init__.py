"""Fasti: which restriction lists a party was on, on any date, what that forbade, and why - with the evidence.

>>> import fasti
>>> answer = fasti.check(fasti.Settings.from_environment(), fasti.CheckRequest("Xiaomi"))  # doctest: +SKIP
>>> answer.verdict  # doctest: +SKIP
'incomplete'
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fasti.model.answer import CheckAnswer, IngestAnswer, ListAnswer
    from fasti.model.errors import FastiError
    from fasti.model.problem import Problem
    from fasti.model.vantage import Vantage
    from fasti.workflows.asking import CheckRequest
    from fasti.workflows.bulk.records import screen
    from fasti.workflows.checking import check
    from fasti.workflows.demonstration import demo
    from fasti.workflows.differences import diff
    from fasti.workflows.ingesting import ingest
    from fasti.workflows.inventory import sources
    from fasti.workflows.listings import list_entries
    from fasti.workflows.owning import OwnershipRequest, reached
    from fasti.workflows.settings import Settings
    from fasti.workflows.syncing import sync
    from fasti.workflows.timelines import timeline
    from fasti.workflows.verification import verify

__all__ = [
    "CheckAnswer",
    "CheckRequest",
    "FastiError",
    "IngestAnswer",
    "ListAnswer",
    "OwnershipRequest",
    "Problem",
    "Settings",
    "Vantage",
    "check",
    "demo",
    "diff",
    "ingest",
    "list_entries",
    "reached",
    "screen",
    "sources",
    "sync",
    "timeline",
    "verify",
]

_HOME = {
    "CheckAnswer": "fasti.model.answer",
    "CheckRequest": "fasti.workflows.asking",
    "FastiError": "fasti.model.errors",
    "IngestAnswer": "fasti.model.answer",
    "ListAnswer": "fasti.model.answer",
    "OwnershipRequest": "fasti.workflows.owning",
    "Problem": "fasti.model.problem",
    "Settings": "fasti.workflows.settings",
    "Vantage": "fasti.model.vantage",
    "check": "fasti.workflows.checking",
    "demo": "fasti.workflows.demonstration",
    "diff": "fasti.workflows.differences",
    "ingest": "fasti.workflows.ingesting",
    "list_entries": "fasti.workflows.listings",
    "reached": "fasti.workflows.owning",
    "screen": "fasti.workflows.bulk.records",
    "sources": "fasti.workflows.inventory",
    "sync": "fasti.workflows.syncing",
    "timeline": "fasti.workflows.timelines",
    "verify": "fasti.workflows.verification",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that `import fasti` costs nothing."""
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    message = f"module 'fasti' has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)

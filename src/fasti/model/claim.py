"""A claim about a party, taken apart into what can be checked, and the verdict on it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fasti.model.act import ActKind
from fasti.model.conduct import Conduct


class ClaimVerdict(StrEnum):
    """What the record makes of a claim."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly_supported"
    REFUTED = "refuted"
    NOT_SUPPORTED = "not_supported"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a text says; the slots given are what is checked.

    Attributes:
        said: The claim in words.
        source_kind: Where it was read, e.g. `press`.
        published: When.
        subject: Name or key of the party.
        list: List it is about.
        deadline: The date by which something would have to be done.
        forbids: Acts it says are forbidden.
        happened: Kind of act it says took place.
        actor: Who it says did that.
    """

    said: str
    source_kind: str
    published: date
    subject: str
    list: str
    deadline: date | None = None
    forbids: tuple[Conduct, ...] = ()
    happened: tuple[ActKind, ...] = ()
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on a claim.

    Attributes:
        verdict: What the record makes of it.
        record: What the record says.
        difference: Where the two part, in a sentence; empty if nowhere.
        citation: Where the record is written.
    """

    verdict: ClaimVerdict
    record: str
    difference: str
    citation: str

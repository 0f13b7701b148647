"""Events that the user dates (something blocked, something rejected): which there are, and which started no period."""

from collections.abc import Iterable, Sequence
from datetime import date

from fasti.model.answer import PartyAnswer
from fasti.model.errors import UsageError
from fasti.model.problem import Problem, Severity
from fasti.regimes.deadlines import event_kinds
from fasti.regimes.rule import Rulebook

Dated = tuple[str, date]


def check_events(events: Iterable[Dated], rulebook: Rulebook) -> None:
    """Refuse kinds of events from which no rule counts.

    Raises:
        UsageError: A kind is unknown; the sentence lists what there is.
    """
    asked = {kind for kind, _ in events}
    kinds = event_kinds(rulebook) if asked else ()
    unknown = sorted(asked - set(kinds))
    if unknown:
        message = f"{unknown[0]} is no event that a rule counts from: use one of {', '.join(kinds)}."
        raise UsageError(message)


def unheeded(events: Sequence[Dated], parties: Sequence[PartyAnswer]) -> frozenset[Problem]:
    """Return one problem for each event from which nothing falls due, so that silence is not read as no duty."""
    counted = {due.event for party in parties for one in party.standings for due in one.deadlines}
    return frozenset(
        Problem(
            "event_without_deadline",
            f"Nothing is counted from {kind} on {on}: no duty of a list shown bound on that day; look at the steps",
            f"{kind}={on}",
            Severity.WARNING,
        )
        for kind, on in events
        if parties and f"{kind}={on}" not in counted
    )

"""The policy `backtest`: whether an earlier vantage reads what was public by then, or what was recorded here."""

from collections.abc import Mapping
from dataclasses import replace

from fasti.model.errors import UsageError
from fasti.model.moment import Moment
from fasti.model.vantage import Vantage
from fasti.regimes.policies import BACKTEST, RECORD
from fasti.workflows.opening import Ledger


def recorded_by(ledger: Ledger, vantage: Vantage, policies: Mapping[str, str]) -> Vantage:
    """Return the vantage with its head put back to what was recorded by `known_at`, if the policy says so.

    A date for `known_at` takes in what was recorded by its end in UTC, the zone of our clock.

    Raises:
        UsageError: Nothing was recorded by then.
    """
    if policies.get(BACKTEST) != RECORD:
        return vantage
    until = vantage.known_until("UTC")
    log = ledger.store.log(vantage.head)
    places = [entry.seq for entry in log if entry.recorded_at <= until]
    if not places:
        first = f"; the first entry is of {Moment.of(log[0].recorded_at, 'UTC').on}" if log else ""
        message = (
            f"Nothing had been recorded here by {vantage.known_at.isoformat()}{first}: "
            f"give a later --known-at, or leave {BACKTEST} at its default."
        )
        raise UsageError(message)
    return replace(vantage, head=max(places))

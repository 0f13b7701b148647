"""Cuts of the logs that this process was asked about last: what is the same for every question is worked out once.

A cut is of one log and of what of it counts, so that a log that grew is cut anew, and so is one at a vantage at which
anything more or less is visible.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from fasti.ledger.act_index import ActIndex, index_acts
from fasti.ledger.evidence import Derived, Evidence
from fasti.ledger.store import Store
from fasti.ledger.view import Losses, View, Visible, cut, visible_at
from fasti.ledger.whole_log import WholeLog, whole_log
from fasti.model.catalog import Catalog
from fasti.model.entry import LogEntry
from fasti.model.vantage import Vantage

LOGS = 8
"""Logs, each up to some head, that are remembered."""
CUTS = 32
"""Cuts of one log that are remembered: with a chronicle and a hundred editions some hundred kilobytes each."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One cut of a log: what no store is needed for."""

    view: View
    acts: ActIndex
    derived: Derived


@dataclass(frozen=True, slots=True)
class Cuts:
    """The cuts of one log.

    Attributes:
        log: The log.
        whole: What it says whatever the vantage.
        known: By what of it counts.
    """

    log: Sequence[LogEntry]
    whole: WholeLog
    known: dict[Visible, Cut] = field(default_factory=dict)

    def at(self, vantage: Vantage, losses: Losses) -> Cut:
        """Return the cut at a vantage, made if there is none of just what is visible from it."""
        visible = visible_at(self.whole, vantage)
        found = self.known.pop(visible, None)
        if found is None:
            view = cut(self.whole, visible, vantage, losses)
            found = Cut(view, index_acts(view.acts), Derived())
        self.known[visible] = found
        for oldest in [*self.known][:-CUTS]:
            self.known.pop(oldest, None)
        return found if found.view.vantage == vantage else replace(found, view=replace(found.view, vantage=vantage))


_cuts: dict[tuple[int, str], Cuts] = {}


def evidence_from(
    log: Sequence[LogEntry], vantage: Vantage, catalog: Catalog, losses: Losses, store: Store
) -> Evidence:
    """Return the evidence visible from a vantage.

    Args:
        log: Entries in order, already cut at `vantage.head`. If it is the very sequence that was given before, what
            was worked out from it is taken.
        vantage: From where.
        catalog: Lists and sources.
        losses: Number of entries of one edition that a later one of its series lacks.
        store: Where the log and its listings lie.

    Raises:
        LedgerError: An edition is of a source that the catalogue does not have.
    """
    head = (log[-1].seq, log[-1].hash) if log else (0, "")
    cuts = _cuts.pop(head, None)
    if cuts is None or cuts.log is not log or cuts.whole.catalog is not catalog:
        cuts = Cuts(log, whole_log(log, catalog))
    _cuts[head] = cuts
    for oldest in [*_cuts][:-LOGS]:
        _cuts.pop(oldest, None)
    found = cuts.at(vantage, losses)
    return Evidence(found.view, store, found.acts, found.derived)

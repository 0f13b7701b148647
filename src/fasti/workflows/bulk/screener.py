"""Screens parties asked for against one ledger at one vantage: the same answers as `check`, many at a time.

What was found out about a listed party is kept, so that the next row that hits it costs nothing.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from fasti.ledger.coverage import ListState, list_states
from fasti.ledger.evidence import Evidence
from fasti.ledger.parties import party_history
from fasti.model.answer import Run
from fasti.model.history import EntryHistory
from fasti.model.screened import ListedAs, ScreenedRow, ScreenHit, ScreenQuery
from fasti.model.standing import LIVE
from fasti.regimes.question import law_at
from fasti.regimes.rulebook import load_rulebook
from fasti.regimes.selecting import Selection, earliest, select
from fasti.screening.name_v1 import MATCH
from fasti.workflows.asking import SCORER, check_lists, evidence_at, query_of, vantage_of
from fasti.workflows.asking import CheckRequest as _Asking
from fasti.workflows.bulk.asked import Asked
from fasti.workflows.bulk.finding import Finder
from fasti.workflows.bulk.request import ScreenRequest
from fasti.workflows.correcting import corrections_in, everyone
from fasti.workflows.indexing import Tell
from fasti.workflows.matching import REMEMBERED, Found, Matcher
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.running import Findings, make_run
from fasti.workflows.settings import Settings


@dataclass(frozen=True, slots=True)
class _Brief:
    """What is said of one listed party in every row that hits it."""

    party_id: str
    keys: tuple[str, ...]
    caption: str
    kind: str
    lists: tuple[ListedAs, ...]
    live: bool


Answered = ScreenedRow | Asked
"""What becomes of a row: told in full, or the row as it is where nothing is found and nothing amiss."""


@dataclass(slots=True)
class Screener:
    """One ledger at one vantage, ready to be asked.

    Attributes:
        request: The question, fixed in time.
        evidence: What is visible.
        states: How each list consulted stands.
        silent: Verdict of a row without a hit.
    """

    request: ScreenRequest
    evidence: Evidence
    states: dict[str, ListState]
    _finder: Finder
    silent: str
    _briefs: dict[frozenset[str], _Brief] = field(default_factory=dict)

    def make_ready(self, *, compiled: bool = False) -> None:
        """Open the index of names, made first if the ledger has moved on; and compile its search, if asked to."""
        names = self._finder.matcher.names()
        if compiled:
            names.index.compile()

    def screen(self, rows: Sequence[Asked]) -> list[ScreenedRow]:
        """Return what becomes of each row, in order; equal parties are asked for once."""
        return [self._row(one, ()) if isinstance(one, Asked) else one for one in self.answers(rows)]

    def answers(self, rows: Sequence[Asked]) -> list[Answered]:
        """Return what becomes of each row, as `screen` does, but a row as it is where nothing is found."""
        wanted = dict.fromkeys(row.subject or row.name for row in rows if not row.problem)
        found = self._finder.find(wanted)
        told: list[Answered] = []
        for row in rows:
            answer = row.problem or found.get(row.subject or row.name)
            told.append(self._row(row, answer) if answer else row)
        return told

    def _row(self, row: Asked, answer: tuple[Found, ...] | str) -> ScreenedRow:
        if isinstance(answer, str):
            return ScreenedRow(row.row, row.id, row.name, "error", answer, row.notes, (), ())
        parties = [self._hit(one) for one in answer]
        hits = tuple(one for one in parties if one.live)
        past = tuple(one for one in parties if not one.live)
        verdict = hits[0].band if hits else self.silent
        return ScreenedRow(row.row, row.id, row.name, verdict, None, row.notes, hits, past)

    def _hit(self, found: Found) -> ScreenHit:
        brief, match = self._briefs.get(found.keys), found.match
        if brief is None:
            if len(self._briefs) >= REMEMBERED:
                self._briefs.clear()
            brief = self._briefs[found.keys] = self._brief(found.keys)
        band = "match" if match.score >= MATCH else "possible"
        return ScreenHit(
            party_id=brief.party_id,
            keys=brief.keys,
            caption=brief.caption,
            kind=brief.kind,
            score=match.score,
            band=band,
            matched_name=match.matched_name,
            explanation=match.explanation,
            lists=brief.lists,
            live=brief.live,
        )

    def _brief(self, keys: frozenset[str]) -> _Brief:
        history = party_history(self.evidence, keys, self._finder.matcher.brief)
        by_list: dict[str, list[EntryHistory]] = {}
        for entry in history.entries:
            if not self.request.lists or entry.list in self.request.lists:
                by_list.setdefault(entry.list, []).append(entry)
        lists = tuple(self._listed(one, by_list[one]) for one in sorted(by_list))
        live = any(one.status in LIVE for one in lists)
        return _Brief(history.party_id, history.keys, history.caption, history.kind, lists, live)

    def _listed(self, list_id: str, entries: Sequence[EntryHistory]) -> ListedAs:
        covered = list_id in self.states and self.states[list_id].covered
        selection = select(entries, self.evidence.view.at(list_id), covered=covered)
        return ListedAs(list_id, selection.status.value, *_dates(selection))

    def query(self, settings: Settings) -> ScreenQuery:
        """Say the question back."""
        said = query_of(_Asking(""), self.evidence.view, settings)
        one = self.request
        return ScreenQuery(said.as_of, said.known_at, said.projected, one.least, one.lists, one.require, one.history)

    def run(self, settings: Settings, ledger: Ledger) -> Run:
        """Return what the answers are made from."""
        consulted = tuple(self.states)
        findings = Findings(
            tuple(self.states.values()),
            corrections=corrections_in(self.evidence, consulted, everyone(consulted)),
            scorer=SCORER,
            rulebook=law_at(self.evidence.view, load_rulebook()).rulebook.name,
        )
        return make_run(settings, ledger, self.evidence, findings)


@contextmanager
def opened(settings: Settings, request: ScreenRequest) -> Iterator[tuple[Screener, Ledger]]:
    """Open the ledger and give a screener over it.

    Raises:
        UsageError: A list or the threshold is none.
        LedgerError: The ledger cannot be used.
    """
    with open_ledger(settings) as ledger:
        yield screener_of(ledger, settings, request), ledger


def screener_of(ledger: Ledger, settings: Settings, request: ScreenRequest, tell: Tell | None = None) -> Screener:
    """Return a screener over a ledger that is open; `tell` is told in words what takes time."""
    vantage = vantage_of(request.as_of, request.known_at, request.head, settings.now())
    evidence = evidence_at(ledger, vantage)
    check_lists(evidence.view, (*request.lists, *request.require))
    states = {name: state for name, state in list_states(evidence.view).items() if request.wants(name)}
    covered = all(state.covered for state in states.values())
    fixed = request.at(vantage, evidence.view.head[0])
    finder = Finder(Matcher(ledger, evidence, tell), request.least)
    return Screener(fixed, evidence, states, finder, "no_match" if covered else "incomplete")


def _dates(selection: Selection) -> tuple[str | None, str | None]:
    """Return since when and until when the spells at the vantage run, as `check` says it."""
    if not selection.current:
        return None, None
    start = earliest(selection.current)[1].start
    ends = [spell.end for _, spell in selection.current if spell.end is not None]
    end = ends[0] if len(ends) == len(selection.current) else None
    return start.moment.on.isoformat(), end.moment.on.isoformat() if end else None

"""The answer types of the commands: stable contracts, each with a versioned schema name."""

from dataclasses import dataclass

from fasti.model.problem import Problem
from fasti.model.standing import Event, Evidence, Standing

NOTICE = (
    "Reports what the cited public records say, as held on the dates shown. Not legal advice, not a clearance; "
    "a no-match is not proof of absence. Confirm at the official source."
)


@dataclass(frozen=True, slots=True)
class Query:
    """The question, said back."""

    name: str
    as_of: str
    known_at: str
    actor: tuple[str, ...]
    act: str | None
    projected: bool
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceState:
    """What was consulted for one list.

    Attributes:
        source: Source id, or `chronicle`.
        list: List id.
        coverage: `complete` or `extract`.
        covers: For a chronicle: the span it claims, in words; for a file: the edition's id.
        listed_at: Instant the newest consulted edition speaks for.
        seen_at: When it was seen.
        age_days: Whole days from `listed_at` to `as_of`.
        stale: Whether that is older than the source allows.
    """

    source: str
    list: str
    coverage: str
    covers: str
    listed_at: str | None
    seen_at: str | None
    age_days: int | None
    stale: bool


@dataclass(frozen=True, slots=True)
class NotScreened:
    """A list that supports no statement of absence here; why, and what to do about it."""

    list: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Run:
    """What the answer was made from, so that it can be replayed."""

    engine: str
    scorer: str
    rulebook: str
    chronicle: str
    readers: tuple[str, ...]
    head: str
    content_id: str
    known_by: str
    policies: dict[str, str]
    corrections: tuple[str, ...]
    problems: tuple[Problem, ...]
    sources: tuple[SourceState, ...]
    not_screened: tuple[NotScreened, ...]
    not_assessed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contribution:
    """One line of a score's explanation; the values add up to the score."""

    feature: str
    query: str
    listed: str
    value: float


@dataclass(frozen=True, slots=True)
class MatchView:
    """How the query matched the party."""

    score: float
    matched_name: str
    explanation: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class PartyAnswer:
    """One party found."""

    party_id: str
    keys: tuple[str, ...]
    caption: str
    kind: str
    match: MatchView
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """Answer of `fasti check`."""

    schema: str
    notice: str
    query: Query
    verdict: str
    run: Run
    parties: tuple[PartyAnswer, ...]


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One event of a party's timeline, with the list it happened on and its evidence."""

    list: str | None
    event: Event
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class TimelineParty:
    """One party's timeline."""

    party_id: str
    keys: tuple[str, ...]
    caption: str
    kind: str
    match: MatchView
    events: tuple[TimelineEvent, ...]


@dataclass(frozen=True, slots=True)
class TimelineAnswer:
    """Answer of `fasti timeline`."""

    schema: str
    notice: str
    query: Query
    run: Run
    parties: tuple[TimelineParty, ...]


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One entry of a list at a vantage."""

    key: str
    caption: str
    kind: str
    status: str
    listed_on: str | None
    basis: str | None


@dataclass(frozen=True, slots=True)
class ListAnswer:
    """Answer of `fasti list`."""

    schema: str
    notice: str
    query: Query
    list: str
    coverage: str
    count: int
    run: Run
    entries: tuple[ListEntry, ...]


@dataclass(frozen=True, slots=True)
class EditionView:
    """One edition held."""

    edition: str
    series: str
    listed_at: str
    basis: str
    seen_at: str
    entries: int
    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """What the ledger holds of one source."""

    source: str
    title: str
    lists: tuple[str, ...]
    state: str
    editions: tuple[EditionView, ...]


@dataclass(frozen=True, slots=True)
class CoverageView:
    """One interval in which a series covers a list, so that silence means absence.

    Attributes:
        list: List id.
        series: `source/format`, or `chronicle`.
        from_: First day, in the list's zone.
        to: First day after; `None` if it reaches the present.
        editions: Editions in it; 0 for the chronicle's own claim.
    """

    list: str
    series: str
    from_: str
    to: str | None
    editions: int


@dataclass(frozen=True, slots=True)
class SourcesAnswer:
    """Answer of `fasti sources`, as of `as_of`; `findings` is filled by `--health` alone."""

    schema: str
    head: str
    content_id: str
    sources: tuple[SourceView, ...]
    lists: tuple[SourceState, ...]
    not_loaded: tuple[NotScreened, ...]
    findings: tuple[Problem, ...] = ()
    coverage: tuple[CoverageView, ...] = ()
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class IngestedView:
    """What became of one edition offered to the ledger."""

    edition: str
    series: str
    listed_at: str
    entries: int
    outcome: str
    reason: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class IngestAnswer:
    """Answer of `fasti ingest`; `outcome` is `admitted`, `held`, `refused` or `unchanged`."""

    schema: str
    source: str
    head: str
    editions: tuple[IngestedView, ...]


@dataclass(frozen=True, slots=True)
class VerifyAnswer:
    """Answer of `fasti verify`."""

    schema: str
    head: str
    content_id: str
    entries: int
    archive_files: int
    deep: bool
    faults: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ErrorAnswer:
    """What a failed command prints on stderr with `--format json`."""

    schema: str
    error: str
    exit_code: int

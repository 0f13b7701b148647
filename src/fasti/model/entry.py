"""The four kinds of stored log entry: edition, act, correction, decision. Everything else is derived."""

from dataclasses import dataclass
from datetime import datetime

from fasti.model.act import Act, Confidence
from fasti.model.moment import utc_text


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """One file of an edition.

    Attributes:
        role: Which member file of the publication it is, e.g. `entries` or `aliases`.
        sha256: Hash of the publisher's bytes, uncompressed.
        size: Their number.
        name: File name as given.
    """

    role: str
    sha256: str
    size: int
    name: str


@dataclass(frozen=True, slots=True, order=True)
class Coverage:
    """How far a chronicle claims to hold a list.

    Attributes:
        list: List id.
        complete_from: ISO date from which every listing and delisting is held; `None` for an extract.
        complete_to: ISO date up to which that holds, inclusive; `None` for an extract.
        note: What the claim rests on.
    """

    list: str
    complete_from: str | None
    complete_to: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One issue of one publication in one format.

    Attributes:
        series: `source/format`, e.g. `us_ofac_sdn/csv`; of exchange files `source/format/dataset`.
        source: Source id.
        members: The files.
        listed_at: The instant the files speak for.
        basis: `stated` if the files say their day, else `seen`.
        seen_at: When they were seen, attested by whoever ingested.
        public_at: The earliest moment anyone could have had them.
        reader: Reader and version that normalised them.
        digest: sha256 over the normalised listings.
        counts: Number of listings per part, sorted by part.
        lists: Lists for which the edition is complete, sorted.
        doubts: Reasons why the edition must be held until a decision frees it.
        coverage: For the chronicle's own editions: what it claims to hold.
    """

    series: str
    source: str
    members: tuple[Member, ...]
    listed_at: datetime
    basis: str
    seen_at: datetime
    public_at: datetime
    reader: str
    digest: str
    counts: tuple[tuple[str, int], ...] = ()
    lists: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    coverage: tuple[Coverage, ...] = ()

    @property
    def order(self) -> str:
        """Sort key among the editions of a series; unique, and independent of ingestion order."""
        return f"{utc_text(self.listed_at)}/{utc_text(self.seen_at)}/{self.edition_id}"

    @property
    def edition_id(self) -> str:
        """Short id for people: the first hash digits of its main member."""
        return self.members[0].sha256[:12]

    @property
    def form(self) -> str:
        """The format of its files, e.g. `csv`."""
        return self.series.split("/")[1]

    def parts(self) -> tuple[str, ...]:
        """Return the parts the edition holds."""
        return tuple(part for part, _ in self.counts)


@dataclass(frozen=True, slots=True)
class Correction:
    """What of ours was wrong, and what stands instead.

    Attributes:
        corrects: Act id or edition id that was wrong.
        reason: Why.
        citation: Where the right reading is written.
        replacement: The act that stands instead; `None` if nothing does.
    """

    corrects: str
    reason: str
    citation: str
    replacement: Act | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what, and why.

    Attributes:
        kind: `release` (an edition held is freed), `hold`, `same_as`, `not_same_as`.
        subjects: Edition id, or the two entry or party keys, sorted.
        decided_by: Who.
        why: The reason given.
        confidence: How sure.
    """

    kind: str
    subjects: tuple[str, ...]
    decided_by: str
    why: str
    confidence: Confidence = Confidence.MED


Body = Edition | Act | Correction | Decision


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One stored entry with its place in the chain.

    Attributes:
        seq: Place, from 1.
        recorded_at: Our clock at append.
        hash: sha256(previous hash | recorded_at | canonical body), hex.
        body: What was recorded.
    """

    seq: int
    recorded_at: datetime
    hash: str
    body: Body

"""Small authored worlds: editions, acts, corrections and decisions in a store of their own, asked as the fold asks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from fasti.ledger.act_index import index_acts
from fasti.ledger.evidence import Evidence
from fasti.ledger.histories import entry_history
from fasti.ledger.losses import Losses
from fasti.ledger.parties import component, party_history
from fasti.ledger.recording import make_edition
from fasti.ledger.sqlite import open_store
from fasti.ledger.store import Store
from fasti.ledger.view import View, build_view
from fasti.model.act import Act, ActKind, Party
from fasti.model.catalog import Catalog, ListInfo, SourceInfo
from fasti.model.entry import Body, Correction, Coverage, Decision, Edition, LogEntry, Member
from fasti.model.history import EntryHistory, PartyHistory, Spell
from fasti.model.identity import Identifier, Name
from fasti.model.listing import Fact, Listing, Membership, StatedDate
from fasti.model.moment import Moment
from fasti.model.vantage import Vantage

NEW_YORK = "America/New_York"
LIST = "test_list"
OTHER = "other_list"
CSV, XML, STRICT, ECHO = "alpha/csv", "alpha/xml", "strict/csv", "echo/csv"
RECORDED_AT = datetime(2026, 1, 1, 12, tzinfo=UTC)
LATER = date(2026, 1, 1)
"""A day after everything."""

BALLAST = tuple(f"test:ballast-{number}" for number in range(12))
"""Entries that every edition has, so that one that goes is not an implausible loss."""


def _source(source_id: str, max_loss: float) -> SourceInfo:
    lists = () if source_id == "chronicle" else (LIST,)
    return SourceInfo(source_id, f"The {source_id} file", lists, NEW_YORK, "https://example.org", max_loss, 0.0, 45)


CATALOG = Catalog(
    {
        name: ListInfo(name, f"The {name}", name, f"the authority of {name}", NEW_YORK, "https://example.org")
        for name in (LIST, OTHER)
    },
    {name: _source(name, loss) for name, loss in (("alpha", 0.9), ("strict", 0.1), ("chronicle", 1.0))}
    | {"echo": replace(_source("echo", 0.9), repeats_within_days=7)},
)


def at(text: str) -> datetime:
    """Return an instant by New York wall time: `2021-03-15 09:30`."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(NEW_YORK))


def entry(key: str, *bases: str, lists: Iterable[str] = (LIST,), **said: object) -> Listing:
    """Return an entry under legal bases; `said` may give `stated`, `name`, `note` and `ids`."""
    stated = said.get("stated")
    return Listing(
        key,
        names=(Name(str(said.get("name", key))),),
        memberships=tuple(sorted(Membership(one, basis, basis) for one in lists for basis in bases or ("BASIS",))),
        identifiers=tuple(sorted(_identifiers(said.get("ids")))),
        stated=(StatedDate("listing", str(stated), LIST, "Listing Date"),) if stated else (),
        facts=(Fact("note", str(said["note"])),) if said.get("note") else (),
    )


def _identifiers(said: object) -> Iterable[Identifier]:
    for one in said if isinstance(said, tuple) else ():
        scheme, _, value = str(one).partition(":")
        yield Identifier(scheme, value)


Said = str | Listing


def issue(
    seen: str | datetime,
    *said: Said,
    series: str = CSV,
    stated: date | None = None,
    doubts: tuple[str, ...] = (),
    parts: Mapping[str, Iterable[Listing]] | None = None,
    lists: Iterable[str] = (LIST,),
) -> tuple[Edition, dict[str, dict[str, Listing]]]:
    """Return an edition with its parts: entries named by key alone stand under `BASIS`; the ballast comes along."""
    entries = [entry(one) if isinstance(one, str) else one for one in (*BALLAST, *said)]
    held = {part: {one.key: one for one in ones} for part, ones in (parts or {"entries": entries}).items()}
    seen_at = at(seen) if isinstance(seen, str) else seen
    told = f"{series} {seen_at.isoformat()} {stated} {sorted(held)} {sorted(map(repr, entries))}"
    edition = make_edition(
        source=series.partition("/")[0],
        series=series,
        reader="test/1",
        members=[Member("entries", sha256(told.encode()).hexdigest(), len(told), "entries.csv")],
        stated_on=stated,
        zone=NEW_YORK,
        seen_at=seen_at,
        parts=held,
        lists=lists,
        doubts=doubts,
    )
    return edition, held


def act(act_id: str, kind: ActKind, made: str, *keys: str, **said: object) -> Act:
    """Return an act on the list, with parties by key; `said` overrides any field."""
    given: dict[str, object] = {
        "title": f"The authority did {act_id}",
        "authority": "The authority",
        "citation": f"1 Test Register {act_id}",
        "list": LIST,
        "parties": tuple(Party(key, key.rpartition(":")[2], (Name(key),)) for key in keys),
    }
    for name in ("effective_at", "public_at", "ended_at"):
        if isinstance(said.get(name), str):
            said[name] = Moment.parse(str(said[name]))
    return Act(act_id=act_id, kind=kind, made_at=Moment.parse(made), **(given | said))  # type: ignore[arg-type] # by name


def claims(version: int, *coverage: Coverage) -> Edition:
    """Return a chronicle's edition with its claims."""
    return make_edition(
        source="chronicle",
        series="chronicle/toml",
        reader=f"chronicle@{version}",
        members=[Member("acts", sha256(str(version).encode()).hexdigest(), 1, "acts.toml")],
        stated_on=None,
        zone="UTC",
        seen_at=datetime(2025, 1, 1, tzinfo=UTC) + timedelta(days=version),
        parts={},
        lists=(),
        coverage=coverage,
    )


@dataclass(slots=True)
class World:
    """A log with its store."""

    store: Store = field(default_factory=lambda: open_store(None))

    def add(self, *bodies: Body | tuple[Edition, dict[str, dict[str, Listing]]]) -> "World":
        """Append entries, editions with their parts; return the world."""
        for body in bodies:
            self.append(body)
        return self

    def append(self, body: Body | tuple[Edition, dict[str, dict[str, Listing]]]) -> LogEntry | None:
        """Append one entry."""
        if isinstance(body, tuple):
            return self.store.append(body[0], RECORDED_AT, body[1])
        return self.store.append(body, RECORDED_AT)

    def view(self, as_of: date | datetime = LATER, known_at: date | datetime = LATER, head: int | None = None) -> View:
        """Cut the log."""
        vantage = Vantage(as_of, known_at, head)
        return build_view(self.store.log(head), vantage, CATALOG, Losses(self.store))

    def evidence(
        self, as_of: date | datetime = LATER, known_at: date | datetime = LATER, head: int | None = None
    ) -> Evidence:
        """Return the visible evidence."""
        view = self.view(as_of, known_at, head)
        return Evidence(view, self.store, index_acts(view.acts))

    def history(
        self,
        key: str,
        as_of: date | datetime = LATER,
        known_at: date | datetime = LATER,
        head: int | None = None,
        on: str = LIST,
    ) -> EntryHistory:
        """Fold one entry."""
        return entry_history(self.evidence(as_of, known_at, head), (on, key))

    def party(
        self, key: str, as_of: date | datetime = LATER, known_at: date | datetime = LATER, head: int | None = None
    ) -> PartyHistory:
        """Fold a party from one of its keys."""
        evidence = self.evidence(as_of, known_at, head)
        return party_history(evidence, component(evidence, [key]))


def told(history: EntryHistory) -> list[str]:
    """Return the spells in words: `BASIS 2021-01-14 act to 2021-05-25T16:09:00-04:00 act`."""
    return [spell_told(one) for one in history.spells]


def spell_told(spell: Spell) -> str:
    """Return one spell in words."""
    end = f"{spell.end.moment} {spell.end.basis}" if spell.end else "open"
    return f"{spell.legal_basis} {spell.start.moment} {spell.start.basis} to {end}".lstrip()


def codes(history: EntryHistory) -> list[str]:
    """Return the codes of the problems of a history."""
    return [one.code for one in history.problems]


def release(edition: Edition) -> Decision:
    """Return the decision that frees an edition."""
    return Decision("release", (edition.edition_id,), "a person", "the loss is real")


def withdraw(corrects: str, replacement: Act | None = None) -> Correction:
    """Return a correction."""
    return Correction(corrects, "it was mistyped", "2 Test Register 2", replacement)

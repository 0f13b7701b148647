"""The shape of the chronicle's TOML files: every table and key that a curator may write, and no other.

Dates and instants are text here (`fasti.model.moment` reads them); references are slugs and ids.
"""

from datetime import date

from msgspec import Struct

from fasti.model.act import ActKind, Confidence, Rank
from fasti.model.identity import NameKind, PartyKind


class EntryTable(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A party as one act names it.

    Attributes:
        party: Slug in `parties.toml`.
        key: Entry key on the act's list; empty means the slug.
        name: The name as the act prints it; empty means the party's own name.
        aka: Further names that the act prints.
        note: Anything to say of this entry alone.
    """

    party: str
    key: str = ""
    name: str = ""
    aka: tuple[str, ...] = ()
    note: str = ""


class CitedTable(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A source of `sources.toml` with the words that matter to this act."""

    source: str
    quote: str = ""


class LicenceTable(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """What a licence covers; see `fasti.model.act.LicenceScope`."""

    name: str
    regime: str
    conducts: tuple[str, ...]
    scope: str
    whole: bool


class StepTable(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A dated step that an act schedules."""

    what: str
    on: str
    kind: str = "court"


class ActTable(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One act as written; see `fasti.model.act.Act` for the meaning of each field.

    Attributes:
        ends: Its own stated end, exclusive.
        reason: The authority's own reason, where known.
        no_url: Why there is no link; required where `url` is empty, and added to the note.
    """

    id: str
    kind: ActKind
    title: str
    authority: str
    made: str
    citation: str
    rank: Rank
    confidence: Confidence
    primary_read: bool
    list: str = ""
    parties: tuple[str | EntryTable, ...] = ()
    whole_list: bool = False
    acts: tuple[str, ...] = ()
    effective: str = ""
    ends: str = ""
    public: str = ""
    time_text: str = ""
    reason: str = ""
    url: str = ""
    no_url: str = ""
    matter: str = ""
    stays: str = ""
    next_step: StepTable | None = None
    licence: LicenceTable | None = None
    sources: tuple[str | CitedTable, ...] = ()
    zone: str = ""
    note: str = ""


class MatterTable(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A proceeding; its slug is the table's name."""

    court: str
    docket: str
    title: str
    attacks: str


class ActsFile(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One file of `acts/`.

    Attributes:
        zone: IANA zone whose calendar the dates of its acts use; an act on a list uses the list's.
        act: The acts.
        matter: Proceedings described in it, by slug.
    """

    zone: str
    act: tuple[ActTable, ...]
    matter: dict[str, MatterTable] = {}


class PartyTable(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A party; its slug is the table's name.

    Attributes:
        name: The name it is shown under.
        aka: Other names.
        fka: Former names.
        weak: Names that may confirm a hit and never make one alone.
        kind: What sort of party.
        country: ISO 3166 alpha-2 code, lower case.
        keys: Authority keys under which official files hold it.
        identity: On which ground several spellings or entries are one party.
        published: Where names, keys and identifiers were published.
        identifiers: Scheme to values.
    """

    name: str
    country: str
    published: str
    aka: tuple[str, ...] = ()
    fka: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    kind: PartyKind = PartyKind.ORGANIZATION
    keys: tuple[str, ...] = ()
    identity: str = ""
    identifiers: dict[str, tuple[str, ...]] = {}

    def other_names(self) -> tuple[tuple[NameKind, bool, tuple[str, ...]], ...]:
        """Return the names besides `name`: their kind, whether they are weak, and the texts."""
        return ((NameKind.AKA, False, self.aka), (NameKind.FKA, False, self.fka), (NameKind.AKA, True, self.weak))


class SourceTable(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Something that supports or qualifies acts; its slug is the table's name.

    Attributes:
        published: Day of publication, the last day of a month where only that is known; an answer by what was public
            earlier leaves the source out.
    """

    rank: Rank
    citation: str
    url: str = ""
    published: date | None = None


class CoverageTable(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """How far the chronicle claims to hold a list; the list id is the table's name."""

    note: str
    complete_from: date | None = None
    complete_to: date | None = None


class CorrectionTable(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """What of the chronicle was wrong; without a replacement nothing stands instead."""

    corrects: str
    reason: str
    citation: str
    replacement: ActTable | None = None


class CorrectionsFile(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """`corrections.toml`."""

    correction: tuple[CorrectionTable, ...] = ()


class DecisionTable(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A curators' decision; see `fasti.model.entry.Decision`."""

    kind: str
    subjects: tuple[str, ...]
    decided_by: str
    why: str
    confidence: Confidence


class DecisionsFile(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """`decisions.toml`."""

    decision: tuple[DecisionTable, ...] = ()


class Release(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """`release.toml`: which version of the chronicle this is."""

    version: str
    released_on: date

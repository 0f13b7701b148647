"""One legal act, as curated in the chronicle: who did what to whom, when, and where it is written."""

from dataclasses import dataclass
from enum import StrEnum

from fasti.model.identity import Identifier, Name, PartyKind
from fasti.model.moment import Moment


class ActKind(StrEnum):
    """What an act does."""

    LISTED = "listed"
    DELISTED = "delisted"
    AMENDED = "amended"
    ANNOUNCED = "announced"
    WITHDRAWN = "withdrawn"
    SUIT_FILED = "suit_filed"
    STATUS_REPORTED = "status_reported"
    ENJOINED = "enjoined"
    STAY_LIFTED = "stay_lifted"
    UPHELD = "upheld"
    APPEALED = "appealed"
    VACATED = "vacated"
    LICENSED = "licensed"
    LICENCE_AMENDED = "licence_amended"
    LICENCE_ENDED = "licence_ended"
    RULE_MADE = "rule_made"
    RULE_AMENDED = "rule_amended"
    RULE_SUSPENDED = "rule_suspended"
    GUIDANCE_CHANGED = "guidance_changed"


OPENING = frozenset({ActKind.LISTED})
CLOSING = frozenset({ActKind.DELISTED, ActKind.VACATED})
PROCEDURAL = frozenset(
    {
        ActKind.SUIT_FILED,
        ActKind.STATUS_REPORTED,
        ActKind.ENJOINED,
        ActKind.STAY_LIFTED,
        ActKind.UPHELD,
        ActKind.APPEALED,
        ActKind.VACATED,
    }
)
"""Steps of a proceeding: each hangs on its matter."""


class Confidence(StrEnum):
    """How sure the record is; a primary text that was not read cannot be better than `med`."""

    HIGH = "high"
    MED = "med"
    LOW = "low"


class Rank(StrEnum):
    """Weight of a piece of evidence, strongest first."""

    ORDER = "order"
    REGULATION = "regulation"
    LIST_FILE = "list_file"
    GUIDANCE = "guidance"
    FILING = "filing"
    COMPANY = "company"
    PRESS = "press"


RANK_ORDER = {rank: place for place, rank in enumerate(Rank)}


@dataclass(frozen=True, slots=True)
class Party:
    """A party as an act names it on its list.

    Attributes:
        key: Entry key on the act's list: the publisher's (`ofac:30946`) where a file has one, else a slug
            unique on that list.
        slug: The chronicle's slug of the party; entries with one slug are one party.
        names: As printed in the act, primary first.
        kind: What sort of party.
        country: ISO 3166 alpha-2 code, lower case; empty if not said.
        identifiers: Known identifiers, each published by a cited source.
        keys: Further authority keys under which official files hold the party.
        note: Anything to say of this entry alone, e.g. a misprint in the act.
    """

    key: str
    slug: str
    names: tuple[Name, ...]
    kind: PartyKind = PartyKind.ORGANIZATION
    country: str = ""
    identifiers: tuple[Identifier, ...] = ()
    keys: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """A proceeding on which procedural acts hang.

    Attributes:
        matter_id: Slug, e.g. `xiaomi-v-dod`.
        court: Court or agency.
        docket: Docket number as the court writes it.
        title: Short title of the case.
        attacks: What it attacks, in a phrase.
    """

    matter_id: str
    court: str
    docket: str
    title: str
    attacks: str


@dataclass(frozen=True, slots=True)
class Step:
    """A dated step that an act schedules: a filing due, a report due."""

    what: str
    on: Moment
    kind: str = "court"


@dataclass(frozen=True, slots=True)
class LicenceScope:
    """What a licence (or its amendment) covers.

    Attributes:
        licence_id: Name of the licence, e.g. `GL 1A` or `Huawei TGL`.
        regime: Regime whose effects it lifts, e.g. `us.eo13959`.
        conducts: Acts it lifts, values of `Conduct`.
        scope: What is allowed and on which conditions, in a sentence.
        whole: True if it covers the whole act for the parties concerned; a narrower one is an exception.
    """

    licence_id: str
    regime: str
    conducts: tuple[str, ...]
    scope: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Something read that supports or qualifies an act: press and company statements never are acts.

    Attributes:
        rank: Its weight.
        citation: What it is, with its date.
        url: Where it was read.
        quote: The words that matter.
        published: ISO date of publication, where known; an answer by what was public earlier leaves it out.
    """

    rank: Rank
    citation: str
    url: str = ""
    quote: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """One legal act.

    Attributes:
        act_id: Stable slug, starting with the authority.
        kind: What it does.
        title: One sentence: who did what.
        authority: Who did it.
        made_at: When it was made.
        citation: Where it is written; an act without one is refused.
        list: List id it acts on, if any.
        parties: The entries it concerns.
        whole_list: True if it concerns every entry then on the list.
        acts: Ids of the acts it concerns (withdraws, amends, ends, lifts).
        effective_at: When it takes effect; `None` means when made.
        ended_at: Its own stated end, exclusive (a licence "through D" ends at D+1).
        public_at: First publication; `None` means unknown, and the act's own date is assumed.
        time_text: The wording about time, verbatim.
        stated_reason: The authority's own reason, where known.
        rank: Weight of the instrument.
        url: Where it was read or can be read.
        confidence: How sure the record is.
        primary_read: Whether the primary text was read by the curators.
        matter: The proceeding it belongs to.
        next_step: What it schedules.
        stays: For an injunction: `effects` if only consequences are enjoined, `listing` if the listing itself is.
        licence: For a licence: what it covers.
        sources: Further evidence, agreeing or not.
        note: Doubts and readings, in plain words.
        zone: IANA zone whose calendar its dates use; empty means the zone of its list.
    """

    act_id: str
    kind: ActKind
    title: str
    authority: str
    made_at: Moment
    citation: str
    list: str | None = None
    parties: tuple[Party, ...] = ()
    whole_list: bool = False
    acts: tuple[str, ...] = ()
    effective_at: Moment | None = None
    ended_at: Moment | None = None
    public_at: Moment | None = None
    time_text: str = ""
    stated_reason: str = ""
    rank: Rank = Rank.ORDER
    url: str = ""
    confidence: Confidence = Confidence.MED
    primary_read: bool = False
    matter: Matter | None = None
    next_step: Step | None = None
    stays: str | None = None
    licence: LicenceScope | None = None
    sources: tuple[Source, ...] = ()
    note: str = ""
    zone: str = ""

    @property
    def takes_effect(self) -> Moment:
        """The moment from which the act works."""
        return self.effective_at or self.made_at

    @property
    def publication(self) -> Moment:
        """Its first publication, or its own date where that is unknown."""
        return self.public_at or self.made_at

    def concerns(self, key: str) -> bool:
        """Say whether the act names the entry with that key on its list."""
        return self.whole_list or any(party.key == key for party in self.parties)

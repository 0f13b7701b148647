"""Generated worlds: a few weeks of editions in two series, acts, corrections and decisions about two companies."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from fasti.model.act import Act, ActKind, Confidence, LicenceScope, Party
from fasti.model.answer import CheckAnswer
from fasti.model.entry import Correction, Coverage, Decision, Edition
from fasti.model.identity import Name
from fasti.model.listing import Listing
from fasti.model.moment import Moment
from fasti.regimes.condition import Condition
from fasti.regimes.formula import Formula
from fasti.regimes.rule import Case, DeadlineRule, Rulebook
from tests.unit.ledger.worlds import CSV, LIST, NEW_YORK, XML, World, claims, entry, issue
from tests.unit.regimes.lawbook import REGIME, book, made, version
from tests.unit.workflows.ledgers import asked

Issue = tuple[Edition, dict[str, dict[str, Listing]]]
Body = Issue | Edition | Act | Correction | Decision

FIRST = date(2021, 3, 1)
"""Daylight time begins on the fourteenth day."""
DAYS = 28
WAIT = 3
"""Days after a listing on which the ban begins."""
WINDOW = 9
"""Days after a listing on which the window to sell closes."""

KEYS = ("ofac:1", "ofac:2")
SLUG = "acme"
QUERIES = ("ofac:1", "Acme Trading")


def day(number: int) -> date:
    """Return a day of the generated weeks, from 0."""
    return FIRST + timedelta(days=number)


ANNEX_DAY = day(10)
"""The literal date of the law."""

LAW: tuple[Act, ...] = (
    made("law", "2020-11-12", public_at="2020-11-12"),
    made("amended", day(14).isoformat(), public_at=day(14).isoformat()),
)
_SELL = DeadlineRule("sell what was held", Formula(days=WINDOW), inclusive=True)
_LATER = Case("listed", Formula(days=WAIT, clock="09:30", zone="EST"), deadlines=(_SELL,))
_ANNEX = Case("annex", Formula(on=ANNEX_DAY.isoformat(), clock="00:01", zone="EST"), Condition(named_in="act-0"))
LAWBOOK: Rulebook = book(
    version("v1", "law", _LATER, ended_by="amended"), replace(version("v2", "amended"), cases=(_ANNEX, _LATER))
)

numbers = st.integers(0, DAYS - 1)
hours = st.sampled_from((0, 9, 16, 23))
instants = st.builds(
    lambda number, hour: datetime(2021, 3, 1, tzinfo=UTC) + timedelta(days=number, hours=hour + 5), numbers, hours
)
moments = st.one_of(
    numbers.map(lambda number: day(number).isoformat()), instants.map(lambda instant: str(Moment.of(instant, NEW_YORK)))
)
vantages = st.one_of(numbers.map(day), instants)
knowing = st.one_of(st.just(day(DAYS)), vantages)
"""Half of the time everything was known."""


@st.composite
def _entries(draw: st.DrawFn, key: str) -> Listing:
    bases = draw(st.sampled_from((("A",), ("B",), ("A", "B"))))
    stated = draw(st.none() | numbers.map(lambda number: day(number).isoformat()))
    note = draw(st.sampled_from(("", "amended")))
    return entry(key, *bases, name=f"Acme Trading {key[-1]}", stated=stated, note=note)


@st.composite
def issues(draw: st.DrawFn, *, plain: bool = False) -> Issue:
    """Draw an edition; a plain one has entries under one basis that state no date."""
    seen = draw(instants)
    series = draw(st.sampled_from((CSV, XML)))
    stated = None if plain else draw(st.none() | st.just(seen.date() - timedelta(days=1)))
    held = [key for key in KEYS if draw(st.booleans())]
    said = [entry(key, name=f"Acme Trading {key[-1]}") if plain else draw(_entries(key)) for key in held]
    return issue(seen, *said, series=series, stated=stated)


coverages = st.builds(
    lambda first, last: Coverage(LIST, day(first).isoformat(), day(first + last).isoformat(), "read"), numbers, numbers
) | st.just(Coverage(LIST, None, None, "in part"))


def _party(key: str) -> Party:
    return Party(key, SLUG, (Name(f"Acme Trading {key[-1]}"),))


LISTING_ACTS = (ActKind.LISTED, ActKind.DELISTED, ActKind.VACATED, ActKind.ENJOINED, ActKind.ANNOUNCED)
UPON_ACTS = (ActKind.WITHDRAWN, ActKind.STAY_LIFTED)


@st.composite
def acts(draw: st.DrawFn, number: int) -> Act:
    """Draw an act that names a company, or acts upon an earlier one, or licenses the ban."""
    kind = draw(st.sampled_from((ActKind.LISTED, *LISTING_ACTS, *UPON_ACTS, ActKind.LICENSED)))
    moment = draw(moments)
    effective = draw(st.one_of(st.none(), st.none(), moments))
    public = draw(st.one_of(st.none(), st.none(), moments))
    upon = tuple(f"act-{draw(st.integers(0, number - 1))}" for _ in range(1) if number and kind in UPON_ACTS)
    keys = (KEYS[0], *KEYS, SLUG)
    parties = () if kind in {*UPON_ACTS, ActKind.LICENSED} else (_party(draw(st.sampled_from(keys))),)
    scope = LicenceScope("GL 1", REGIME, ("purchase",), "some", whole=draw(st.booleans()))
    return Act(
        act_id=f"act-{number}",
        kind=kind,
        title=f"It did act-{number}",
        authority="The authority",
        made_at=Moment.parse(moment),
        citation=f"1 Test Register {number}",
        list=LIST if parties else None,
        parties=parties,
        acts=upon,
        effective_at=Moment.parse(effective) if effective else None,
        ended_at=Moment.parse(draw(moments))
        if kind in {ActKind.LICENSED, ActKind.ENJOINED} and draw(st.booleans())
        else None,
        public_at=Moment.parse(public) if public else None,
        stays=draw(st.sampled_from(("effects", "listing"))) if kind is ActKind.ENJOINED else None,
        licence=scope if kind is ActKind.LICENSED else None,
        zone="" if parties else NEW_YORK,
    )


@st.composite
def rulings(draw: st.DrawFn, bodies: list[Body]) -> Body:
    """Draw a correction of one of the bodies, or a decision on one of the editions or on two keys."""
    chosen = draw(st.sampled_from(bodies))
    if isinstance(chosen, Edition):
        return Correction(chosen.edition_id, "it claimed too much", "2 Test Register")
    if isinstance(chosen, Act) and draw(st.booleans()):
        other = replace(chosen, made_at=Moment.parse(draw(moments)), effective_at=None)
        replacement = draw(st.sampled_from((None, other)))
        return Correction(chosen.act_id, "it was mistyped", "2 Test Register", replacement)
    if isinstance(chosen, tuple):
        edition = chosen[0].edition_id
        kind = draw(st.sampled_from(("correct", "hold", "release")))
        if kind == "correct":
            return Correction(edition, "the file was not theirs", "2 Test Register")
        return Decision(kind, (edition,), "a person", "a reason", Confidence.MED)
    pair = sorted(draw(st.permutations((*KEYS, f"{LIST}/{SLUG}")))[:2])
    return Decision(draw(st.sampled_from(("same_as", "not_same_as"))), tuple(pair), "a person", "a reason")


@st.composite
def worlds(draw: st.DrawFn, *, ruled: bool = True) -> list[Body]:
    """Draw what is recorded, in an order; corrections and decisions come after what they speak of."""
    editions = draw(st.lists(issues(), min_size=1, max_size=4, unique_by=lambda one: one[0].order))
    chronicle = [draw(acts(number)) for number in range(draw(st.integers(1, 5)))]
    claimed = [claims(version, draw(coverages)) for version in range(draw(st.integers(0, 2)))]
    bodies: list[Body] = draw(st.permutations([*editions, *chronicle, *claimed]))
    count = draw(st.integers(0, 2)) if ruled else 0
    return [*bodies, *(draw(rulings(bodies)) for _ in range(count))]


def recorded(bodies: list[Body]) -> World:
    """Record bodies, after the law, in a store of its own."""
    return World().add(*LAW, *bodies)


def answers(
    world: World, as_of: date | datetime, known_at: date | datetime, head: int | None = None
) -> list[CheckAnswer]:
    """Return what a check by key and one by name say."""
    return [asked(world, query, as_of, known_at, head) for query in QUERIES]


def bare(answer: CheckAnswer) -> CheckAnswer:
    """Return an answer without what names the log it was made from."""
    return replace(answer, run=replace(answer.run, head="", content_id=""))

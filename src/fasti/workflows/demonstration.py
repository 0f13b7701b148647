"""`demo`: one story told by the ordinary questions, on the ordinary ledger; the file of the story holds no answer."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import msgspec

from fasti.claims.judging import judge
from fasti.model.act import ActKind
from fasti.model.answer import NOTICE, CheckAnswer, PartyAnswer
from fasti.model.claim import Claim
from fasti.model.conduct import Conduct
from fasti.model.demo import DemoAnswer, DemoClaim, DemoRow
from fasti.model.standing import Effect, ListingStatus, Standing
from fasti.tables.shipped import shipped
from fasti.workflows.asking import CheckRequest
from fasti.workflows.checking import check_in
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.settings import Settings

SCHEMA = "fasti/demo/1"


@dataclass(frozen=True, slots=True)
class StoryClaim:
    """A claim of the story; its subject and list are the story's."""

    said: str
    source_kind: str
    published: date
    deadline: date | None = None
    forbids: tuple[Conduct, ...] = ()
    happened: tuple[ActKind, ...] = ()
    actor: str = ""


@dataclass(frozen=True, slots=True)
class BackTest:
    """One date, and the dates by which what was public counts."""

    as_of: date
    known_at: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """What the demo asks."""

    subject: str
    list: str
    act: str
    strip: tuple[date, ...]
    back_test: BackTest
    claim: tuple[StoryClaim, ...]


@cache
def story() -> Story:
    """Return the story shipped with the package."""
    return msgspec.convert(shipped("workflows/story.toml"), Story)


def demo(settings: Settings) -> DemoAnswer:
    """Ask the questions of the story."""
    told = story()
    with open_ledger(settings) as ledger:
        today = check_in(ledger, settings, CheckRequest(told.subject))
        party = _party(today)
        return DemoAnswer(
            schema=SCHEMA,
            notice=NOTICE,
            subject=party.caption if party else told.subject,
            list=told.list,
            effect=_phrase(today, told),
            strip=tuple(_row(ledger, settings, told, as_of, None) for as_of in told.strip),
            back_test=tuple(
                _row(ledger, settings, told, told.back_test.as_of, known) for known in told.back_test.known_at
            ),
            claims=tuple(_claim(ledger, settings, told, one) for one in told.claim),
            standings=party.standings if party else (),
            run=today.run,
        )


def _row(ledger: Ledger, settings: Settings, told: Story, as_of: date, known_at: date | None) -> DemoRow:
    answer = check_in(ledger, settings, CheckRequest(told.subject, as_of, known_at))
    standing = _standing(answer, told.list)
    effect = _effect(standing, told.act)
    return DemoRow(
        as_of=as_of.isoformat(),
        known_at=answer.query.known_at,
        status=standing.status if standing else _silent(answer, told.list),
        effect_status=effect.status if effect else None,
        from_=effect.from_ if effect else None,
        why=standing.why if standing else "Not on the list as held for that moment.",
        command=_command(told.subject, as_of, known_at),
    )


def _silent(answer: CheckAnswer, list_id: str) -> str:
    missing = any(one.list == list_id for one in answer.run.not_screened)
    return (ListingStatus.NOT_COVERED if missing else ListingStatus.NOT_FOUND).value


def _claim(ledger: Ledger, settings: Settings, told: Story, one: StoryClaim) -> DemoClaim:
    """Judge one claim at its own moment: as of its publication, by what was public then."""
    answer = check_in(ledger, settings, CheckRequest(told.subject, one.published, one.published))
    claim = Claim(
        said=one.said,
        source_kind=one.source_kind,
        published=one.published,
        subject=told.subject,
        list=told.list,
        deadline=one.deadline,
        forbids=one.forbids,
        happened=one.happened,
        actor=one.actor,
    )
    judged = judge(claim, _standing(answer, told.list))
    return DemoClaim(
        said=one.said,
        source_kind=one.source_kind,
        published=one.published.isoformat(),
        verdict=judged.verdict.value,
        record=judged.record,
        difference=judged.difference,
        citation=judged.citation,
        command=_command(told.subject, one.published, one.published),
    )


def _command(subject: str, as_of: date, known_at: date | None) -> str:
    known = f" --known-at {known_at}" if known_at else ""
    return f'fasti check "{subject}" --as-of {as_of}{known}'


def _party(answer: CheckAnswer) -> PartyAnswer | None:
    return answer.parties[0] if answer.parties else None


def _standing(answer: CheckAnswer, list_id: str) -> Standing | None:
    party = _party(answer)
    return next((one for one in party.standings if one.list == list_id), None) if party else None


def _effect(standing: Standing | None, act: str) -> Effect | None:
    return next((one for one in standing.effects if one.act == act), None) if standing else None


def _phrase(answer: CheckAnswer, told: Story) -> str:
    effect = _effect(_standing(answer, told.list), told.act)
    return effect.phrase if effect else told.act

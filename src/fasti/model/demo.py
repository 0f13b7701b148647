"""The answer of `fasti demo`: one party over time, one date as known on two others, and press claims judged."""

from dataclasses import dataclass

from fasti.model.answer import Run
from fasti.model.standing import Standing


@dataclass(frozen=True, slots=True)
class DemoRow:
    """The subject at one vantage.

    Attributes:
        as_of: The date asked about, ISO.
        known_at: What was public by then counts, ISO date or instant.
        status: Listing status.
        effect_status: Status of the effect that the demo follows; `None` if there is none.
        from_: When that effect begins or would begin; `None` if there is none.
        why: What brought this state about, in one sentence.
        command: The command that gives this row.
    """

    as_of: str
    known_at: str
    status: str
    effect_status: str | None
    from_: str | None
    why: str
    command: str


@dataclass(frozen=True, slots=True)
class DemoClaim:
    """One claim of the press, and what the record says of it.

    Attributes:
        said: The claim, as quoted.
        source_kind: Where it was read, e.g. `press`.
        published: When, ISO date.
        verdict: `supported`, `partly_supported`, `refuted`, `superseded`, ...
        record: What the record says instead.
        difference: Where the two part, in a sentence.
        citation: Where the record is written.
        command: The command that shows it.
    """

    said: str
    source_kind: str
    published: str
    verdict: str
    record: str
    difference: str
    citation: str
    command: str


@dataclass(frozen=True, slots=True)
class DemoAnswer:
    """Answer of `fasti demo`.

    Attributes:
        schema: Schema name.
        notice: What the answer is not.
        subject: Caption of the party.
        list: List id that the strip follows.
        effect: Noun phrase of the effect that the strip follows.
        strip: One row a date, in order.
        back_test: One date as known on several, in order of `known_at`.
        claims: Claims judged by the rulebook.
        standings: The party's standings as known today; the page draws its lanes from them.
        run: What the answer was made from.
    """

    schema: str
    notice: str
    subject: str
    list: str
    effect: str
    strip: tuple[DemoRow, ...]
    back_test: tuple[DemoRow, ...]
    claims: tuple[DemoClaim, ...]
    standings: tuple[Standing, ...]
    run: Run

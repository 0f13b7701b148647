"""Says whether an answer of `check` meets an expectation of a law case, and what it says instead."""

from collections.abc import Callable, Iterator
from typing import Any

from fasti.model.answer import CheckAnswer, PartyAnswer
from fasti.model.standing import LIVE, Deadline, Effect, EffectStatus, ExceptionView, Standing
from tests.cases.casebook import DATED, PARTIAL

Wanted = dict[str, Any]
STRONG = 0.85


def best(answer: CheckAnswer) -> PartyAnswer | None:
    """Return the party that the name matches best, if it matches well."""
    found = max(answer.parties, key=lambda party: party.match.score, default=None)
    return found if found is not None and found.match.score >= STRONG else None


def faults(answer: CheckAnswer, expects: dict[str, tuple[Wanted, ...]]) -> list[str]:
    """Return one sentence for each expectation that the answer does not meet."""
    party = best(answer)
    standings = party.standings if party is not None else ()
    found = []
    for kind, wanted in expects.items():
        for one in wanted:
            said = CHECKS[kind](one, standings, answer)
            if said is not None:
                found.append(f"{kind} {one}: {said or 'nothing of the kind'}")
    return found


def _on(wanted: Wanted, standings: tuple[Standing, ...]) -> list[Standing]:
    return [one for one in standings if one.list == wanted["list"]]


def _effects(wanted: Wanted, standings: tuple[Standing, ...]) -> list[Effect]:
    act, rule = wanted.get("act"), wanted.get("rule")
    return [
        effect
        for one in _on(wanted, standings)
        for effect in one.effects
        if effect.act is not None and (act is None or effect.act == act) and (rule is None or _rule(effect) == rule)
    ]


def _rule(effect: Effect) -> str:
    """Return the id of an effect's rule without regime and version."""
    return (effect.rule or "").rpartition("/")[0].rpartition(".")[2]


def _exceptions(wanted: Wanted, standings: tuple[Standing, ...]) -> list[ExceptionView]:
    return [one for effect in _effects(wanted, standings) for one in effect.exceptions if wanted["name"] in one.name]


def _fits(wanted: Wanted, said: Wanted) -> bool:
    return all(_equal(key, value, said[key]) for key, value in wanted.items() if key in said)


def _equal(key: str, wanted: Any, said: Any) -> bool:  # noqa: ANN401 - a value of TOML against a value of the answer
    if wanted == "":
        return said is None
    if key in PARTIAL:
        return str(wanted) in str(said)
    if key in DATED:
        return said is not None and str(said).startswith(str(wanted))
    return said in wanted if isinstance(wanted, list) and not isinstance(said, list) else bool(said == wanted)


def _some(wanted: Wanted, said: list[Wanted]) -> str | None:
    """Return `None` if one of the things said fits, else all of them."""
    return None if any(_fits(wanted, one) for one in said) else "; ".join(str(one) for one in said)


def _listing(wanted: Wanted, standings: tuple[Standing, ...], _: CheckAnswer) -> str | None:
    return _some(
        wanted,
        [
            {
                "status": one.status,
                "listed_on": one.listed_on,
                "ended_on": one.ended_on,
                "stayed": one.stayed_by is not None,
            }
            for one in _on(wanted, standings)
        ],
    )


def _effect(wanted: Wanted, standings: tuple[Standing, ...], _: CheckAnswer) -> str | None:
    return _some(wanted, [_said_of(effect) for effect in _effects(wanted, standings)])


def _said_of(effect: Effect) -> Wanted:
    return {
        "status": effect.status,
        "from": effect.from_,
        "until": effect.until,
        "other_reading": effect.alternatives[0].from_ if effect.alternatives else None,
        "changes": [f"{one.at} {one.status}" for one in effect.changes],
        "version": (effect.rule or "").rpartition("/")[2],
        "rule": _rule(effect),
        "terms": [f"{one.label}: {one.text}" for one in effect.terms],
        "citation": effect.citation,
        "confidence": effect.confidence,
    }


def _no_effect(wanted: Wanted, standings: tuple[Standing, ...], _: CheckAnswer) -> str | None:
    found = _effects(wanted, standings)
    return "; ".join(f"{one.rule}: {one.status}" for one in found) if found else None


def _deadline(wanted: Wanted, standings: tuple[Standing, ...], _: CheckAnswer) -> str | None:
    said: list[Deadline] = [deadline for one in _on(wanted, standings) for deadline in one.deadlines]
    return _some(wanted, [{"due": one.due, "last_day": one.last_day, "status": one.status} for one in said])


def _no_deadline(wanted: Wanted, standings: tuple[Standing, ...], _: CheckAnswer) -> str | None:
    found = [deadline.due for one in _on(wanted, standings) for deadline in one.deadlines]
    return ", ".join(found) or None


def _exception(wanted: Wanted, standings: tuple[Standing, ...], _: CheckAnswer) -> str | None:
    return _some(wanted, [{"status": one.status, "until": one.until} for one in _exceptions(wanted, standings)])


def _no_exception(wanted: Wanted, standings: tuple[Standing, ...], _: CheckAnswer) -> str | None:
    return "; ".join(f"{one.name}: {one.status}" for one in _exceptions(wanted, standings)) or None


def _absent(wanted: Wanted, standings: tuple[Standing, ...], _: CheckAnswer) -> str | None:
    found = [one for one in _on(wanted, standings) if one.status in LIVE or one.spells]
    return "; ".join(f"{one.status} since {one.listed_on}" for one in found) or None


def _not_screened(wanted: Wanted, _: tuple[Standing, ...], answer: CheckAnswer) -> str | None:
    return None if any(one.list == wanted["list"] for one in answer.run.not_screened) else ""


def _nothing_in_force(wanted: Wanted, standings: tuple[Standing, ...], _: CheckAnswer) -> str | None:
    found = [
        f"{standing.list} {effect.rule}"
        for standing in standings
        for effect in standing.effects
        if effect.act == wanted["act"] and effect.status == EffectStatus.IN_FORCE
    ]
    return ", ".join(found) or None


def _not_forbidden(wanted: Wanted, standings: tuple[Standing, ...], _: CheckAnswer) -> str | None:
    said = [text for one in _on(wanted, standings) for text in one.not_forbidden]
    return None if any(wanted["says"] in text for text in said) else " / ".join(said)


def _other_bound(wanted: Wanted, standings: tuple[Standing, ...], _: CheckAnswer) -> str | None:
    said = [one for standing in _on(wanted, standings) for one in standing.others_bound]
    return _some(wanted, [{"actor": one.actor, "act": one.act, "status": one.status} for one in said])


CHECKS: dict[str, Callable[[Wanted, tuple[Standing, ...], CheckAnswer], str | None]] = {
    "listing": _listing,
    "effect": _effect,
    "no_effect": _no_effect,
    "deadline": _deadline,
    "no_deadline": _no_deadline,
    "exception": _exception,
    "no_exception": _no_exception,
    "absent": _absent,
    "not_screened": _not_screened,
    "nothing_in_force": _nothing_in_force,
    "not_forbidden": _not_forbidden,
    "other_bound": _other_bound,
}


def kinds() -> Iterator[str]:
    """Yield every kind of expectation that can be judged."""
    yield from CHECKS

"""The sentence that names the stricter of two parties and why, put together from the differences alone."""

from collections.abc import Callable, Iterable
from datetime import date

from fasti.model.contrast import ContrastCell, Difference
from fasti.regimes.strictness import EQUAL, INCOMPARABLE, STRICTER

SAID = {
    "forbidden": "forbidden",
    "required": "required",
    "licensed_in_part": "forbidden with a licence for part of it",
    "unconfirmed": "forbidden, though not confirmed for that day",
    "licensed": "licensed",
    "suspended": "suspended",
    "pending": "still to come",
    "ended": "no longer forbidden",
    "moot": "never came to be forbidden",
    "not_forbidden": "not forbidden by this list",
    "not_listed": "not listed",
}
DATED = {"pending": "from", "forbidden": "since", "required": "since", "licensed_in_part": "since"}
ACTS = {
    "deal": "any dealing",
    "possess": "possession",
    "pay": "payment",
    "provide_services": "provision of services",
    "new_debt": "dealing in new debt",
    "new_equity": "dealing in new equity",
    "dod_contract": "contracting by DoD",
    "dod_procure": "procurement by DoD",
    "federal_procure": "procurement by federal agencies",
    "authorize": "equipment authorisation",
    "correspondent_account": "keeping a correspondent account",
    "report": "reporting",
}
"""Nouns for acts whose own names are none."""

Names = Callable[[str], str]


def sentence_of(
    names: tuple[str, str],
    relation: str,
    more: Iterable[Difference],
    less: Iterable[Difference],
    short: Names,
    unknown: Iterable[str],
) -> str:
    """Return one sentence on two parties, and a second one on what is not known.

    Args:
        names: Their captions.
        relation: How the first relates to the second.
        more: Where the first is stricter.
        less: Where the second is.
        short: Gives the short name of a list.
        unknown: What could overturn it: a list each, with the party.
    """
    one, other = names
    ahead, behind = _told(more, one, other, short), _told(less, other, one, short)
    if relation == EQUAL:
        said = f"{one} and {other} are alike: every act shown stands the same for both."
    elif relation == INCOMPARABLE:
        said = f"Neither is stricter in everything: {ahead}; but {behind}."
    elif relation == STRICTER:
        said = f"{one} is under the stricter law than {other}: {ahead}; nothing shown is stricter for {other}."
    else:
        said = f"{other} is under the stricter law than {one}: {behind}; nothing shown is stricter for {one}."
    doubts = "; ".join(unknown)
    return f"{said} Not known, and able to change this: {doubts}." if doubts else said


def say_day(text: str) -> str:
    """Put the day of an ISO date or instant into words.

    >>> say_day("2021-03-15T09:30:00-04:00")
    '15 March 2021'
    """
    day = date.fromisoformat(text[:10])
    return f"{day.day} {day:%B %Y}"


def _told(found: Iterable[Difference], one: str, other: str, short: Names) -> str:
    """Say where one party is stricter; acts that stand alike share a clause."""
    acts: dict[tuple[str, str], list[str]] = {}
    for difference in found:
        clause = (_say(difference.stricter, short), _say(difference.other, short))
        acts.setdefault(clause, []).append(ACTS.get(difference.act, difference.act.replace("_", " ")))
    return "; ".join(
        f"{_join(list(dict.fromkeys(of)))} {'is' if len(set(of)) == 1 else 'are'} {here} for {one}, {there} for {other}"
        for (here, there), of in acts.items()
    )


def _say(cell: ContrastCell | None, short: Names) -> str:
    if cell is None:
        return "not known"
    word = DATED.get(cell.status)
    when = f" {word} {say_day(cell.from_)}" if word and cell.from_ else ""
    where = f" ({short(cell.list)})" if cell.status != "not_listed" else ""
    return f"{SAID.get(cell.status, cell.status)}{when}{where}"


def _join(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"

"""Decide by which readings a name is compared: whole, without a short name in parentheses, or the short name alone."""

import re
from dataclasses import dataclass

from fasti.index.tokens import tokenize
from fasti.screening.legal_forms import Parted, part
from fasti.screening.short_names import shortens

_PARENTHESIS = re.compile(r"[(\[\uff08]([^()\[\]\uff08\uff09]{2,40})[)\]\uff09]")


def bracketed(name: str) -> bool:
    """Say whether a name may hold something in parentheses; if not, it has one reading."""
    return "(" in name or "[" in name or "\uff08" in name


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name.

    Attributes:
        parted: Its tokens, parted into core and legal forms.
        short: Whether it is the short name alone.
    """

    parted: Parted
    short: bool = False


def readings(name: str) -> tuple[Reading, ...]:
    """Return the readings of a name, the whole name first.

    `Borealis Wind Turbines Ltd (BWT)` reads whole, as `Borealis Wind Turbines Ltd` and as `BWT`. What stands in
    parentheses and is no short form of the name, such as a place, is part of it in every reading.
    """
    whole = Reading(part(tokenize(name)))
    if not bracketed(name):
        return (whole,)
    for match in _PARENTHESIS.finditer(name):
        before, after = name[: match.start()], name[match.end() :]
        if shortens(match.group(1).strip(), f"{before} {after}", after_form=_closes(before, after)):
            return whole, *_two(f"{before} {after}", match.group(1))
        if len(tokenize(f"{before} {after}")) == 1 and shortens(
            f"{before} {after}".strip(), match.group(1), after_form=False
        ):
            return whole, *_two(match.group(1), f"{before} {after}")
    return (whole,)


def _two(name: str, short: str) -> tuple[Reading, Reading]:
    return Reading(part(tokenize(name))), Reading(part(tokenize(short)), short=True)


def _closes(before: str, after: str) -> bool:
    """Say whether nothing follows and a legal form precedes."""
    tokens = tokenize(before)
    found = part(tokens)
    return not tokenize(after) and bool(found.words) and tokens[-1] == found.words[-1]

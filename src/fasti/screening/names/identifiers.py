"""Decide which identifiers name one party alone, and when two of them are the same."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from fasti.model.identity import Identifier

SINGLE = frozenset({"lei", "imo", "mmsi", "uscc", "isin", "swift", "tail_number", "ogrn"})
"""A party has one of it at a time, so two different ones speak against."""
LEAST_NATIONAL = 7
"""Characters of a number that a country issues from which it is not the same by chance."""
_BRANCH = 8
"""A BIC names a bank by its first eight characters; three more name the branch, `XXX` the head office."""


def strong(identifier: Identifier) -> Iterator[str]:
    """Yield keys by which an identifier is looked up; two parties that share one are one party.

    An identifier counts as what its scheme says if it passes the checks of that scheme; one that a publisher
    enters under a general scheme counts besides as what its form proves it to be.
    """
    compact = compacted(identifier.value)
    checks = _checks()
    named = checks.get(identifier.scheme)
    if named is not None:
        if named(compact):
            yield f"{identifier.scheme}:{_written(identifier.scheme, compact)}"
    elif _general(identifier.scheme):
        for scheme in ("lei", "imo", "swift", "isin"):
            if checks[scheme](compact):
                yield f"{scheme}:{_written(scheme, compact)}"
    if (
        (named is None or identifier.scheme == "ogrn")
        and len(compact) >= LEAST_NATIONAL
        and any(map(str.isdigit, compact))
    ):
        yield f"number:{compact}"


def comparable(identifier: Identifier) -> Iterator[tuple[str, str]]:
    """Yield scheme and value of an identifier of which a party has one only."""
    if identifier.scheme in SINGLE:
        yield identifier.scheme, _written(identifier.scheme, compacted(identifier.value))


def compacted(value: str) -> str:
    """Return a value in capitals without punctuation and without `IMO` in front."""
    return re.sub(r"[^0-9A-Z]", "", value.upper()).removeprefix("IMO")


def _general(scheme: str) -> bool:
    return scheme in ("registration", "registration_number", "identification", "id", "number", "other", "")


def _written(scheme: str, compact: str) -> str:
    return compact[:_BRANCH] if scheme == "swift" and compact[_BRANCH:] in ("", "XXX") else compact


@cache
def _checks() -> dict[str, Callable[[str], bool]]:
    from stdnum import bic, imo, isin, lei
    from stdnum.cn import uscc

    return {
        "lei": lei.is_valid,
        "imo": imo.is_valid,
        "isin": isin.is_valid,
        "swift": bic.is_valid,
        "bic": bic.is_valid,
        "uscc": uscc.is_valid,
        "mmsi": lambda value: bool(re.fullmatch(r"\d{9}", value)),
        "tail_number": lambda value: len(value) >= 4,  # noqa: PLR2004 - a registration mark
    }

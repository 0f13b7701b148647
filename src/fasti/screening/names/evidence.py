"""Decide what is known besides names says against two parties being one, and when an identifier says they are.

Every contradiction costs a stated amount, the stronger of its kind once; a field that only one side fills says nothing.
"""

import re
from collections.abc import Iterable, Iterator

from fasti.model.answer import Contribution
from fasti.model.identity import PartyKind
from fasti.model.subject import Subject
from fasti.screening.names.dates import disagreement
from fasti.screening.names.identifiers import comparable, strong

OTHER_COUNTRY = 0.05
OTHER_GENDER = 0.08
OTHER_IDENTIFIER = 0.12
"""Different strong identifiers of one scheme that a party has one of."""
OTHER_HULL = 0.45
"""The same for ships and aircraft, which an IMO number or a tail number names better than a name."""
SWAPPED_PARTS = 0.35
"""Given name and family name change places between two names that are stated in parts."""


def decisive(query: Subject, listed: Subject) -> tuple[str, str, str] | None:
    """Return the strong identifier that both have, as the line of an explanation."""
    theirs = {key: one.value for one in listed.identifiers for key in strong(one)} if query.identifiers else {}
    for one in query.identifiers:
        for key in strong(one):
            if key in theirs:
                return "identifier", one.value, theirs[key]
    return None


def contradictions(query: Subject, listed: Subject) -> Iterator[Contribution]:
    """Yield what contradicts, each with what it costs as a positive value."""
    dates = disagreement(query.birth_dates, listed.birth_dates)
    if dates.cost:
        yield Contribution("birth_date", dates.query, dates.listed, dates.cost)
    mine, theirs = _countries(query), _countries(listed)
    if mine and theirs and not mine & theirs and not mine & _addresses(listed):
        yield Contribution("country", " ".join(sorted(mine)), " ".join(sorted(theirs)), OTHER_COUNTRY)
    if query.genders and listed.genders and not {*query.genders} & {*listed.genders}:
        yield Contribution("gender", " ".join(query.genders), " ".join(listed.genders), OTHER_GENDER)
    yield from _other_identifier(query, listed)
    if _swapped(query, listed):
        yield Contribution("name_parts", " ".join(query.given), " ".join(listed.given), SWAPPED_PARTS)


def _countries(subject: Subject) -> frozenset[str]:
    return frozenset(one.code for one in subject.countries if one.how not in ("birth", "residence"))


def _addresses(subject: Subject) -> frozenset[str]:
    return frozenset(one.code for one in subject.countries)


def _other_identifier(query: Subject, listed: Subject) -> Iterator[Contribution]:
    theirs = {scheme: value for one in listed.identifiers for scheme, value in comparable(one)}
    for one in query.identifiers:
        for scheme, value in comparable(one):
            if scheme in theirs and theirs[scheme] != value:
                hull = PartyKind.VESSEL in (query.kind, listed.kind) or PartyKind.AIRCRAFT in (query.kind, listed.kind)
                yield Contribution("identifier", value, theirs[scheme], OTHER_HULL if hull else OTHER_IDENTIFIER)
                return


def _swapped(query: Subject, listed: Subject) -> bool:
    given, family = _folded(query.given), _folded(query.family)
    other_given, other_family = _folded(listed.given), _folded(listed.family)
    if not (given and family and other_given and other_family) or given & other_given or family & other_family:
        return False
    return bool(given & other_family or family & other_given)


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in re.split(r"[\s,-]+", name.casefold()) if word)

"""The positives: each recipe applied to a name of each chosen party, or the rows of a file of one's own."""

from collections.abc import Iterator, Sequence
from random import Random

from fasti.model.errors import BadInputError, UsageError
from fasti.model.identity import Name, PartyKind
from fasti.model.listing import Listing
from fasti.model.subject import Subject
from fasti.screening.subjects import subject_of
from fasti.sources.ftm.countries import country_code
from fasti.workflows.bulk.asked import Asked
from fasti.workflows.validating.measuring import Positive
from fasti.workflows.validating.recipe import Recipe, script_of
from fasti.workflows.validating.sampling import Known
from fasti.workflows.validating.scripts import RECIPES

OWN = "own"


def changed(parties: Sequence[Known], seed: int, only: Sequence[str] = (), *, evidence: bool) -> Iterator[Positive]:
    """Yield each party's changed names: one for each recipe that has something to change.

    Args:
        parties: Whose names are changed.
        seed: Of every choice; a party's own choices do not depend on which others were chosen.
        only: Names of the recipes to use; empty means all.
        evidence: Whether birth date and country are asked with.

    Raises:
        UsageError: There is no such recipe.
    """
    recipes = _named(only)
    for party in parties:
        names = party.strong_names()
        for recipe in recipes if names else ():
            chance = Random(f"{recipe.name} {seed} {min(party.keys)}")  # noqa: S311 - it has to repeat
            order = chance.sample(names, len(names))
            found = ((one, recipe.applied(one.text, party.kind, chance)) for one in order)
            name, text = next(((one, text) for one, text in found if text is not None), (None, None))
            if name is not None and text is not None:
                subject = _subject(party, text.strip(), evidence=evidence)
                yield Positive(party, name.text, subject, recipe.name, recipe.about, script_of(name.text))


def _named(only: Sequence[str]) -> tuple[Recipe, ...]:
    known = {one.name: one for one in RECIPES}
    unknown = next((one for one in only if one not in known), None)
    if unknown is not None:
        raise UsageError(f"--recipe {unknown} is no recipe: use one of {', '.join(known)}.")
    return tuple(known[one] for one in only) or RECIPES


def _subject(party: Known, text: str, *, evidence: bool) -> Subject:
    if not evidence:
        return Subject(names=(Name(text),))
    whole = subject_of(party.listing, country_code)
    return Subject(
        kind=party.kind,
        names=(Name(text),),
        birth_dates=whole.birth_dates[:1],
        countries=whole.countries[:1],
    )


def own(rows: Sequence[Asked], where: str) -> list[Positive]:
    """Return the positives of a file; the row's `id` says which listed party is meant, if it is given.

    Raises:
        BadInputError: A row cannot be asked.
    """
    found = []
    for row in rows:
        if row.problem:
            raise BadInputError(f"{where} has a row that cannot be asked, row {row.row}: {row.problem}.")
        keys = frozenset({row.id} if row.id else ())
        party = Known(row.id or "", keys, Listing(row.id or "", row.party.kind or PartyKind.UNKNOWN))
        found.append(Positive(party, row.name, row.party, OWN, "positives of a file", script_of(row.name)))
    return found

"""Decide by which readings a name is compared on each shelf."""

from dataclasses import dataclass

from fasti.index.tokens import tokenize
from fasti.index.wording import Shelf, Unit
from fasti.screening.legal_forms import Parted
from fasti.screening.names.organization_words import organization_words
from fasti.screening.names.person_words import person_words
from fasti.screening.names.thing_words import thing_words
from fasti.screening.names.words import Word
from fasti.screening.variants import readings as parted_readings

NO_FORM = Parted((), (), ())


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name.

    Attributes:
        words: What is compared, in order; never empty.
        form: The legal form that was set apart.
        short: Whether it is a short name or an acronym of the name.
        native: Whether it is the name in its own script, compared with others of that script alone.
    """

    words: tuple[Word, ...]
    form: Parted = NO_FORM
    short: bool = False
    native: bool = False


@dataclass(frozen=True, slots=True)
class PreparedName:
    """A name made ready for comparison on one shelf; to be kept by whoever compares it often.

    Attributes:
        text: The name, verbatim.
        shelf: The rule set.
        readings: Its readings, the whole name first; none if nothing in it can be compared.
    """

    text: str
    shelf: Shelf
    readings: tuple[Reading, ...]

    @property
    def forms(self) -> tuple[tuple[Unit, ...], ...]:
        """The readings as the index sees them."""
        return tuple(tuple(Unit(w.token, w.weight, w.least) for w in one.words) for one in self.readings)


def prepare(name: str, shelf: Shelf) -> PreparedName:
    """Read a name by the rules of one shelf.

    Args:
        name: In any script.
        shelf: The rule set.
    """
    made = {Shelf.PERSON: _person, Shelf.ORGANIZATION: _organization, Shelf.THING: _thing}[shelf](name)
    return PreparedName(name, shelf, tuple(one for one in made if one.words))


def _person(name: str) -> tuple[Reading, ...]:
    tokens = tokenize(name)
    return (Reading(person_words(tokens)),) if tokens else ()


def _organization(name: str) -> tuple[Reading, ...]:
    return tuple(
        Reading(organization_words(one.parted.core), one.parted, short=one.short) for one in parted_readings(name)
    )


def _thing(name: str) -> tuple[Reading, ...]:
    tokens = tokenize(name)
    return (Reading(thing_words(tokens)),) if tokens else ()

"""Which measures the United Kingdom's list says apply to a party."""

from collections.abc import Iterable

from fasti.model.listing import Fact
from fasti.sources.drafting import Note

INDICATORS = (
    "AssetFreeze", "ArmsEmbargo", "TargetedArmsEmbargo", "CharteringOfShips", "ClosureOfRepresentativeOffices",
    "CrewServicingOfShipsAndAircraft", "Deflag", "PreventionOfBusinessArrangements", "ProhibitionOfPortEntry",
    "TravelBan", "PreventionOfCharteringOfShips", "PreventionOfCharteringOfShipsAndAircraft",
    "TechnicalAssistanceRelatedToAircraft", "TrustServicesSanctions", "DirectorDisqualificationSanction",
)  # fmt: skip
"""Names of the indicators in the XML format; the words of `Sanctions Imposed` are the same but for spaces and case."""

_KNOWN = {name.casefold(): name for name in INDICATORS}
_SEPARATOR = "|"


def read_measures(imposed: str, indicators: Iterable[tuple[str, str]]) -> tuple[list[Fact], list[Note]]:
    """Return the measures, each in the publisher's words with the name of its indicator, and the doubts about them.

    Args:
        imposed: `Sanctions Imposed`, measures parted by bars.
        indicators: Name and value of each indicator, where the format has them.

    >>> [fact.value for fact in read_measures("Asset freeze|Travel Ban", ())[0]]
    ['AssetFreeze', 'TravelBan']
    """
    words = [text for one in imposed.split(_SEPARATOR) if (text := one.strip())]
    facts = [Fact("measure", text, _KNOWN.get(_letters(text), "")) for text in words]
    notes = [
        Note("unknown_measure", fact.text, f'no meaning is known for the measure "{fact.text}"')
        for fact in facts
        if not fact.value
    ]
    said = {fact.value for fact in facts}
    for name, value in indicators:
        if value.lower() == "true" and name not in said:
            facts.append(Fact("measure", name, name))
            notes.append(
                Note("measure_not_said", name, f"the indicator {name} is set, and the words of the measures lack it")
            )
        elif value.lower() not in {"true", "false", ""}:
            notes.append(Note("unknown_measure", value, f'no meaning is known for "{value}" as an indicator'))
    return facts, notes


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text)).casefold()

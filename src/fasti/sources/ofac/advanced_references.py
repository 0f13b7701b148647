"""The reference value sets of OFAC's advanced format: what the numbers in a file stand for.

Source: OFAC, `sdn_advanced.xsd` (`ReferenceValueSetsSchemaType`); every file brings its own sets.
"""

from dataclasses import dataclass, field

from lxml.etree import QName, _Element

from fasti.sources.ofac.wording import one_line

NOT_SAID = frozenset({"", "Unknown", "undetermined"})
"""What OFAC prints where the model demands a value and it has none."""


@dataclass(slots=True)
class References:
    """Values by set and number.

    Attributes:
        texts: Name of the value (`AliasType`) and number to text.
        attributes: Name of the value, number and attribute to its text.
        missing: Values that were asked for and are in no set.
    """

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    attributes: dict[tuple[str, str, str], str] = field(default_factory=dict)
    missing: set[tuple[str, str]] = field(default_factory=set)

    def text(self, name: str, number: str | None) -> str:
        """Return the text of a value; empty if there is no number, or the file does not say what it stands for."""
        if number is None:
            return ""
        found = self.texts.get((name, number))
        if found is None:
            self.missing.add((name, number))
        return found or ""

    def said(self, name: str, number: str | None) -> str:
        """Return the text of a value; empty also where it is only a placeholder."""
        text = self.text(name, number)
        return "" if text in NOT_SAID else text

    def attribute(self, name: str, number: str | None, attribute: str) -> str:
        """Return an attribute of a value; empty if it has none."""
        return self.attributes.get((name, number or "", attribute), "")


def read_references(element: _Element) -> References:
    """Return the values of a `ReferenceValueSets` element."""
    found = References()
    for value in element.iterfind("*/*"):
        name, number = QName(value).localname, value.get("ID", "")
        found.texts[name, number] = one_line(value.text or "")
        for attribute, text in value.attrib.items():
            found.attributes[name, number, str(attribute)] = one_line(str(text))
    return found

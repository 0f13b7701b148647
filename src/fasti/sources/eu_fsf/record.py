"""One entity of the EU's list, whatever the format: blocks of fields under the names of the XML schema, version 1.1."""

from collections.abc import Mapping
from dataclasses import dataclass

Fields = Mapping[str, str]
"""Name of an attribute or element of the schema, and its text; empty ones are left out."""

REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Record:
    """One entity.

    Attributes:
        number: Its `logicalId`.
        head: Its own fields.
        subject: What sort of party it is, in the publisher's code.
        blocks: `regulation`, `nameAlias`, `citizenship`, `birthdate`, `address`, `identification`, in file order.
    """

    number: str
    head: Fields
    subject: str
    blocks: Mapping[str, tuple[Fields, ...]]

    def each(self, block: str) -> tuple[Fields, ...]:
        """Return the blocks of one kind, each once."""
        ones = {tuple(sorted(one.items())): one for one in self.blocks.get(block, ())}
        return tuple(ones.values())

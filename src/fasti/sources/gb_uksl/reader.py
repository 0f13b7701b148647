"""Read the UK Sanctions List: its XML file and its CSV file, each a series of its own."""

from collections.abc import Callable, Sequence

from fasti.sources.description import Description, describe
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.gb_uksl import csv_format, xml_format
from fasti.sources.records.editions import only_member
from fasti.sources.records.holding import held_if_small

SOURCE_ID = "gb_uksl"


def read_csv(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of `UK-Sanctions-List.csv`.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    return _read(csv_format.read_csv, members, memo)


def read_xml(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of `UK-Sanctions-List.xml`.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    return _read(xml_format.read_xml, members, memo)


def _read(read: Callable[[Description, RawMember, Memo], Draft], members: Sequence[RawMember], memo: Memo) -> Draft:
    source = describe(SOURCE_ID)
    return held_if_small(read(source, only_member(members), memo), source.info)

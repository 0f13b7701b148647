"""Read the EU's Financial Sanctions Files: XML and CSV, each in its formats 1.1 and 1.0, each a series of its own."""

from collections.abc import Callable, Sequence

from fasti.sources.description import Description, describe
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.eu_fsf import csv_format, old_csv_format, old_xml_format, xml_format
from fasti.sources.records.editions import only_member
from fasti.sources.records.holding import held_if_small

SOURCE_ID = "eu_fsf"


def read_xml(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of `xmlFullSanctionsList_1_1`.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    return _read(xml_format.read_xml, members, memo)


def read_old_xml(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of `xmlFullSanctionsList`.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    return _read(old_xml_format.read_old_xml, members, memo)


def read_csv(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of `csvFullSanctionsList_1_1`.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    return _read(csv_format.read_csv, members, memo)


def read_old_csv(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of `csvFullSanctionsList`.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    return _read(old_csv_format.read_old_csv, members, memo)


def _read(read: Callable[[Description, RawMember, Memo], Draft], members: Sequence[RawMember], memo: Memo) -> Draft:
    source = describe(SOURCE_ID)
    return held_if_small(read(source, only_member(members), memo), source.info)

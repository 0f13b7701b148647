"""Read OFAC's SDN List: its CSV files, its XML and its advanced XML, each a series of its own."""

from collections.abc import Sequence

from fasti.sources.description import describe
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.ofac import advanced_format, csv_format, xml_format

SOURCE_ID = "us_ofac_sdn"


def read_csv(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of `sdn.csv` and the files that belong to it.

    Raises:
        RefusedError: A file is cut short, malformed, another list, or contradicts itself.
    """
    return csv_format.read_csv(describe(SOURCE_ID), members, memo)


def read_xml(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of `sdn.xml`.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    return xml_format.read_xml(describe(SOURCE_ID), members, memo)


def read_advanced(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of `SDN_ADVANCED.XML`.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    return advanced_format.read_advanced(describe(SOURCE_ID), members, memo)

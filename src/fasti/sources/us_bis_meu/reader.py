"""Read the Military End-User List: the table that BIS serves, and Supplement No. 7 to Part 744 as the eCFR has it."""

from collections.abc import Sequence

from fasti.sources.description import describe
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.trade.ecfr import Layout, read_appendix
from fasti.sources.trade.supplements import read_supplement

SOURCE_ID = "us_bis_meu"
LAYOUT = Layout("Supplement No. 7 to Part 744", ("country", "entity", "citation"))


def read_csv(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of the table.

    Raises:
        RefusedError: The file is cut short, malformed or another list.
    """
    return read_supplement(describe(SOURCE_ID), members, memo)


def read_xml(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of the supplement.

    Raises:
        RefusedError: The file is cut short, malformed or does not have the supplement.
    """
    return read_appendix(describe(SOURCE_ID), LAYOUT, members, memo)

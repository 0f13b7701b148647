"""What is odd about a notice as a whole, whoever's list it publishes."""

from collections.abc import Iterator

from fasti.model.problem import Problem
from fasti.sources.notices.blocks import Notice


def doubts_of(notice: Notice, name: str) -> Iterator[Problem]:
    """Yield a problem for each element that is not read, and one if the notice has no day.

    Args:
        notice: The notice.
        name: Name of the file.
    """
    if notice.filed_on is None:
        yield Problem("no_filing_date", "the notice does not say when it was filed for public inspection", name)
    for element in notice.unknown:
        yield Problem("unknown_field", f"the format is not known to have the element {element}; it is not read", name)

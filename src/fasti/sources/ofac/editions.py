"""Judge an edition as a whole: what its rows' doubts come to, and whether it is this publication at all."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from fasti.model.listing import Listing
from fasti.model.problem import Problem, Severity
from fasti.sources.description import Description
from fasti.sources.drafting import Draft, FieldUse, Note, RowRead
from fasti.sources.gates import refuse
from fasti.sources.ofac.tags import FOREIGN

VERSION = "1"
"""Of the readers of OFAC's formats; it changes when the same bytes give other listings."""

MOST_WITHOUT_LIST = 0.5
"""Share of entries without a list of the publication above which a file is another publication."""

_INFORMATIVE = frozenset({"list_not_held"})


def check_content(name: str, reads: Mapping[str, RowRead], source: Description) -> None:
    """Refuse a file without entries, and one whose entries are those of another list.

    Args:
        name: File name.
        reads: Entry key to what was read.
        source: The publication it was offered as.

    Raises:
        RefusedError: It holds nothing, or the content of another list.
    """
    if not reads:
        refuse(name, "holds no entries")
    listed = set(source.info.lists)
    without = sum(1 for one in reads.values() if not any(member.list in listed for member in one.listing.memberships))
    foreign = sum(1 for one in reads.values() if any(note.code == FOREIGN for note in one.notes))
    if without > MOST_WITHOUT_LIST * len(reads) or foreign > source.max_foreign * len(reads):
        refuse(
            name,
            f"holds another list: {max(without, foreign)} of {len(reads)} entries have no tag of {source.info.title}",
            "Offer it as the source it belongs to.",
        )


def tell(name: str, reads: Iterable[RowRead]) -> list[Problem]:
    """Return one problem for each doubt, however many entries of an edition share it.

    Args:
        name: File name.
        reads: What was read, in file order.
    """
    found: dict[Note, list[str]] = {}
    for one in (one for one in reads if one.notes):
        for note in one.notes:
            found.setdefault(note, []).append(one.listing.key)
    return [_problem(note, name, keys) for note, keys in found.items()]


def make_draft(
    *,
    source: Description,
    form: str,
    parts: Mapping[str, Mapping[str, Listing]],
    problems: Sequence[Problem],
    fields: Sequence[str],
    stated_on: date | None = None,
) -> Draft:
    """Return the draft of an edition of an OFAC publication in one format."""
    series = f"{source.info.source_id}/{form}"
    return Draft(
        source=source.info.source_id,
        series=series,
        reader=f"{series}@{VERSION}",
        stated_on=stated_on,
        zone=source.info.zone,
        parts={name: dict(listings) for name, listings in parts.items()},
        lists=source.info.lists,
        doubts=(),
        problems=tuple(sorted(problems)),
        fields=FieldUse(used=tuple(fields), ignored=tuple(source.ignored[form].items())),
    )


def _problem(note: Note, name: str, keys: Sequence[str]) -> Problem:
    rest = f" and {len(keys) - 1} more" if len(keys) > 1 else ""
    severity = Severity.INFO if note.code in _INFORMATIVE else Severity.WARNING
    return Problem(note.code, f"{note.message} ({keys[0]}{rest})", name, severity)

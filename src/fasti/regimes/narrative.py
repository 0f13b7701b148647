"""Why a status is what it is: one sentence from the acts that decide it, with their citations."""

from fasti.model.act import Act
from fasti.model.history import Boundary
from fasti.model.standing import LIVE, ListingStatus
from fasti.regimes.fitting import wordings
from fasti.regimes.selecting import Selection, earliest


def why(selection: Selection) -> str:
    """Return the reason of a listing status in plain words."""
    if selection.status in {ListingStatus.NOT_FOUND, ListingStatus.NOT_COVERED}:
        return _silence(selection)
    sentences = []
    if selection.status is ListingStatus.ENDED:
        sentences.append(_ended(selection))
    elif selection.deciding is not None:
        sentences.append(_cited(selection.deciding))
    else:
        sentences.append(_observed(earliest(selection.current)[1].start))
    if selection.stay is not None and selection.stay is not selection.deciding:
        sentences.append(_cited(selection.stay))
    return " ".join(sentences)


def stated_reason(selection: Selection, reason: str = "") -> str | None:
    """Return the authority's own reason for the status: of the act that decides, else what a live entry gives as one.

    Args:
        selection: The status with what decides it.
        reason: In which words of an entry the authority gives its reason; empty if in none.
    """
    if selection.deciding is not None and selection.deciding.stated_reason:
        return selection.deciding.stated_reason
    if not reason or selection.status not in LIVE:
        return None
    return "\n".join(dict.fromkeys(text for entry, _ in selection.current for text in wordings(entry, reason))) or None


def _cited(act: Act) -> str:
    return f"{act.title.rstrip('.')} ({act.citation})."


def _ended(selection: Selection) -> str:
    if selection.deciding is not None:
        return _cited(selection.deciding)
    end = selection.current[0][1].end
    on = end.moment.on if end is not None else "?"
    if end is not None and end.basis == "stated":
        return f"The entry itself states that it ended on {on}; the record holds no act that says why."
    return f"The edition of {on} no longer has the entry; the record holds no act that says why."


def _observed(start: Boundary) -> str:
    if start.basis == "stated":
        return f"The entry itself states its listing date, {start.moment.on}; the record holds no act that says why."
    if start.after is None:
        return (
            f"Already on the first edition held, of {start.moment.on}; when it was put there is not in the files held."
        )
    return f"First shown by the edition of {start.moment.on}; the record holds no act that says why."


def _silence(selection: Selection) -> str:
    if selection.between is not None:
        return f"Not on the list as last published then, but {selection.between.says}."
    if selection.status is ListingStatus.NOT_FOUND:
        return "Not on the list as held for that moment."
    return "No complete edition of the list is held for that moment."

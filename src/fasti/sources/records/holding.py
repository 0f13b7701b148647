"""Hold an edition that may be the beginning of one: a table without a mark at its end does not show that it was cut."""

from dataclasses import replace

from fasti.model.catalog import SourceInfo
from fasti.model.listing import ENTRIES
from fasti.sources.drafting import Draft


def held_if_open(draft: Draft, *, unended: bool) -> Draft:
    """Return a draft with a doubt if the last line of its file does not end."""
    if not unended:
        return draft
    return replace(draft, doubts=(*draft.doubts, "its last line does not end, so it may be cut short"))


def held_if_small(draft: Draft, info: SourceInfo) -> Draft:
    """Return a draft with a doubt if it has fewer entries than a whole edition is expected to have."""
    count = len(draft.parts[ENTRIES])
    if count >= info.least:
        return draft
    doubt = f"it has {count:,} entries, of which a whole edition has at least {info.least:,}: it is a part of one"
    return replace(draft, doubts=(*draft.doubts, doubt))

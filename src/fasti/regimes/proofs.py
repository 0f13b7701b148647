"""Evidence: what a reader can check, strongest first - orders, regulations, list files, guidance, filings, press."""

from collections.abc import Sequence

from fasti.ledger.view import View
from fasti.model.act import RANK_ORDER, Act, Rank
from fasti.model.entry import Edition
from fasti.model.history import EntryHistory
from fasti.model.moment import Moment
from fasti.model.standing import Evidence

QUOTE = 160
"""Characters of free text quoted from a file; the whole lies in the archive under the hash given."""


def evidence_of(entries: Sequence[EntryHistory], view: View) -> tuple[Evidence, ...]:
    """Return the evidence for a party's entries on one list, by rank and then by date."""
    found: dict[Evidence, tuple[int, str]] = {}
    for entry in entries:
        for act in entry.acts:
            for evidence in act_evidence(act, view):
                found[evidence] = (RANK_ORDER[Rank(evidence.rank)], str(act.takes_effect))
        for edition in entry.editions:
            evidence = edition_evidence(edition, entry, view)
            found[evidence] = (RANK_ORDER[Rank.LIST_FILE], edition.order)
    return tuple(sorted(found, key=lambda one: (found[one], one.citation)))


def act_evidence(act: Act, view: View) -> tuple[Evidence, ...]:
    """Return an act's own citation and the further sources that were public at the vantage."""
    zone_name = view.act_zone(act)
    known = view.vantage.known_until(zone_name)
    own = Evidence(
        source="chronicle",
        rank=act.rank.value,
        citation=act.citation,
        url=act.url,
        sha256=None,
        locator=act.act_id,
        quote=act.time_text or None,
    )
    others = (
        Evidence("chronicle", one.rank.value, one.citation, one.url, None, act.act_id, one.quote or None)
        for one in act.sources
        if not one.published or Moment.parse(one.published).published(zone_name) <= known
    )
    return (own, *others)


def edition_evidence(edition: Edition, entry: EntryHistory, view: View) -> Evidence:
    """Return the evidence that an edition is for an entry."""
    source = view.catalog.sources[edition.source]
    speaks_for = Moment.of(edition.listed_at, source.zone)
    listing = entry.listing
    quote = None
    if listing is not None and edition == entry.shown:
        quote = f"{listing.caption}. {listing.remarks}".strip()[:QUOTE] if listing.remarks else listing.caption
    return Evidence(
        source=edition.source,
        rank=Rank.LIST_FILE.value,
        citation=f"{source.title}, edition of {speaks_for.on} ({edition.basis})",
        url=source.url,
        sha256=edition.members[0].sha256,
        locator=f"{edition.members[0].name}: {entry.key}",
        quote=quote,
    )

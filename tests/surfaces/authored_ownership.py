"""An answer about stakes, written by hand: one asset reached, one that cannot be excluded, one not reached."""

from dataclasses import replace

from fasti.model.answer import NOTICE
from fasti.model.reached import OwnershipAnswer, OwnershipQuery, OwnerView, ReachedView
from tests.surfaces.authored import EMPTY_RUN

REACHED = ReachedView(
    asset="Alder Works",
    list="us_ofac_sdn",
    status="reached",
    effect_status="in_force",
    control="not_assessed",
    aggregate_share=0.55,
    aggregate_low=0.55,
    aggregate_high=0.55,
    path=("Owner One", "Alder Works"),
    owners=("Owner One", "Owner Two"),
    arithmetic=("Alder Works: Owner One 30% + Owner Two 25% = 55%; the rule needs at least 50%: met",),
    control_signs=(),
    why="Reached through its owners.",
    rule="us.ofac_50_percent/50_percent/v2",
    citation="79 FR 47726",
    from_="2014-08-13",
    until=None,
    confidence="med",
    note="The FAQs were read in excerpts.",
)
OPEN = replace(
    REACHED,
    asset="Birch Works",
    list="eu_fsf",
    status="cannot_exclude",
    control="assessed",
    aggregate_share=None,
    aggregate_low=0.0,
    aggregate_high=0.6,
    path=("Owner One", "Birch Works"),
    owners=("Owner One",),
    arithmetic=("Birch Works: Owner One at most 60%; the rule needs at least 50%: may be met",),
    control_signs=("Owner One: appoints the board",),
    why="Cannot be excluded: a share is not known exactly.",
    rule="eu.restrictive_measures/owned_or_controlled/v3",
    citation="Best Practices of 3 July 2024",
    from_="2024-07-03",
    confidence="low",
    note="",
)
APART = replace(
    REACHED,
    asset="Cedar Works",
    status="not_reached",
    aggregate_share=0.0,
    aggregate_low=0.0,
    aggregate_high=0.0,
    path=(),
    owners=(),
    arithmetic=(),
    why="Not reached: no stake given for that day joins it to an owner on the list.",
)
HALTED = replace(
    REACHED,
    asset="Alder Works",
    list="us_bis_entity",
    status="not_reached",
    effect_status="suspended",
    why="Not reached: the rule is suspended from 2025-11-10 until 2026-11-10.",
    rule="us.ear.affiliates/affiliates/v1",
    citation="90 FR 47201",
    from_="2025-11-10",
    until="2026-11-10",
)
OWNERSHIP = OwnershipAnswer(
    "fasti/ownership/1",
    NOTICE,
    OwnershipQuery(
        ("stakes.csv",), ("Owner One:eu_fsf",), "2025-12-01", "2025-12-01", ("us-person",), (), projected=False
    ),
    EMPTY_RUN,
    (
        OwnerView("Owner One", "eu_fsf", "assumed", None, None, None, None, None, None, "yes"),
        OwnerView(
            "Owner Two",
            "us_ofac_sdn",
            "listed",
            "ofac:9",
            "OWNER TWO",
            "OWNER TWO LTD",
            0.93,
            "2020-01-02",
            None,
            "may",
        ),
    ),
    (REACHED, HALTED, OPEN, APART),
)

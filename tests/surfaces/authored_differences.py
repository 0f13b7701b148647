"""The answers about what changed, written by hand."""

from fasti.model import difference
from fasti.model.answer import NOTICE
from tests.surfaces.authored import EMPTY_RUN

DIFFERENCE = difference.DiffAnswer(
    "fasti/diff/1",
    NOTICE,
    "us_ofac_sdn",
    "2022-04-05",
    "2022-04-07",
    ("us_ofac_sdn/csv 1a2b3c", "us_ofac_sdn/csv 4d5e6f"),
    (difference.EntryChange("ofac:17018", "ROSTEC", "added", "2022-04-07", (), "87 FR 1"),),
    (),
    (difference.EntryChange("ofac:7", "SEEN AGAIN", "removed", None, (), None),),
    (
        difference.EntryChange(
            "ofac:9", "EXAMPLE", "amended", None, (difference.FieldChange("name", None, "EXAMPLE"),), None
        ),
    ),
    (
        difference.ChangeGroup("drift", "facts.gender", None, None, 12, ("ofac:1", "ofac:2")),
        difference.ChangeGroup("mass_amendment", "facts.note", None, "A note to all.", 11, ("ofac:1", "ofac:3")),
    ),
    EMPTY_RUN,
)
DIFFERENCES = difference.LedgerDiffAnswer(
    "fasti/diff_all/1",
    NOTICE,
    "2022-04-05",
    "2022-04-07",
    (
        difference.ListDifference(
            "us_ofac_sdn", DIFFERENCE.editions, DIFFERENCE.added, (), (), DIFFERENCE.amended, DIFFERENCE.groups
        ),
    ),
    ("us_dod_ccmc",),
    DIFFERENCE.run,
)

"""The scorer `name_v1`: how far a party asked for and a listed party agree, and why.

What it does, its bands and its limits are described in docs/matching.md. Its results never change under this name
once it is released.
"""

from fasti.screening.name_v1.comparing import Compared, compare_names
from fasti.screening.name_v1.reading import PreparedName, prepare
from fasti.screening.name_v1.scoring import Scored, score
from fasti.screening.name_v1.wording import SCORER, NameWording

__all__ = [
    "MATCH",
    "POSSIBLE",
    "SCORER",
    "Compared",
    "NameWording",
    "PreparedName",
    "Scored",
    "compare_names",
    "prepare",
    "score",
]

MATCH = 0.85
"""From here on two names are taken for the same name."""
POSSIBLE = 0.70
"""From here on two names may be the same name: a person should look."""

"""The help of `--threshold` names the bands of the scorer."""

from typing import get_args

from fasti.cli import options
from fasti.screening.name_v1 import MATCH, POSSIBLE, SLIP


def test_the_help_of_the_threshold_names_the_bands() -> None:
    told = next(one.help for one in get_args(options.Threshold) if hasattr(one, "help"))
    assert told.endswith(f": {MATCH:.2f} for matches, {POSSIBLE:.2f} for possible ones, {SLIP:.2f} for slips too.")

"""What a source's own `source.toml` says about its text: how keys are made, and which words tell its parts apart."""

import re
from functools import cache
from typing import Any

from fasti.sources.source_info import description_table


@cache
def patterns(source_id: str) -> dict[str, re.Pattern[str]]:
    """Return the patterns of the table `text`, by name; they are compiled as they stand."""
    return {name: re.compile(one) for name, one in table(source_id)["text"].items()}


@cache
def table(source_id: str) -> dict[str, Any]:
    """Return the whole of a source's description; read once per process."""
    return description_table(source_id)

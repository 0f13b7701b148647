"""An authored edition in each official format gives the listings that stand beside it, word for word.

`.venv/bin/python -m tests.golden.sources.test_golden` writes them anew; read the difference before you keep it.
"""

import json
from pathlib import Path

import pytest

from fasti.sources.drafting import Memo
from fasti.sources.reading import read
from tests.golden.sources.editions import EDITIONS, FOLDER, members, plain


@pytest.mark.parametrize(("source_id", "form"), EDITIONS)
def test_listings_are_the_expected_ones(source_id: str, form: str) -> None:
    """Every part, every field of every entry."""
    assert _drafted(source_id, form) == json.loads(_expected(source_id, form).read_text(encoding="utf-8"))


def _expected(source_id: str, form: str) -> Path:
    return FOLDER / source_id / f"expected_{form}.json"


def _drafted(source_id: str, form: str) -> dict[str, object]:
    draft = read(source_id, members(source_id, form), Memo())
    return {
        "stated_on": draft.stated_on.isoformat() if draft.stated_on else None,
        "lists": list(draft.lists),
        "problems": [plain(problem) for problem in draft.problems],
        "parts": {part: [plain(one) for one in listings.values()] for part, listings in draft.parts.items()},
    }


if __name__ == "__main__":
    for edition in EDITIONS:
        _expected(*edition).write_text(
            json.dumps(_drafted(*edition), indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )

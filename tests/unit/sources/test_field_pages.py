"""The pages on fields and tags say what the readers do."""

import pytest

from fasti.sources.source_info import described
from tests.unit.sources.field_pages import FOLDER, fields_section, introduction, tags_section


@pytest.mark.parametrize("source_id", described())
def test_a_page_says_what_the_reader_does(source_id: str) -> None:
    """`.venv/bin/python -m tests.realdata.test_sources_pages` makes them anew, with the counts of real editions."""
    page = (FOLDER / f"{source_id}.md").read_text(encoding="utf-8")
    assert page.startswith(introduction(source_id))
    assert fields_section(source_id) in page
    assert tags_section(source_id) in page

"""References that lead nowhere, and times that are none, are told in one sentence."""

import pytest

from fasti.model.errors import BadInputError
from tests.unit.chronicle.authored import with_act


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'parties = ["acme", {',
            'parties = ["acmee", {',
            "acts/acme.toml, act acme-listed: party 'acmee' is not in parties.toml; add it there first.",
        ),
        (
            'matter = "acme-v-agency"',
            'matter = "acme-v-agents"',
            (
                "acts/acme.toml, act acme-enjoined: matter 'acme-v-agents' is not described; "
                "add a [matter.acme-v-agents] table to a file of acts/."
            ),
        ),
        (
            'sources = ["paper"',
            'sources = ["papers"',
            "acts/acme.toml, act acme-listed: source 'papers' is not in sources.toml; add it there first.",
        ),
        (
            "made = 2020-01-01",
            'made = "2020-13-01"',
            (
                "acts/acme.toml, act law, made: '2020-13-01' is neither a date nor an instant with an offset; "
                "write 2021-05-25 or 2021-05-25T16:09:00-04:00."
            ),
        ),
        (
            "made = 2021-03-12T16:09:00-05:00",
            "made = 2021-03-12T16:09:00",
            (
                "acts/acme.toml, act acme-enjoined, made: '2021-03-12T16:09:00' is neither a date nor an instant with "
                "an offset; write 2021-05-25 or 2021-05-25T16:09:00-04:00."
            ),
        ),
        (
            "on = 2021-04-01",
            'on = "soon"',
            (
                "acts/acme.toml, act acme-enjoined, next_step.on: 'soon' is neither a date nor an instant with an "
                "offset; write 2021-05-25 or 2021-05-25T16:09:00-04:00."
            ),
        ),
    ],
    ids=["party", "matter", "source", "no date", "no offset", "next step"],
)
def test_refused(old: str, new: str, sentence: str) -> None:
    with pytest.raises(BadInputError) as refused:
        with_act(old, new)
    assert str(refused.value) == sentence

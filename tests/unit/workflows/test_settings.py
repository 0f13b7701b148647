"""Which ledger is meant: a file, never a folder."""

import pytest

from fasti.model.errors import UsageError
from fasti.workflows.settings import Settings


@pytest.mark.parametrize("named", [".", "/"])
def test_a_ledger_needs_the_name_of_a_file(named: str) -> None:
    with pytest.raises(UsageError, match="is a folder, not a ledger"):
        Settings.from_environment(named)

"""Which ledger a command uses, and that whoever names it with `--db` is told when it was not there and is made."""

from dataclasses import replace

from fasti.cli.output import say
from fasti.workflows.settings import Settings


def settings_of(db: str | None) -> Settings:
    """Return the settings of the environment and of `--db`.

    Raises:
        UsageError: The ledger is named by nothing that this version can open.
    """
    settings = Settings.from_environment(db)
    return settings if db is None else replace(settings, announce=say)

"""Which release of the package this is; `pyproject.toml` says the same, and to ask what is installed takes longer."""

VERSION = "0.1.0"

"""The package's own tables: TOML that people write, read from the JSON that is compiled of it."""

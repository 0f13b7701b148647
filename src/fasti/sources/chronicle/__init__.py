"""The chronicle: legal acts that no list file records, curated as cited TOML."""

"""When a list's consequences reach owned companies: rules as dated TOML, and which version speaks at a vantage."""

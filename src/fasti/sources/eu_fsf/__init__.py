"""The European Union's consolidated list of financial sanctions (Financial Sanctions Files)."""

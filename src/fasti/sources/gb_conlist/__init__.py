"""OFSI's Consolidated List of Financial Sanctions Targets in the UK, which was closed in 2026."""

"""The Unverified List of the US Bureau of Industry and Security (15 CFR Part 744, Supplement No. 6)."""

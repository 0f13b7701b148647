"""The Australian Sanctions Consolidated List: rows of names that share a reference make one party."""

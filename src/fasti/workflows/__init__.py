"""Use cases: the only place with a clock, an environment and wiring."""

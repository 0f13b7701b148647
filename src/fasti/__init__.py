"""Fasti: which restriction lists a party was on, on any date, what that forbade, and why."""

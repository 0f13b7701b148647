"""The United Nations Security Council Consolidated List: every committee's list in one file."""

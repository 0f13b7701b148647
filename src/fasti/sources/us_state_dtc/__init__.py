"""Parties debarred under the Arms Export Control Act (Department of State, Directorate of Defense Trade Controls)."""

"""The nonproliferation sanctions of the US Department of State."""

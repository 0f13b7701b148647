"""Linguistic tables of the scorer `name_v1`, written from general knowledge, as data."""

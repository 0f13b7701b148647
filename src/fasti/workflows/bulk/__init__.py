"""Whole tables of names: read, asked, written, and gone on with after an interruption."""

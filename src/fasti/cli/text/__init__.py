"""Answers as documents of words and tables, and how a terminal shows them."""

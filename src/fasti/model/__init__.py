"""Vocabulary: frozen values and answer types; the standard library only, no input or output, no clock."""

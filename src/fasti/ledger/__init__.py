"""The log of evidence and what is derived from it: archive, chain, spans, fold and diff."""

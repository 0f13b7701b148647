"""Figures that the index, the plain search and the compiled one have in common.

They stand alone: what the compiled search is compiled from is `COMPILED`, and any other module may change without
compiling it again.
"""

COMPILED = (
    "figures",
    "kernel_bounding",
    "kernel_choosing",
    "kernel_compiling",
    "kernel_data",
    "kernel_finding",
    "kernel_memory",
    "kernel_pairing",
    "kernel_reaching",
    "kernel_search",
    "kernel_sifting",
    "kernel_spelling",
    "kernel_ways",
)
"""The modules of this package whose text decides what is compiled: the compiled search, and all that it imports."""

SPARE = 1e-5
"""Bounds are compared with so much to spare: stored weights have 24 bits."""

PREFIX = 7
"""Letters of a token that count towards its hashes."""

RECORD_LETTERS, RECORD_WORDS = 16, 2
"""Letters of a token that its record holds, eight to a word of 64 bits."""

SEED = 0xCBF29CE484222325
STEP = 0x100000001B3
"""Offset and prime of the 64-bit FNV-1a hash (Fowler, Noll, Vo)."""
FINISH = 0x9E3779B97F4A7C15
"""Odd multiplier near 2**64 divided by the golden ratio; spreads the bits for use of the upper ones."""

MARK = 0xFFFF
"""The lower bits of the hash of a key, which tell keys of one bucket apart."""

FIRST, SECOND = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F
"""Odd multipliers that spread two tokens that may stand side by side over 64 bits."""

"""What the compiled kernel is handed: the arrays of a shelf, the limits, a batch of queries, and room to work in."""

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[Any]
else:
    Numbers = object


FIXED, KNOWN, LETTER, LETTERED, TOLD = 1, 2, 4, 8, 16
"""Flags of a unit: what its `fasti.index.wording.Sort` says, and whether it is a letter or a word of letters at all."""

UNIT_FIELDS = (
    ("token", "u4"),
    ("weight", "f4"),
    ("least", "f4"),
    ("first", "u4"),
    ("count", "u4"),
    ("flags", "u1"),
    ("rules", "u1"),
    ("style", "u1"),
    ("letter", "u1"),
)
"""All that is known of a listed unit, side by side, so that one look into memory fetches it.

Token, weight, least weight, first posting, postings, flags, rules that it breaks alone (one bit each), style, first
character.
"""


ROWS, LAST_ROW = 255, 7
"""Lowest bits of the mark of a unit: the units of a query that it may be paired with, the last bit for all further."""
IS_LETTER, RULES_AT, CHARACTER_AT = 1 << 8, 16, 24
"""Further bits: whether it is a letter that may stand for a word; from where the rules stand that it breaks alone; and
from where the first character, 0 unless it is such a letter or one may stand for it."""


class ShelfData(NamedTuple):
    """The arrays of a shelf: those of `fasti.index.shelves.ShelfView`, and of `fasti.index.kernel_tables`."""

    token_text: Numbers
    token_start: Numbers
    token_head: Numbers
    token_letters: Numbers
    token_units: Numbers
    spelled_start: Numbers
    spelled_token: Numbers
    spelled_mark: Numbers
    key_start: Numbers
    key_mark: Numbers
    key_token: Numbers
    key_code: Numbers
    key_likeness: Numbers
    posting: Numbers
    form_units: Numbers
    form_unit: Numbers
    form_least: Numbers
    neighbours: Numbers
    units: Numbers


class LimitsData(NamedTuple):
    """The limits of a shelf as tables.

    Attributes:
        edits: Most edits by the length of the shorter token.
        likeness: Shape (edits, length of the longer token).
        hard: The same, where more than vowels or the order of letters differs.
        vowels: One bit for each letter of those among which the choice counts less.
        other_first: What the likeness is multiplied with if the first letters differ.
        least: Likeness by edits below this is none.
        known: Most likeness of two known units.
        more: Share of its weight that a told unit without a partner counts besides.
        masks: For each length of a beginning, from 0 to `PREFIX`, and each number of edits: the deletions to make,
            one behind the other.
        mask_start: Shape (lengths, edits + 1): first mask behind those with so many deletions.
        initial: Most likeness of an initial.
        joined: Most likeness of tokens run together.
        most_joined: How many, 3 at most.
        greatest: Greatest weight of a listed unit.
        floors: Least weight of the forms of each code.
        bits: So many bits of a hash choose the bucket of the table of spellings.
        key_shift: So many bits of a hash are below those that choose the bucket of the table of keys.
        neighbour_shift: The same for the table of neighbours.
        longest: Length of the longest listed token.
        meets: For each style the styles it meets, one bit each.
    """

    edits: Numbers
    likeness: Numbers
    hard: Numbers
    vowels: "np.uint64"
    other_first: float
    least: float
    known: float
    more: float
    masks: Numbers
    mask_start: Numbers
    initial: float
    joined: float
    most_joined: int
    greatest: float
    floors: Numbers
    bits: "np.uint64"
    key_shift: "np.uint64"
    neighbour_shift: "np.uint64"
    longest: int
    meets: Numbers


TOKEN_FIELDS = (("first", "i8"), ("size", "i4"), ("edits", "i4"), ("key", "i4"), ("keys", "i4"))
"""What is known of a token asked for: first byte, length, most edits, first key, and how many it has."""
KEY_FIELDS = (("hash", "u8"), ("likeness", "f8"), ("sure", "i8"))
"""What is known of a key sought: its hash, the most likeness it allows, whether it holds of two known units as well."""
ASKED_FIELDS = (
    ("weight", "f8"),
    ("least", "f8"),
    ("token", "i4"),
    ("flags", "u1"),
    ("letter", "u1"),
    ("rules", "u1"),
    ("spare", "u1"),
)
"""What is known of a unit asked for: weight, least, token, flags, first character, rules that it breaks alone."""


class BatchData(NamedTuple):
    """The forms of many queries on one shelf.

    Attributes:
        text: Tokens, one behind the other; others may be among them.
        tokens: Each distinct token of a sort once; see `TOKEN_FIELDS`.
        keys: Keys sought, others among them; see `KEY_FIELDS`.
        form_start: First unit of each form, and the end.
        form_style: Its style.
        form_token: Token of each unit, by its place among `tokens`.
        units: Of all forms; see `ASKED_FIELDS`.
    """

    text: Numbers
    tokens: Numbers
    keys: Numbers
    form_start: Numbers
    form_style: Numbers
    form_token: Numbers
    units: Numbers


class RoomData(NamedTuple):
    """Room to work in, one for each thread; what is changed is put back before a search ends.

    Attributes:
        sums: For each form, in 8 bits each: its code, the sum of gains so far, the pairs so far that the first rule is
            about, and what `fasti.index.kernel_inputs.counted_forms` counts.
        chain: For each token the last way by way of it, or -1.
        seen: One bit for each token.
        found: As many forms as there are.
        slot: For each token its place among the near ones, or -1.
        near: As many tokens as there are.
        sure: Likeness of each.
        loose: Likeness of each.
        parts: Shape (n, 4): ways to cut one token into listed ones, as `fasti.index.kernel_pairing.NearData` has them.
        places: For each character the places where it stands in a token, one bit each.
        tally: For each character how often it stands in a token.
        run: Text of units run together, as long as the longest token.
        hashes: Of one token with letters left out.
        marks: For each listed unit what `ROWS` and the figures below it say.
    """

    sums: Numbers
    chain: Numbers
    seen: Numbers
    found: Numbers
    slot: Numbers
    near: Numbers
    sure: Numbers
    loose: Numbers
    parts: Numbers
    places: Numbers
    tally: Numbers
    run: Numbers
    hashes: Numbers
    marks: Numbers

"""Decide the arrays of one shelf: tokens, units, postings, forms, and the tables by which tokens are found.

The layout is described in docs/name-index.md.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from fasti.index.buckets import bits_for, file_tokens, in_bytes
from fasti.index.figures import MARK, PREFIX
from fasti.index.gathering import Filed, Gathered, distinct_rows
from fasti.index.neighbours import neighbours
from fasti.index.runs import kept, starts_of_runs
from fasti.index.spelling import filed_hashes
from fasti.index.wording import Limits
from fasti.model.errors import LedgerError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_FIGURES = 128
"""Likenesses that keys may have: so many a byte tells apart beside whether a key is sure."""

ShelfArrays = dict[str, "NDArray[Any]"]


def arrange(
    found: Gathered, limits: Limits, filed: Callable[[Sequence[tuple[str, int]]], Iterable[Filed]]
) -> ShelfArrays:
    """Return the arrays of a shelf by name.

    Args:
        found: What the names hold on the shelf.
        limits: Of the shelf.
        filed: Tells the keys of tokens of some sorts, slice after slice.
    """
    import numpy as np

    tokens, units = found.tokens, len(found.unit_token)
    letters = np.fromiter((len(token) == 1 and token.isalpha() for token in tokens), np.bool_, len(tokens))
    arrays: ShelfArrays = {
        "token_units": starts_of_runs(np.bincount(found.unit_token, minlength=len(tokens))),
    }
    arrays |= _arrange_said(found)
    arrays |= _arrange_forms(found, letters[found.unit_token])
    arrays |= _postings(arrays, units)
    arrays["neighbours"] = neighbours(found.unit_token[arrays["form_unit"]], arrays["form_units"])
    arrays["form_sizes"], arrays["form_sums"] = kept(arrays.pop("form_units"))
    arrays["named_sizes"], arrays["named_sums"] = kept(arrays.pop("form_names"))
    return arrays | _arrange_tokens(tokens, limits) | _arrange_keys(found, filed)


def _arrange_said(found: Gathered) -> ShelfArrays:
    """Return what is said of units beside their tokens, each combination once, and the place of each unit's."""
    import numpy as np

    weights = found.unit_weight.astype(np.float32), found.unit_least.astype(np.float32)
    (weight, least, sort, style), place = distinct_rows(*weights, found.unit_sort, found.unit_style)
    return {
        "unit_said": place.astype(np.min_scalar_type(max(len(weight) - 1, 0))),
        "said_weight": weight,
        "said_least": least,
        "said_sort": sort,
        "said_style": style,
    }


def sizes_of(starts: "NDArray[np.uint32]") -> "NDArray[np.int64]":
    """Return how many elements each group has, given where the groups begin and the end."""
    wide: NDArray[np.int64] = starts.astype("int64")
    return wide[1:] - wide[:-1]


def _arrange_forms(found: Gathered, letter: "NDArray[np.bool_]") -> ShelfArrays:
    """Return the forms, those without a single letter first, with their names."""
    import numpy as np

    lengths, units = found.lengths.astype(np.int64), found.members
    owner = np.repeat(np.arange(len(lengths)), lengths)
    has_letter = np.zeros(len(lengths), np.bool_)
    has_letter[owner[letter[units]]] = True
    order = np.argsort(has_letter, kind="stable")
    ranks = np.empty_like(order)
    ranks[order] = np.arange(len(order))
    by_form = np.argsort(ranks[owner], kind="stable")
    pairs = np.unique((ranks[found.form_of].astype(np.uint64) << np.uint64(32)) | found.name_of.astype(np.uint64))
    named = (pairs >> np.uint64(32)).astype(np.int64)
    return {
        "form_units": starts_of_runs(lengths[order]),
        "form_unit": units[by_form],
        "form_names": starts_of_runs(np.bincount(named, minlength=len(lengths))),
        "form_name": pairs.astype(np.uint32),
        "lettered": np.array([len(lengths) - int(has_letter.sum())], np.uint32),
    }


def _postings(arrays: Mapping[str, "NDArray[Any]"], units: int) -> ShelfArrays:
    """Return for each unit the forms that hold it, in order."""
    import numpy as np

    counts = sizes_of(arrays["form_units"])
    forms = np.repeat(np.arange(len(counts), dtype=np.uint64), counts)
    packed = np.sort((arrays["form_unit"].astype(np.uint64) << np.uint64(32)) | forms)
    if len(packed):
        packed = packed[np.concatenate([[True], packed[1:] != packed[:-1]])]
    held = (packed >> np.uint64(32)).astype(np.int64)
    return {"unit_forms": starts_of_runs(np.bincount(held, minlength=units)), "posting": packed.astype(np.uint32)}


def _arrange_tokens(tokens: list[str], limits: Limits) -> ShelfArrays:
    """Return the tokens and the table of spellings."""
    import numpy as np

    text = np.frombuffer("".join(tokens).encode("ascii"), np.uint8)
    lengths = np.fromiter(map(len, tokens), np.int64, len(tokens))
    starts = starts_of_runs(lengths)
    alpha = np.fromiter((token.isalpha() for token in tokens), np.bool_, len(tokens))
    allowed = np.array([limits.edits_for(size) for size in range(int(lengths.max(initial=0)) + 1)], np.int64)
    edits = np.where(alpha, allowed[lengths], 0)
    spelled = file_tokens(*filed_hashes(padded(text, starts, PREFIX), lengths, edits))
    return {
        "token_text": text,
        "token_start": starts,
        "spelled_start": spelled[0],
        "spelled_token": spelled[1],
        "spelled_mark": spelled[2],
    }


def padded(text: "NDArray[np.uint8]", starts: "NDArray[np.uint32]", width: int) -> "NDArray[np.uint8]":
    """Return the first letters of each token as rows, zero where it is shorter."""
    import numpy as np

    rows = np.zeros((len(starts) - 1, width), np.uint8)
    first, sizes = starts[:-1].astype(np.int64), sizes_of(starts)
    for place in range(min(width, int(sizes.max(initial=0)))):
        held = sizes > place
        rows[held, place] = text[first[held] + place]
    return rows


def _arrange_keys(found: Gathered, filed: Callable[[Sequence[tuple[str, int]]], Iterable[Filed]]) -> ShelfArrays:
    """Return the table of keys: for each hash the tokens, the most likeness each allows, and whether it is sure.

    Raises:
        LedgerError: The keys have more likenesses than can be told apart.
    """
    import numpy as np

    (token, sort), _ = distinct_rows(found.unit_token, found.unit_sort)
    words = map(found.tokens.__getitem__, token.tolist())
    some = [*filed([*zip(words, sort.tolist(), strict=True)])]
    counts, hashes, sure, likeness = (np.concatenate(column) for column in zip(*some, strict=True))
    tokens = np.repeat(token, counts)
    order = np.lexsort((-likeness, sure, tokens, hashes))
    hashes, tokens, sure, likeness = hashes[order], tokens[order], sure[order], likeness[order]
    most = np.ones(len(order), np.bool_)  # of keys that differ in likeness alone
    most[1:] = (hashes[1:] != hashes[:-1]) | (tokens[1:] != tokens[:-1]) | (sure[1:] != sure[:-1])
    figures, places_of = np.unique(likeness[most], return_inverse=True)
    if len(figures) > MOST_FIGURES:
        raise LedgerError(f"The scorer's keys have {len(figures)} likenesses, and the index takes {MOST_FIGURES}.")
    bits = bits_for(int(most.sum()))
    buckets = (hashes[most] >> np.uint64(64 - bits)).astype(np.int64)
    return {
        "key_start": starts_of_runs(np.bincount(buckets, minlength=1 << bits)),
        "key_mark": (hashes[most] & np.uint64(MARK)).astype(np.uint16),
        "key_token": in_bytes(tokens[most]),
        "key_code": (2 * places_of + sure[most]).astype(np.uint8),
        "key_likeness": np.nextafter(figures.astype(np.float32), np.float32(2.0)),
    }

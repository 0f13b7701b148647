"""How text is set to a width: lines broken between words, columns that share the room, styles as terminal codes.

Widths are cells of a terminal: an ideograph takes two. A word longer than a line is cut; nothing is left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

Runs = Sequence[tuple[str, str]]
"""A text in pieces, each with the codes of its style (`1;33`), or none."""

_WORD = re.compile(r"\s*\S+\s*")
_RESET = "\x1b[0m"


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # knows the width of every character; a start that shows none needs no table

    return cell_len(text)


def lines(text: Runs, width: int) -> list[list[tuple[str, str]]]:
    """Break a text into lines of at most so many cells, between words where that can be."""
    if width < 1:
        return [[]]
    plain = "".join(piece for piece, _ in text)
    ends = [*_breaks(plain, width), len(plain)]
    return [_stripped(_cut(text, start, end)) for start, end in pairwise([0, *ends])]


def drawn(line: Iterable[tuple[str, str]], *, colour: bool) -> str:
    """Return a line as it is written, with terminal codes if there shall be colour."""
    if not colour:
        return "".join(piece for piece, _ in line)
    return "".join(f"\x1b[{codes}m{piece}{_RESET}" if codes and piece else piece for piece, codes in line)


def cropped(text: Runs, width: int) -> list[tuple[str, str]]:
    """Return a text in one line, cut at a width."""
    plain = "".join(piece for piece, _ in text)
    return list(text) if cells(plain) <= width else _cut(text, 0, len(_pieces(plain, width)[0]) if width > 0 else 0)


def shared(widths: Sequence[int], may_shrink: Sequence[bool], room: int) -> list[int]:
    """Return the widths of columns that share a room: the widest give way first, down to the next widest.

    Where those that may shrink cannot give enough, all give alike.

    >>> shared([10, 30, 20], [True, True, True], 40)
    [10, 15, 15]
    """
    found = list(widths)
    while sum(found) > room:
        shrinking = [width for width, may in zip(found, may_shrink, strict=True) if may]
        widest = max(shrinking, default=0)
        if not widest:
            break
        step = widest - max((width for width in shrinking if width != widest), default=0)
        most = [step * (may and width == widest) for width, may in zip(found, may_shrink, strict=True)]
        found = _lowered(found, most, sum(found) - room)
    return _lowered(found, found, max(0, sum(found) - room))


def _lowered(widths: Sequence[int], most: Sequence[int], excess: int) -> list[int]:
    """Take an excess from widths in equal parts, from each at most so much."""
    giving = sum(map(bool, most))
    found = []
    for width, limit in zip(widths, most, strict=True):
        part = min(limit, round(excess / giving)) if limit else 0
        excess, giving = excess - part, giving - bool(limit)
        found.append(width - part)
    return found


def _breaks(text: str, width: int) -> Iterator[int]:
    """Yield where new lines begin."""
    used = 0
    for word in _WORD.finditer(text):
        size = cells(word[0].rstrip())
        if size <= width - used:
            used += cells(word[0])
        elif size <= width:
            yield word.start()
            used = cells(word[0])
        else:
            pieces = _pieces(word[0], width)
            yield from filter(None, accumulate(map(len, pieces[:-1]), initial=word.start()))
            used = cells(pieces[-1])


def _pieces(word: str, width: int) -> list[str]:
    """Cut a word into pieces of at most so many cells."""
    if word.isascii():
        return [word[place : place + width] for place in range(0, len(word), max(1, width))]
    from rich.cells import chop_cells  # see `cells`

    return chop_cells(word, width)


def _cut(text: Runs, start: int, end: int) -> list[tuple[str, str]]:
    """Return what lies between two places of a text."""
    found, place = [], 0
    for piece, codes in text:
        part = piece[max(0, start - place) : max(0, end - place)]
        if part:
            found.append((part, codes))
        place += len(piece)
    return found


def _stripped(line: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return a line without the blanks at its end."""
    while line and not line[-1][0].rstrip():
        line = line[:-1]
    return [*line[:-1], (line[-1][0].rstrip(), line[-1][1])] if line else []

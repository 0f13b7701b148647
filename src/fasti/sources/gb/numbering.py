"""Part a cell that holds several numbered values, as people write them into it."""

import re

_MARK = re.compile(r"(?:^|(?<=[\s.,;)]))\(?([0-9]{1,2}|[a-z])\)(?!\s*-\s*\()\s*")
_ENDS = " \t\r\n,;"


def numbered(text: str) -> tuple[str, ...]:
    """Return the values of a cell in their order; the whole cell if it does not count from its beginning without a gap.

    >>> numbered("(1) Russian (2) USSR (until 1991)"), numbered("a) General b)Major General"), numbered("Afghan")
    (('Russian', 'USSR (until 1991)'), ('General', 'Major General'), ('Afghan',))
    >>> numbered("(1) Manzil Tmim (2)-(6) -")
    ('(1) Manzil Tmim (2)-(6) -',)
    """
    words = " ".join(text.split())
    marks = list(_MARK.finditer(words))
    if len(marks) < 2 or marks[0].start() or not _counts([mark[1] for mark in marks]):  # noqa: PLR2004 # one is no list
        return (words,) if words else ()
    ends = [*(mark.start() for mark in marks[1:]), len(words)]
    values = tuple(words[mark.end() : end].strip(_ENDS) for mark, end in zip(marks, ends, strict=True))
    return values if all(any(map(str.isalnum, value)) for value in values) else (words,)


def _counts(labels: list[str]) -> bool:
    """Say whether labels are 1, 2, 3 ... or a, b, c ..."""
    first = labels[0]
    if first not in {"1", "a"}:
        return False
    if first == "1":
        return labels == [str(number) for number in range(1, len(labels) + 1)]
    return labels == [chr(ord("a") + number) for number in range(len(labels))]

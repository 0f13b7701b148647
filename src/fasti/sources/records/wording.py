"""White space says nothing in the files that people keep by hand."""

from collections.abc import Iterable

_PUNCTUATION = " ,;"


def one_line(text: str | None) -> str:
    """Collapse white space; nothing is an empty text."""
    return " ".join(text.split()) if text else ""


def joined(parts: Iterable[str], by: str = " ") -> str:
    """Join the parts that say something.

    >>> joined(("Kabul", "", "Afghanistan"), ", ")
    'Kabul, Afghanistan'
    """
    return by.join(part for part in parts if part)


def without_debris(text: str | None) -> str:
    """Collapse white space and drop separators left standing at the ends, where a template joined empty fields.

    >>> without_debris("previous address ,"), without_debris(", ")
    ('previous address', '')
    """
    return one_line(text).strip(_PUNCTUATION)

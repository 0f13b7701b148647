"""What no reader takes, whatever the format: nothing, an error page, too much."""

from typing import Never

from fasti.model.errors import RefusedError
from fasti.sources.drafting import RawMember

MOST_BYTES = 512 * 1024 * 1024
"""More than any publication read here has ever had; a file beyond it is not read."""

_SNIFFED = 2048
_BLANK = b" \t\r\n\xef\xbb\xbf"


def refuse(member: str, why: str, remedy: str = "Download the file again from the publisher.") -> Never:
    """Refuse an edition.

    Args:
        member: Name of the file.
        why: Completes "... was refused: it ...".
        remedy: What to do, a sentence.

    Raises:
        RefusedError: Always.
    """
    raise RefusedError(f"{member} was refused: it {why}. {remedy}")


def check_any(member: RawMember, *, pages: bool = False) -> None:
    """Refuse a file that cannot be an edition of anything: empty, an error page, beyond all measure.

    Args:
        member: The file.
        pages: Whether the publication is itself a web page; its reader then tells an error page from it.
    """
    if len(member.data) > MOST_BYTES:
        refuse(member.name, f"has {len(member.data)} bytes, more than the {MOST_BYTES} that are ever read")
    opening = member.data[:_SNIFFED].lstrip(_BLANK)
    if not opening.rstrip(b"\x1a" + _BLANK):
        refuse(
            member.name, "is empty", "An empty file says nothing about anyone: download it again from the publisher."
        )
    if not pages and looks_like_page(member):
        refuse(member.name, "is a web page and not the list, so it is most likely a server's error")


def looks_like_page(member: RawMember) -> bool:
    """Say whether a file begins as a web page does."""
    lower = member.data[:_SNIFFED].lstrip(_BLANK).lower()
    return lower.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in lower


def looks_like_json(member: RawMember) -> bool:
    """Say whether a file begins as JSON does."""
    return member.data[:_SNIFFED].lstrip(_BLANK).startswith((b"{", b"["))


def looks_like_xml(member: RawMember) -> bool:
    """Say whether a file begins as XML does."""
    return member.data[:_SNIFFED].lstrip(_BLANK).startswith(b"<")

"""Tell a file's format by its content, among those in which a publication is read."""

import re
from collections.abc import Collection

from fasti.sources.drafting import RawMember
from fasti.sources.gates import looks_like_json, looks_like_page, looks_like_xml, refuse

ROOTS = {"advanced": b"Sanctions", "xml_1_0": b"WHOLE"}
"""Formats in XML that have a root element of their own; any other XML is the format `xml`."""

TEXTS = ("csv", "txt")
"""Formats in plain text; a publication is read in one of them at most."""

HEADINGS = {"csv_1_0": b"Naal_wholename", "csv_2022": b"Name Non-Latin Script"}
"""Formats in plain text that have a heading of their own, with a column that no other format of the publication has."""

_SNIFFED = 4096
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]")
_PROLOGUE = re.compile(rb"<\?.*?\?>|<!--.*?-->", re.DOTALL)


def tell_form(member: RawMember, held: Collection[str]) -> str:
    """Return the format of a file.

    Args:
        member: The file.
        held: Formats in which its publication is read.

    Raises:
        RefusedError: The publication is not read in that format.
    """
    if looks_like_json(member):
        form = "json"
        if form not in held:
            refuse(member.name, "is a JSON message and not the list, so it is most likely a server's error")
    elif looks_like_page(member):
        form = "html"
    elif looks_like_xml(member):
        root = root_name(member)
        form = next((one for one, name in ROOTS.items() if one in held and name == root), "xml")
    else:
        own = (one for one, column in HEADINGS.items() if one in held and column in member.data[:_SNIFFED])
        form = next(own, next((one for one in TEXTS if one in held), TEXTS[0]))
    if form not in held:
        refuse(member.name, f"is not in a format in which this publication is read ({', '.join(sorted(held))})")
    return form


def root_name(member: RawMember) -> bytes:
    """Return the local name of the root element of an XML file; empty if its beginning does not show it.

    >>> root_name(RawMember("entries", "x", b'<?xml version="1.0"?><un:Sanctions Version="3">'))
    b'Sanctions'
    """
    found = _ROOT.search(_PROLOGUE.sub(b"", member.data[:_SNIFFED]))
    return found[1] if found else b""

"""Parse XML from outside: without entities, network or a document type, and of bounded depth."""

from lxml import etree

from fasti.sources.drafting import RawMember
from fasti.sources.gates import refuse


def hardened_parser() -> etree.XMLParser:
    """Return a parser that resolves, loads and repairs nothing, and leaves out comments and instructions.

    libxml2 bounds the depth (256) and the size of a text (10 MB).
    """
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=False,
        remove_pis=True,
        remove_comments=True,
    )


def parse_xml(member: RawMember) -> etree._Element:
    """Return the root element of a file; `gates` bounds its size.

    Raises:
        RefusedError: The file is cut short, malformed, too deep, or brings a document type of its own.
    """
    try:
        root = etree.fromstring(member.data, hardened_parser())
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        refuse(member.name, f"is cut short or malformed XML in line {line} ({error.msg})")
    if root.getroottree().docinfo.internalDTD is not None:
        refuse(member.name, "brings a document type of its own, which the publisher's files never do")
    return root

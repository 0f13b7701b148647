"""Cut a big XML file into its records by their tags, so that one that was read before is never parsed again.

What is left without the records is parsed as a whole, with a mark for each run of them, and each record that is new is
parsed by itself: together they are well-formed exactly if the file is. A file in which tags can hide (in comments or
unparsed text among the records) or stand elsewhere than they should is parsed whole instead.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from lxml import etree

from fasti.sources.drafting import RawMember
from fasti.sources.gates import refuse
from fasti.sources.records.editions import another_list
from fasti.sources.xml_parsing import hardened_parser, parse_xml

_HIDING = (b"<![CDATA[", b"<!--", b"<?")
_START = rb"<((?:[\w.-]+:)?(?:%s))(?=[\s/>])"
_TAG_REST = re.compile(rb"""[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>""")
_DECLARATION = re.compile(rb"\s*<\?xml\s[^>]*\?>")
_BLANK = re.compile(rb"\s*")
_DIGEST = 16


@dataclass(frozen=True, slots=True)
class XmlRecord:
    """One record of a file.

    Attributes:
        member: The file.
        start: First byte of the record, or -1 if the file was parsed whole.
        stop: First byte after it.
        head: What declares encoding and namespaces before it.
        tail: What closes them.
        whole: The record's element, if the file was parsed whole.
    """

    member: RawMember
    start: int
    stop: int
    head: bytes = b""
    tail: bytes = b""
    whole: etree._Element | None = None

    def raw(self) -> bytes:
        """Return the record's bytes."""
        if self.whole is not None:
            return etree.tostring(self.whole, with_tail=False)
        return self.member.data[self.start : self.stop]

    def mark(self) -> bytes:
        """Return a digest of the record's bytes: equal for equal records."""
        return blake2b(self.raw(), digest_size=_DIGEST).digest()

    def element(self) -> etree._Element:
        """Return the record parsed.

        Raises:
            RefusedError: It is malformed.
        """
        if self.whole is not None:
            return self.whole
        raw = b"".join((self.head, self.member.data[self.start : self.stop], self.tail))
        try:
            return etree.fromstring(raw, hardened_parser())[0]
        except etree.XMLSyntaxError as error:
            parse_xml(self.member)
            refuse(self.member.name, f"cannot be cut into its records: that in line {self.line} is odd ({error.msg})")

    @property
    def line(self) -> object:
        """The line in which the record begins, from 1."""
        if self.whole is not None:
            return self.whole.sourceline
        return self.member.data.count(b"\n", 0, self.start) + 1


@dataclass(frozen=True, slots=True)
class Cut:
    """A file cut into records.

    Attributes:
        root: The root with everything but the contents of the records.
        records: In the order of the file.
    """

    root: etree._Element
    records: Sequence[XmlRecord]


def cut_xml(member: RawMember, root: str, title: str, names: Collection[str], depth: int = 1) -> Cut:
    """Cut a file into its records.

    Args:
        member: The file.
        root: Local name of its root.
        title: Of the publication.
        names: Local names of its records.
        depth: How far below the root they stand; 1 is directly in it.

    Raises:
        RefusedError: It is cut short, malformed, or has another root.
    """
    found = _sliced(member, frozenset(names), depth)
    if found is None:
        whole = parse_xml(member)
        records = [XmlRecord(member, -1, -1, whole=one) for one in _at(whole, depth) if _local(one) in names]
        found = Cut(whole, records)
    if _local(found.root) != root:
        another_list(member.name, f"its root is {_local(found.root)}, and that of {title} is {root}")
    return found


def _sliced(member: RawMember, names: frozenset[str], depth: int) -> Cut | None:
    """Return a file cut by its tags; `None` if they do not show reliably where the records are."""
    data = member.data
    bounds = list(_bounds(data, names))
    if not bounds or any(data.find(sign, bounds[0][0], bounds[-1][1]) >= 0 for sign in _HIDING):
        return None
    kept, runs = _without(data, bounds)
    try:
        root = etree.fromstring(kept, hardened_parser())
    except etree.XMLSyntaxError:
        return None
    marks = sum(1 for one in root.iter() if isinstance(one.tag, str) and _local(one) in names)
    placed = sum(1 for one in _at(root, depth) if _local(one) in names)
    head = _head(data, bounds[0][0])
    if not marks == placed == runs or head is None or root.getroottree().docinfo.internalDTD is not None:
        return None
    return Cut(root, [XmlRecord(member, start, stop, *head) for start, stop in bounds])


def _bounds(data: bytes, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield where each record begins and ends; nothing more once one does not end, or holds another."""
    starts = re.compile(_START % b"|".join(re.escape(name.encode()) for name in sorted(names)))
    found = starts.search(data)
    while found:
        opened = _TAG_REST.match(data, found.end())
        if opened is None:
            return
        stop = opened.end()
        if data[stop - 2 : stop] != b"/>":
            closed = re.compile(rb"</" + re.escape(found[1]) + rb"\s*>").search(data, stop)
            if closed is None:
                return
            stop = closed.end()
        following = starts.search(data, opened.end())
        if following and following.start() < stop:
            return
        yield found.start(), stop
        found = following


def _without(data: bytes, bounds: Sequence[tuple[int, int]]) -> tuple[bytes, int]:
    """Return a file without what its records hold, with an empty one for each run of them, and how many runs."""
    kept, last, runs = [], 0, 0
    for start, stop in bounds:
        blank = _BLANK.match(data, last, start)
        if runs == 0 or blank is None or blank.end() != start:
            name = data[start + 1 : start + 200].split(maxsplit=1)[0].split(b">")[0].rstrip(b"/")
            kept += [data[last:start], b"<", name, b"/>"]
            runs += 1
        last = stop
    return b"".join((*kept, data[last:])), runs


def _head(data: bytes, before: int) -> tuple[bytes, bytes] | None:
    """Return what opens and what closes a document with the encoding and the namespaces of this one."""
    declared = _DECLARATION.match(data[:1000].removeprefix(b"\xef\xbb\xbf"))
    opened = re.compile(rb"<([A-Za-z_][\w.:-]*)").search(data, 0, before)
    rest = _TAG_REST.match(data, opened.end()) if opened else None
    if opened is None or rest is None:
        return None
    start = data[opened.start() : rest.end()]
    return (declared[0].lstrip() if declared else b"") + start, b"</" + opened[1] + b">"


def _at(root: etree._Element, depth: int) -> Iterator[etree._Element]:
    """Yield the elements at a depth below the root."""
    if depth == 1:
        yield from root.iterchildren("*")
    else:
        for child in root.iterchildren("*"):
            yield from _at(child, depth - 1)


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]

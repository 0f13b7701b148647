"""Read a document of the Federal Register as text: the page in fixed-width type that GPO and federalregister.gov serve.

A line that goes on in the next one ends with a blank, or with a hyphen or slash; nothing else tells a name that was
turned over from the next name.
"""

import re
from collections.abc import Iterator

from fasti.sources.drafting import RawMember
from fasti.sources.gates import refuse
from fasti.sources.notices.blocks import Block, BlockKind, Notice, refuse_other
from fasti.sources.notices.dates import filed_on
from fasti.sources.notices.pages import preformatted
from fasti.sources.records.wording import one_line

USED = ("title", "ACTION", "SUPPLEMENTARY INFORMATION", "Dated", "FR Doc")
"""What is read of a document, by the words that GPO prints in front of it."""

_HEADER = "From the Federal Register Online"
_BODY = "SUPPLEMENTARY INFORMATION:"
_PAGE_MARK = re.compile(r"\n*\[\[Page \d+\]\]\n*")
_TURNED = re.compile(r" \n {0,3}(?=\S)")
_BROKEN = re.compile(r"(?<=[\w][-/])\n {0,3}(?=\S)")
_PARAGRAPH = 4
_RULE = re.compile(r"^[-=]{5,}$")


def read_register_text(member: RawMember) -> Notice:
    """Return one notice.

    Raises:
        RefusedError: It is cut short, no notice of the Federal Register, or lost the blanks at the ends of its lines.
    """
    text = preformatted(member)
    if _HEADER not in text or _BODY not in text:
        refuse_other(member.name, "it is no document of the Federal Register")
    if "[FR Doc. " not in text:
        refuse(member.name, "lacks the line FR Doc. that ends a document of the Federal Register, so it was cut short")
    if " \n" not in text:
        refuse(
            member.name, "has lost the blanks at the ends of its lines, without which turned lines cannot be told apart"
        )
    head, _, body = _joined(text).partition(_BODY)
    body, _, end = body.partition("[FR Doc. ")
    return Notice(
        _subject(head), _labelled(head, "ACTION:"), filed_on(f"[FR Doc. {end}"), tuple(_blocks(body.lstrip(" ")))
    )


def _joined(text: str) -> str:
    """Return a text whose turned lines are one line again, without the marks of printed pages."""
    plain = _PAGE_MARK.sub(lambda found: "\n" if _goes_on(text, found.start()) else "\n\n", text)
    return _BROKEN.sub("", _TURNED.sub(" ", plain))


def _goes_on(text: str, place: int) -> bool:
    return text[:place].endswith((" ", "-", "/"))


def _subject(head: str) -> str:
    """Return the last paragraph in front of AGENCY, which is the title."""
    front = head.partition("AGENCY:")[0].split("\n\n")
    return next((text for one in reversed(front) if (text := one_line(one)) and not _RULE.match(text)), "")


def _labelled(head: str, label: str) -> str:
    return one_line(head.partition(label)[2].partition("\n\n")[0])


def _blocks(body: str) -> Iterator[Block]:
    for line in body.split("\n"):
        text = one_line(line)
        if text and not _RULE.match(text):
            bullet = text.startswith("<bullet>")
            set_in = len(line) - len(line.lstrip(" "))
            depth = int(bullet or 0 < set_in != _PARAGRAPH)
            yield Block(BlockKind.TEXT, text.removeprefix("<bullet>").strip(), depth)

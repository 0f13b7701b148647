"""Read OFAC's remarks: items parted by semicolons, most of them a label and a value."""

import re
from collections.abc import Sequence
from dataclasses import replace

from fasti.model.identity import Name, NameKind, Quality
from fasti.model.listing import Fact
from fasti.sources.drafting import Note
from fasti.sources.ofac.labels import ALTERNATIVE, Labelled, Use, find
from fasti.sources.ofac.statements import REMARK, Statement, Validity, interpret, remark
from fasti.sources.ofac.wording import tidy

LIMIT = 1000
"""Characters of the remarks column, after which OFAC cuts (data specification, 2013 notice on spill-over files)."""

KINDS = {"a": NameKind.AKA, "f": NameKind.FKA, "n": NameKind.NKA}
_MARK = re.compile(r"[();]")
_NAME = re.compile(r"([afn])\.k\.a\. '(.*)'\.?")
_LINKED = re.compile(r"\((Linked To: .*)\)")
_DATE = r"(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}(?: to (?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4})?"
_TAIL = re.compile(
    rf"(?P<value>.*?)(?:\s+\((?P<issuer>[^()]+)\))?(?: issued (?P<issued>{_DATE}))?(?: expires (?P<expires>{_DATE}))?"
)
_NUMBERED = re.compile(r"([A-Z][^:;,\d]{1,70}? ?(?:No\.|Number|Code|ID|License|Identification|#|:)):? ?\S*\d")
_CODED = re.compile(r"([A-Z][A-Za-z.'&/()#-]*(?: [A-Za-z.'&/()#-]+){0,8}) (?=\S*\d)[\w./-]{5,}(?: \([^()]+\))?")
_COLON = re.compile(r"([A-Z][A-Za-z ]{1,30}): ")


def split(text: str) -> list[str]:
    """Part remarks at their semicolons, those inside brackets apart; the items keep their spaces.

    >>> split("DOB 1962; POB Shati (Gaza; camp).")
    ['DOB 1962', ' POB Shati (Gaza; camp).']
    """
    cuts, inside = [], False
    for mark in reversed(list(_MARK.finditer(text))):
        if mark[0] != ";":
            inside = mark[0] == ")"
        elif not inside:
            cuts.append(mark.start())
    starts = [0, *(cut + 1 for cut in reversed(cuts))]
    return [text[start:end] for start, end in zip(starts, [*reversed(cuts), len(text)], strict=True)]


def read_titles(text: str) -> tuple[Fact, ...]:
    """Return the titles in a title field, which are parted by semicolons too."""
    return tuple(Fact("title", title) for item in split(text) if (title := tidy(item)))


def read_items(items: Sequence[str]) -> tuple[Statement, ...]:
    """Return what the items of a text say, in their order."""
    return tuple(statement for item in items for statement in _item(tidy(item)))


def _item(item: str) -> tuple[Statement, ...]:
    name = _NAME.fullmatch(item)
    if name:
        return (Name(name[2].strip(), KINDS[name[1]], Quality.WEAK),)
    linked = _LINKED.fullmatch(item)
    labelled = find(tidy(linked[1]) if linked else item)
    if labelled is None:
        return _free(item)
    return read_printed(labelled)


def read_printed(labelled: Labelled) -> tuple[Statement, ...]:
    """Return what a labelled value says; identifiers carry their issuer and validity behind them."""
    tail = _TAIL.fullmatch(labelled.value)
    if tail is None or labelled.label.use is not Use.IDENTIFIER:
        return interpret(labelled)
    validity = Validity(tail["issued"] or "", tail["expires"] or "")
    return interpret(replace(labelled, value=tail["value"]), tail["issuer"] or "", validity)


def _free(item: str) -> tuple[Statement, ...]:
    """Return an item without a known label: a remark, and a doubt if it looks as if it had a label."""
    label = unknown_label(item)
    return (*remark(item), unknown(label)) if label else remark(item)


def unknown(label: str) -> Note:
    """Return the doubt about a label that the vocabulary does not have."""
    return Note(
        "unknown_remark_label", label, f'no meaning is known for the label "{label}"; its text is kept as a {REMARK}'
    )


def unknown_label(item: str) -> str:
    """Return the words that look like a label in an item whose label is not known; empty if it reads as prose.

    >>> unknown_label("Star Map Number 4711 (Atlantis)"), unknown_label("Minister of Trade")
    ('Star Map Number', '')
    """
    words = ALTERNATIVE.sub("", item, count=1)
    found = _NUMBERED.match(words) or _CODED.fullmatch(words) or _COLON.match(words)
    return found[1].rstrip(":") if found else ""

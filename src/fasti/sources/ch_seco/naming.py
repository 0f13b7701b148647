"""Put the parts of a name together: as printed, and once for each script and language that has variants of a part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from lxml.etree import _Element

from fasti.model.identity import Name, NameKind, Quality
from fasti.model.listing import Fact
from fasti.sources.ch_seco.vocabulary import vocabulary
from fasti.sources.drafting import Note
from fasti.sources.records.elements import attribute, children, text
from fasti.sources.records.saying import Said
from fasti.sources.records.wording import joined, one_line

MOST_VARIANTS = 64
"""Spellings of one name in one script; no name seen has as many, and more are told."""

Style = tuple[str, str]
"""Language and script of a spelling; both empty for the name as printed."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name: its spellings by language and script."""

    order: int
    spellings: Mapping[Style, Sequence[str]]


def names_of(identity: _Element) -> Iterator[Said]:
    """Yield the names of an identity, the primary one first as printed, and the titles among their parts."""
    main = attribute(identity, "main") != "false"
    for record in children(identity, "name"):
        word, grade = attribute(record, "name-type"), attribute(record, "quality")
        kind, quality = vocabulary().kinds.get(word), vocabulary().qualities.get(grade)
        if kind is None:
            yield Note("unknown_name_type", word, f'no meaning is known for "{word}" as the type of a name')
        if quality is None and grade:
            yield Note("unknown_name_quality", grade, f'no meaning is known for "{grade}" as the quality of a name')
        kind = kind if kind is not None and (main or kind is not NameKind.PRIMARY) else NameKind.AKA
        yield from _named(record, kind, quality or Quality.STRONG)


def _named(record: _Element, kind: NameKind, quality: Quality) -> Iterator[Said]:
    """Yield a name as printed and in each other spelling."""
    parts = []
    for element in children(record, "name-part"):
        word, value = attribute(element, "name-part-type"), text(element, "value")
        if word in vocabulary().title_parts:
            yield Fact("title", value)
        elif value:
            parts.append(Part(_order(element), _spellings(element, value)))
        if word not in vocabulary().title_parts | vocabulary().name_parts:
            yield Note("unknown_name_part", word, f'no meaning is known for "{word}" as a part of a name')
    parts.sort(key=lambda part: part.order)
    for style in dict.fromkeys(style for part in parts for style in part.spellings):
        found = list(islice(_full_names(parts, style), MOST_VARIANTS + 1))
        if len(found) > MOST_VARIANTS:
            yield Note("many_spellings", found[0], f"{found[0]} has more than {MOST_VARIANTS} spellings in one script")
        for full in found[:MOST_VARIANTS]:
            printed = style == ("", "")
            yield Name(full, kind if printed or kind is not NameKind.PRIMARY else NameKind.AKA, quality)


def _full_names(parts: Sequence[Part], style: Style) -> Iterator[str]:
    """Yield each full name in a style; a part without a spelling in it stands as printed."""
    return (joined(ones) for ones in product(*(part.spellings.get(style, part.spellings["", ""]) for part in parts)))


def _spellings(element: _Element, value: str) -> dict[Style, list[str]]:
    found: dict[Style, list[str]] = {("", ""): [value]}
    for variant in children(element, "spelling-variant"):
        if spelling := one_line(variant.text):
            style = attribute(variant, "lang"), attribute(variant, "script")
            found.setdefault(style if any(style) else ("?", ""), []).append(spelling)
    return found


def _order(element: _Element) -> int:
    order = attribute(element, "order")
    return int(order) if order.isascii() and order.isdigit() else 0

"""Find Federal Register citations in the many forms in which agencies print them."""

import re

_CITATION = re.compile(
    r"(?<!\d)(\d{1,3})\s*F\.?\s*R\.?\s+(?:no\.\s*\d+\s+)?(?:pg\.\s*)?(\d{1,6})(?![\d/])", re.IGNORECASE
)


def citations(text: str) -> tuple[str, ...]:
    """Return volume and page of every citation in a text, in printed order, each once.

    >>> citations("68 F.R. 38290 6/27/03 71 F.R. 38843 7/10/06")
    ('68 FR 38290', '71 FR 38843')
    >>> citations("80FR 69852; 83  FR 37423;"), citations("76 FR No. 197 (10/12/2011)")
    (('80 FR 69852', '83 FR 37423'), ())
    """
    found = (f"{volume} FR {page}" for volume, page in _CITATION.findall(text))
    return tuple(dict.fromkeys(found))

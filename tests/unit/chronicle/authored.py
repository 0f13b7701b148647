"""A small authored chronicle that holds, for tests to break in one place each."""

from collections.abc import Mapping

from fasti.sources.chronicle.assembling import Chronicle, assemble
from fasti.sources.drafting import RawMember

LISTS = frozenset({"us_dod_ccmc", "us_ofac_ns_cmic"})

ACTS = """
zone = "America/New_York"

[matter.acme-v-agency]
court = "A court"
docket = "1:21-cv-00001"
title = "Acme v. Agency"
attacks = "its listing"

[[act]]
id = "law"
kind = "rule_made"
title = "A law was made"
authority = "Congress"
made = 2020-01-01
citation = "1 Stat. 1"
url = "https://example.org/law"
rank = "order"
confidence = "high"
primary_read = true

[[act]]
id = "acme-listed"
kind = "listed"
list = "us_dod_ccmc"
title = "Acme was listed"
authority = "Agency, under the law"
made = 2021-01-14
public = 2021-01-14
citation = "1 FR 1"
url = "https://example.org/list"
rank = "order"
confidence = "med"
primary_read = false
sources = ["paper", { source = "paper", quote = "Acme is on it" }]
parties = ["acme", { party = "bolt", key = "bollt", name = "Bollt Ltd", aka = ["BOLT"], note = "Misprint." }]

[[act]]
id = "acme-enjoined"
kind = "enjoined"
matter = "acme-v-agency"
list = "us_dod_ccmc"
stays = "effects"
title = "A court suspended the effects"
authority = "A court"
made = 2021-03-12T16:09:00-05:00
citation = "1:21-cv-00001, Dkt. 2"
no_url = "the order is not online."
rank = "order"
confidence = "med"
primary_read = false
parties = ["acme"]
next_step = { what = "hearing", on = 2021-04-01 }

[[act]]
id = "bolt-licensed"
kind = "licensed"
title = "Dealings in Bolt were allowed"
authority = "Agency"
made = 2021-02-01
ends = 2021-03-01
citation = "2 FR 2"
url = "https://example.org/licence"
rank = "regulation"
confidence = "med"
primary_read = false
acts = ["law"]
[act.licence]
name = "GL 1"
regime = "us.test"
conducts = ["purchase", "sale"]
scope = "Everything."
whole = true
"""

PARTIES = """
[acme]
name = "Acme Corporation"
aka = ["Acme"]
fka = ["Acme Works"]
weak = ["AC"]
country = "us"
keys = ["ofac:1"]
published = "The list"
[acme.identifiers]
isin = ["US0000000001"]

[bolt]
name = "Bolt Ltd"
country = "gb"
published = "The list"
"""

SOURCES = """
[paper]
rank = "press"
citation = "The Paper, 15 January 2021"
url = "https://example.org/paper"
"""

COVERAGE = """
[us_dod_ccmc]
complete_from = 2020-01-01
complete_to = 2021-12-31
note = "Read whole."
"""

RELEASE = """
version = "1"
released_on = 2022-01-01
"""

FILES = {
    "acts/acme.toml": ACTS,
    "parties.toml": PARTIES,
    "sources.toml": SOURCES,
    "coverage.toml": COVERAGE,
    "corrections.toml": "",
    "decisions.toml": "",
    "release.toml": RELEASE,
}


def members(changed: Mapping[str, str] | None = None, without: str = "") -> tuple[RawMember, ...]:
    """Return the files of the chronicle.

    Args:
        changed: Texts that take the place of a file's, or are added.
        without: A file to leave out.
    """
    texts = {name: text for name, text in {**FILES, **(changed or {})}.items() if name != without}
    return tuple(RawMember(name.removesuffix(".toml"), name, text.encode()) for name, text in texts.items())


def chronicle(changed: Mapping[str, str] | None = None) -> Chronicle:
    """Return the chronicle, with changed files."""
    return assemble(members(changed), LISTS)


def with_act(old: str, new: str, file: str = "acts/acme.toml") -> Chronicle:
    """Return the chronicle after replacing words that stand in a file exactly once."""
    text = FILES[file]
    assert text.count(old) == 1, f"{old!r} stands in {file} {text.count(old)} times"
    return chronicle({file: text.replace(old, new)})

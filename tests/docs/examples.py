"""The worked examples of `docs/examples`: what the commands shown print on a fresh ledger, cut to the sections named.

`.venv/bin/python -m tests.docs.reference` writes them anew; a test holds them to what the program says.
"""

import re
import shlex
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import cache
from io import StringIO
from os import environ
from pathlib import Path

from fasti.cli.main import main

HEADING = re.compile(r"^[A-Z][A-Z ,.'()-]+$")
CUT = "..."
HUAWEI = (
    ("2019-05-15", "The day before the Entity List; s.889 had named Huawei, and waited."),
    ("2019-05-16", "The Entity List, in force on public inspection: 4:15 p.m., five days before it was printed."),
    ("2019-08-14", "Part A of s.889 binds federal agencies; a temporary licence opens part of the exports."),
    ("2020-05-20", "Footnote 1: items made abroad by Huawei's design come under the licence requirement."),
    (
        "2020-08-18",
        "Footnote 1 widened; Part B of s.889; DoD's s.1237 list, which forbids nobody anything yet.",
    ),
    ("2020-11-13", "EO 13959: purchases of its securities forbidden from 11 January 2021."),
    ("2021-01-11", "The ban on purchases begins at 9:30 a.m."),
    ("2021-02-01", "EO 13974: sales as well, and holding after 11 November 2021."),
    ("2021-06-10", "The gap: EO 13959's list is gone, and the ban of EO 14032 has not begun."),
    ("2021-08-02", "EO 14032: the ban on dealing begins again, on Treasury's list."),
    ("2022-06-03", "The window to divest is closed; holding stays free, selling does not."),
    ("2026-07-01", "DoD may not contract with a company of the s.1260H list, since 30 June 2026."),
)


def xiaomi_and_huawei() -> str:
    """Return two companies on one day, for a chip maker that supplies both and holds shares in one."""
    common = 'fasti contrast "Xiaomi Corporation" ofac:30947 --as-of 2021-02-15 --known-at 2021-02-15'
    told = [
        "# Xiaomi against Huawei on 15 February 2021",
        "",
        "A chip maker in the United States supplies both companies and holds shares in Xiaomi. The press spoke of a",
        '"blacklist" for both. What may it do on 15 February 2021? It is a US person and an exporter; its acts are',
        "`export`, and `purchase`, `sale` and `possess` of shares.",
        "",
        "- **Supplying Xiaomi**: no list that Xiaomi is on reaches exports. Whether the Entity List does is not known",
        "  here, because no whole edition of it is loaded: the cell says `not covered`, not that it is absent.",
        "- **Supplying Huawei**: exports of items subject to the EAR need a licence since 16 May 2019.",
        "- **The shares in Xiaomi**: it may still buy and sell until 15 March 2021, 9:30 a.m., and hold until",
        "  14 January 2022, as the law stood that day. (A court suspended this on 12 March; none could know it then.)",
        "",
        *_shown(
            f"{common} --actor us-person --actor exporter --act export --act purchase --act sale --act possess",
            {"PARTIES", "ACTS, BY PARTY AND LIST", "LISTS", "WHO, SINCE WHEN, BY WHICH RULE"},
        ),
        "",
        "With every class of persons, and every act that a rule on the lists reaches:",
        "",
        *_shown(common, {"ACTS, BY PARTY AND LIST"}),
    ]
    return _page(told)


def huawei() -> str:
    """Return what applied to Huawei on twelve days, each as it could be known then."""
    told = [
        "# Huawei, 2019 to 2026",
        "",
        "One company, twelve days, each by what was public on that day. `fasti timeline ofac:30947` shows every act",
        "between them, and `--as-of` takes any other day.",
    ]
    for day, says in HUAWEI:
        told += ["", f"## {day}", "", says, ""]
        told += _shown(f"fasti check ofac:30947 --as-of {day} --known-at {day}", set())
    told += [
        "",
        "## Why",
        "",
        "The steps by which the effects of 10 June 2021 were decided, in the gap between two orders:",
        "",
    ]
    day = "2021-06-10"
    told += _shown(
        f"fasti check ofac:30947 --as-of {day} --known-at {day} --list us_ofac_ns_cmic --act purchase --explain",
        {"STEPS, EFFECT BY EFFECT"},
    )
    return _page(told)


def dji() -> str:
    """Return one company on one day on four lists."""
    day = "2026-07-01"
    told = [
        "# DJI on 1 July 2026, on four lists",
        "",
        "The Entity List, the NS-CMIC List and the s.1260H list name DJI, in three spellings, under three bodies of",
        "law that bind three classes of persons. The FCC's Covered List does not name it: since 22 December 2025 it",
        "names a category, unmanned aircraft made abroad. A search for a name cannot find a category, so what",
        "follows is asked of the list.",
        "",
        *_shown(
            f"fasti check ofac:33111 --as-of {day} --known-at {day}", {"LISTS", "NOT FORBIDDEN", "DEADLINES", "OUTLOOK"}
        ),
        "",
        "A trade in its securities that a US broker rejected on 14 June 2024 was to be reported by 1 July 2024:",
        "",
        *_shown(
            "fasti check ofac:33111 --as-of 2024-06-20 --known-at 2024-06-20 --list us_ofac_ns_cmic --act report "
            "--event rejected=2024-06-14",
            {"DEADLINES"},
        ),
        "",
        "The fourth list, by its law:",
        "",
        *_shown(
            f"fasti explain us_fcc_covered --as-of {day} --known-at {day}",
            {"FORBIDDEN, REQUIRED OR ORDERED", "START, END AND DEADLINES", "NOT FORBIDDEN", "WAYS OFF THE LIST"},
        ),
    ]
    return _page(told)


EXAMPLES = {
    "examples/dji.md": dji,
    "examples/huawei.md": huawei,
    "examples/xiaomi-and-huawei.md": xiaomi_and_huawei,
}


def cut(text: str, keep: set[str]) -> str:
    """Return an answer without the sections that are not kept; a line of dots stands where something was."""
    lines = text.rstrip().splitlines()
    parts: list[tuple[str, list[str]]] = [("", [])]
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if HEADING.match(line) and after.startswith("  "):
            parts.append((line, []))
        parts[-1][1].append(line)
    kept: list[str] = []
    for heading, ones in parts:
        told = "\n".join(ones).strip("\n") if not heading or heading in keep else CUT
        if told != CUT or not kept or kept[-1] != CUT:
            kept.append(told)
    return "\n\n".join(kept if kept[-1] == CUT else [*kept, CUT])


def _shown(command: str, keep: set[str]) -> list[str]:
    return ["```text", f"$ {command}", *(line.rstrip() for line in cut(_printed(command), keep).splitlines()), "```"]


@cache
def _printed(command: str) -> str:
    """Return what a command prints on a ledger that is filled from the shipped chronicle alone."""
    printed = StringIO()
    with _ledger() as path, redirect_stdout(printed):
        code = main([*shlex.split(command)[1:], "--db", str(path)])
    if code:
        message = f"{command} left with exit code {code}"
        raise RuntimeError(message)
    return printed.getvalue()


@contextmanager
def _ledger() -> Iterator[Path]:
    """Yield the ledger of the examples, and set the width of a pipe."""
    before = environ.get("COLUMNS")
    environ["COLUMNS"] = "100"
    try:
        yield Path(_folder().name) / "ledger.db"
    finally:
        environ.pop("COLUMNS")
        if before is not None:
            environ["COLUMNS"] = before


@cache
def _folder() -> "tempfile.TemporaryDirectory[str]":
    """Return a folder that goes when the process ends."""
    return tempfile.TemporaryDirectory(prefix="fasti-examples-")


def _page(lines: list[str]) -> str:
    note = [
        "",
        "This page is made by the commands that it shows, on the record that ships with the package; `...` stands for",
        "sections left out here.",
    ]
    return "\n".join([*lines[:1], *note, *lines[1:]]) + "\n"

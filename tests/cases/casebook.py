"""Reads the law cases: one TOML file a topic, one question a case, and what the law expects as an answer.

The format is explained in `README.md` beside this file; unknown keys are refused, so that no expectation is dropped.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
DATED = frozenset({"from", "until", "due", "last_day", "listed_on", "ended_on", "other_reading", "at"})
"""Keys whose value is a date or the beginning of one; all others are compared whole."""

PARTIAL = frozenset({"citation"})
"""Keys whose value is a part of what is said."""

EXPECTATIONS = {
    "listing": ({"list"}, {"status", "listed_on", "ended_on", "stayed"}),
    "effect": (
        {"list", "act"},
        {"status", "from", "until", "other_reading", "changes", "version", "rule", "terms", "citation", "confidence"},
    ),
    "no_effect": ({"list"}, {"act", "rule"}),
    "deadline": ({"list", "due"}, {"last_day", "status"}),
    "no_deadline": ({"list"}, set[str]()),
    "exception": ({"list", "act", "name"}, {"status", "until"}),
    "no_exception": ({"list", "act", "name"}, set[str]()),
    "absent": ({"list"}, set[str]()),
    "not_screened": ({"list"}, set[str]()),
    "nothing_in_force": ({"act"}, set[str]()),
    "not_forbidden": ({"list", "says"}, set[str]()),
    "other_bound": ({"list", "actor", "act"}, {"status"}),
}
"""What a case may expect: the keys an expectation must have, and those it may have."""


Wording = str | list[str]
"""One wording, or several."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An invented act for an invented party, and what its entry then says, recorded beside the shipped chronicle.

    Attributes:
        list: List it acts on.
        kind: `listed`, `delisted`, or `amended` where only the entry's words change.
        party: The party's name.
        on: When it was made and public; a date or an instant.
        key: Entry key; empty makes one of the name.
        basis: Legal basis that the entry's tag stands for; with it the entry stands in a list file as well.
        tag: The publisher's tag, if it differs from the basis.
        party_kind: `organization`, `person`, `vessel`, ...
        says: What the entry says: kind of fact to its words, or to a list of wordings.
        values: Normalised values of those facts: kind to the value of each wording.
        stated: Dates that the entry states: kind to ISO date.
    """

    list: str
    kind: str
    party: str
    on: date | datetime
    key: str = ""
    basis: str = ""
    tag: str = ""
    party_kind: str = "organization"
    says: dict[str, Wording] = field(default_factory=dict)
    values: dict[str, Wording] = field(default_factory=dict)
    stated: dict[str, str] = field(default_factory=dict)

    @property
    def entry_key(self) -> str:
        """The key of the party's entry; one that is made names an authority, so that act and file mean one entry."""
        return self.key or f"invented:{self.party.lower().replace(' ', '-')}"


@dataclass(frozen=True, slots=True)
class Case:
    """One question and what the law expects.

    Attributes:
        topic: Name of the file.
        id: Name, unique in its file.
        says: The point of law, in a sentence.
        citation: Where it is written.
        party: Name asked about.
        as_of: Date or instant asked about.
        known_at: Only what was public by then counts; `None` is the day the chronicle was released.
        actor: Who asks; empty asks for every bound class.
        act: The act asked about; empty asks for every act.
        expects: Kind of expectation to its tables.
        events: What happened to whoever asks, as `kind=date`.
    """

    topic: str
    id: str
    says: str
    citation: str
    party: str
    as_of: date | datetime
    known_at: date | datetime | None
    actor: str
    act: str
    expects: dict[str, tuple[dict[str, Any], ...]]
    events: tuple[str, ...] = ()


def files() -> list[Path]:
    """Return the case files, sorted."""
    return sorted(FOLDER.glob("*.toml"))


def all_cases() -> tuple[Case, ...]:
    """Return every case of every file.

    Raises:
        ValueError: A file breaks the format.
    """
    cases = tuple(case for path in files() for case in read_cases(path.stem, path.read_text(encoding="utf-8")))
    names = [f"{case.topic}.toml: {case.id}" for case in cases]
    doubled = sorted({name for name in names if names.count(name) > 1})
    if doubled:
        raise ValueError(f"{doubled[0]} names two cases; give each its own id.")
    return cases


def all_facts() -> tuple[Fact, ...]:
    """Return every invented fact of every file."""
    return tuple(fact for path in files() for fact in read_facts(path.stem, path.read_text(encoding="utf-8")))


def read_facts(topic: str, text: str) -> tuple[Fact, ...]:
    """Read the facts of one file.

    Raises:
        ValueError: A fact lacks a key, has an unknown one, or says something without standing in a list file.
    """
    found = []
    for table in tomllib.loads(text).get("fact", []):
        where = f"the fact of {table.get('party')}"
        lacking = sorted({"list", "kind", "party", "on"} - set(table))
        if lacking:
            raise ValueError(f"{topic}.toml, {where}: {', '.join(lacking)} is lacking.")
        _refuse(topic, where, set(table) - {one.name for one in fields(Fact)})
        if set(table) & {"says", "values", "stated", "tag"} and "basis" not in table:
            raise ValueError(f"{topic}.toml, {where}: what an entry says needs the basis under which it stands.")
        found.append(Fact(**table))
    return tuple(found)


def read_cases(topic: str, text: str) -> Iterator[Case]:
    """Read the cases of one file.

    Raises:
        ValueError: A case lacks a key, has an unknown one, or expects nothing.
    """
    data = tomllib.loads(text)
    _refuse(topic, "the file", set(data) - {"fact", "case"})
    for table in data.get("case", []):
        yield _case(topic, table)


def _case(topic: str, table: dict[str, Any]) -> Case:
    name = table.get("id", "a case without id")
    lacking = sorted({"id", "says", "citation", "party", "as_of"} - set(table))
    if lacking or not all(table[key] for key in ("id", "says", "citation", "party")):
        raise ValueError(f"{topic}.toml, {name}: id, says, citation, party and as_of are required, {lacking} lacking.")
    _refuse(topic, name, set(table) - {one.name for one in fields(Case)} - set(EXPECTATIONS))
    expects = {kind: tuple(table[kind]) for kind in EXPECTATIONS if kind in table}
    if not any(expects.values()):
        raise ValueError(f"{topic}.toml, {name} expects nothing.")
    for kind, wanted in expects.items():
        _check(topic, name, kind, wanted)
    return Case(
        topic,
        name,
        table["says"],
        table["citation"],
        table["party"],
        table["as_of"],
        table.get("known_at"),
        table.get("actor", ""),
        table.get("act", ""),
        expects,
        tuple(table.get("events", ())),
    )


def _check(topic: str, name: str, kind: str, wanted: tuple[dict[str, Any], ...]) -> None:
    needed, allowed = EXPECTATIONS[kind]
    for one in wanted:
        lacking = sorted(needed - set(one))
        if lacking:
            raise ValueError(f"{topic}.toml, {name}, {kind}: {', '.join(lacking)} is lacking.")
        _refuse(topic, f"{name}, {kind}", set(one) - needed - allowed)


def _refuse(topic: str, where: str, unknown: set[str]) -> None:
    if unknown:
        raise ValueError(f"{topic}.toml, {where}: {', '.join(sorted(unknown))} is no key; see tests/cases/README.md.")

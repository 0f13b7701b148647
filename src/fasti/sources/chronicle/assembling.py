"""From the chronicle's files to its acts, corrections, decisions and coverage, all checked."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fasti.model.act import Act
from fasti.model.entry import Correction, Coverage, Decision
from fasti.model.errors import BadInputError
from fasti.model.problem import Problem
from fasti.sources.chronicle.checking import Filed, check_acts
from fasti.sources.chronicle.checking_rest import (
    check_corrections,
    check_coverage,
    check_decisions,
    check_parties,
)
from fasti.sources.chronicle.parsing import parse, parse_tables
from fasti.sources.chronicle.resolving import Register, resolve
from fasti.sources.chronicle.schema import (
    ActsFile,
    CorrectionsFile,
    CoverageTable,
    DecisionsFile,
    MatterTable,
    PartyTable,
    Release,
    SourceTable,
)
from fasti.sources.drafting import RawMember

ACTS = "acts/"


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The curated acts and what belongs to them.

    Attributes:
        version: Version of the chronicle.
        released_on: Day of that version.
        acts: By the day they were made, then by id.
        corrections: In the order written.
        decisions: In the order written.
        coverage: By list.
        digest: sha256 over the names and hashes of the files.
        members: The files.
    """

    version: str
    released_on: date
    acts: tuple[Act, ...]
    corrections: tuple[Correction, ...]
    decisions: tuple[Decision, ...]
    coverage: tuple[Coverage, ...]
    digest: str
    members: tuple[RawMember, ...]


@dataclass(frozen=True, slots=True)
class _Tables:
    """The parsed files."""

    release: Release
    register: Register
    acts: tuple[tuple[str, ActsFile], ...]
    coverage: dict[str, CoverageTable]
    corrections: CorrectionsFile
    decisions: DecisionsFile


def assemble(members: Sequence[RawMember], lists: frozenset[str]) -> Chronicle:
    """Build the chronicle from its files.

    Args:
        members: The TOML files; each name is the path within the chronicle, e.g. `acts/xiaomi.toml`.
        lists: List ids of the catalogue.

    Raises:
        BadInputError: A file is missing, breaks the schema, or an act breaks a rule of the chronicle; the
            message names the file and the act of the first fault and counts the others.
    """
    tables = _parse_all(members)
    filed = tuple(_filed(tables))
    acts = tuple(sorted((one.act for one in filed), key=lambda act: (act.made_at.on, act.act_id)))
    corrections = tuple(_corrections(tables))
    decisions = tuple(
        Decision(one.kind, one.subjects, one.decided_by, one.why, one.confidence) for one in tables.decisions.decision
    )
    coverage = tuple(_coverage(tables))
    keys = {slug: frozenset(table.keys) for slug, table in tables.register.parties.items()}
    replaced = [Filed(one.replacement, "corrections.toml") for one in corrections if one.replacement is not None]
    _refuse(
        [
            *check_acts(filed, replaced, lists, keys),
            *check_parties(tables.register.parties, acts),
            *check_coverage(coverage, acts, lists),
            *check_corrections(corrections, acts),
            *check_decisions(decisions),
        ]
    )
    return Chronicle(
        version=tables.release.version,
        released_on=tables.release.released_on,
        acts=acts,
        corrections=corrections,
        decisions=decisions,
        coverage=coverage,
        digest=_digest(members),
        members=tuple(members),
    )


def _parse_all(members: Sequence[RawMember]) -> _Tables:
    """Parse every file."""
    data = {member.name: member.data for member in members}
    needed = ("release", "parties", "sources", "coverage", "corrections", "decisions")
    missing = [f"{stem}.toml" for stem in needed if f"{stem}.toml" not in data]
    if missing:
        raise BadInputError(f"The chronicle lacks {', '.join(missing)}; install the package again.")
    acts = tuple((name, parse(name, data[name], ActsFile)) for name in sorted(data) if name.startswith(ACTS))
    return _Tables(
        release=parse("release.toml", data["release.toml"], Release),
        register=Register(
            parties=parse_tables("parties.toml", data["parties.toml"], PartyTable),
            matters=_matters(acts),
            sources=parse_tables("sources.toml", data["sources.toml"], SourceTable),
        ),
        acts=acts,
        coverage=parse_tables("coverage.toml", data["coverage.toml"], CoverageTable),
        corrections=parse("corrections.toml", data["corrections.toml"], CorrectionsFile),
        decisions=parse("decisions.toml", data["decisions.toml"], DecisionsFile),
    )


def _matters(acts: tuple[tuple[str, ActsFile], ...]) -> dict[str, MatterTable]:
    """Collect the matters of all files; one described twice is refused."""
    matters: dict[str, MatterTable] = {}
    for name, file in acts:
        for slug, matter in file.matter.items():
            if slug in matters:
                raise BadInputError(f"{name}: matter {slug!r} is described in another file already; keep one.")
            matters[slug] = matter
    return matters


def _filed(tables: _Tables) -> Iterator[Filed]:
    """Resolve every act."""
    for name, file in tables.acts:
        for table in file.act:
            yield Filed(resolve(table, tables.register, name, file.zone), name)


def _corrections(tables: _Tables) -> Iterator[Correction]:
    """Resolve every correction."""
    for one in tables.corrections.correction:
        table = one.replacement
        replacement = None if table is None else resolve(table, tables.register, "corrections.toml", "")
        yield Correction(one.corrects, one.reason, one.citation, replacement)


def _coverage(tables: _Tables) -> Iterator[Coverage]:
    """Return the claims of coverage by list."""
    for list_id, claim in sorted(tables.coverage.items()):
        yield Coverage(list_id, _iso(claim.complete_from), _iso(claim.complete_to), claim.note)


def _iso(day: date | None) -> str | None:
    """Return a date as text."""
    return None if day is None else day.isoformat()


def _digest(members: Sequence[RawMember]) -> str:
    """Return the hash over the files, independent of their order."""
    lines = sorted(f"{member.name}\t{hashlib.sha256(member.data).hexdigest()}\n" for member in members)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _refuse(problems: list[Problem]) -> None:
    """Raise the first fault, if any."""
    if problems:
        others = len(problems) - 1
        more = f" (and {others} more)" if others else ""
        raise BadInputError(f"{problems[0].message}{more}")

"""From tables to model values: slugs become parties, matters and sources, text becomes moments."""

from collections.abc import Mapping
from dataclasses import dataclass

from fasti.model.act import Act, LicenceScope, Matter, Party, Source, Step
from fasti.model.errors import BadInputError
from fasti.model.identity import Identifier, Name, NameKind, Quality
from fasti.model.moment import Moment
from fasti.sources.chronicle.schema import (
    ActTable,
    CitedTable,
    EntryTable,
    MatterTable,
    PartyTable,
    SourceTable,
    StepTable,
)


@dataclass(frozen=True, slots=True)
class Register:
    """What acts refer to by slug."""

    parties: Mapping[str, PartyTable]
    matters: Mapping[str, MatterTable]
    sources: Mapping[str, SourceTable]


def resolve(table: ActTable, register: Register, file: str, zone: str) -> Act:
    """Return an act with everything it refers to.

    Args:
        table: The act as written.
        register: What its slugs stand for.
        file: Its file, for messages.
        zone: Zone of the file, for acts that name neither a list nor a zone of their own.

    Raises:
        BadInputError: It refers to an unknown party, matter or source, or states a time that is none.
    """
    where = f"{file}, act {table.id}"
    return Act(
        act_id=table.id,
        kind=table.kind,
        title=table.title,
        authority=table.authority,
        made_at=_moment(table.made, "made", where),
        citation=table.citation,
        list=table.list or None,
        parties=tuple(_party(one, register.parties, where) for one in table.parties),
        whole_list=table.whole_list,
        acts=table.acts,
        effective_at=_optional_moment(table.effective, "effective", where),
        ended_at=_optional_moment(table.ends, "ends", where),
        public_at=_optional_moment(table.public, "public", where),
        time_text=table.time_text,
        stated_reason=table.reason,
        rank=table.rank,
        url=table.url,
        confidence=table.confidence,
        primary_read=table.primary_read,
        matter=_matter(table.matter, register.matters, where),
        next_step=_step(table.next_step, where),
        stays=table.stays or None,
        licence=_licence(table),
        sources=tuple(_source(one, register.sources, where) for one in table.sources),
        note=" ".join(part for part in (table.note, _why_no_link(table)) if part),
        zone=table.zone or ("" if table.list else zone),
    )


def _moment(text: str, field: str, where: str) -> Moment:
    """Return a moment, or say which field is not one."""
    try:
        return Moment.parse(text)
    except ValueError as error:
        raise BadInputError(
            f"{where}, {field}: {text!r} is neither a date nor an instant with an offset; write "
            "2021-05-25 or 2021-05-25T16:09:00-04:00."
        ) from error


def _optional_moment(text: str, field: str, where: str) -> Moment | None:
    """Return a moment, or `None` for empty text."""
    return _moment(text, field, where) if text else None


def _party(entry: str | EntryTable, parties: Mapping[str, PartyTable], where: str) -> Party:
    """Return a party as the act names it."""
    if isinstance(entry, str):
        entry = EntryTable(party=entry)
    table = parties.get(entry.party)
    if table is None:
        raise BadInputError(f"{where}: party {entry.party!r} is not in parties.toml; add it there first.")
    key = entry.key or entry.party
    return Party(
        key=key,
        slug=entry.party,
        names=_names(entry, table),
        kind=table.kind,
        country=table.country,
        identifiers=identifiers(table),
        keys=tuple(sorted(one for one in table.keys if one != key)),
        note=entry.note,
    )


def _names(entry: EntryTable, table: PartyTable) -> tuple[Name, ...]:
    """Return the printed names first, then the party's own that the act does not print."""
    names = [Name(entry.name or table.name)]
    names += [Name(text, NameKind.AKA) for text in entry.aka]
    names.append(Name(table.name, NameKind.AKA))
    for kind, weak, texts in table.other_names():
        names += [Name(text, kind, Quality.WEAK if weak else Quality.STRONG) for text in texts]
    first: dict[str, Name] = {}
    for name in names:
        first.setdefault(name.text.casefold(), name)
    return tuple(first.values())


def identifiers(table: PartyTable) -> tuple[Identifier, ...]:
    """Return a party's identifiers, sorted."""
    return tuple(sorted(Identifier(scheme, value) for scheme, values in table.identifiers.items() for value in values))


def _matter(slug: str, matters: Mapping[str, MatterTable], where: str) -> Matter | None:
    """Return a matter by slug."""
    if not slug:
        return None
    table = matters.get(slug)
    if table is None:
        raise BadInputError(
            f"{where}: matter {slug!r} is not described; add a [matter.{slug}] table to a file of acts/."
        )
    return Matter(slug, table.court, table.docket, table.title, table.attacks)


def _source(cited: str | CitedTable, sources: Mapping[str, SourceTable], where: str) -> Source:
    """Return a source by slug, with the words quoted for this act."""
    if isinstance(cited, str):
        cited = CitedTable(source=cited)
    table = sources.get(cited.source)
    if table is None:
        raise BadInputError(f"{where}: source {cited.source!r} is not in sources.toml; add it there first.")
    published = table.published.isoformat() if table.published else ""
    return Source(table.rank, table.citation, table.url, cited.quote, published)


def _step(table: StepTable | None, where: str) -> Step | None:
    """Return a scheduled step."""
    return None if table is None else Step(table.what, _moment(table.on, "next_step.on", where), table.kind)


def _licence(table: ActTable) -> LicenceScope | None:
    """Return what a licence covers."""
    if table.licence is None:
        return None
    scope = table.licence
    return LicenceScope(scope.name, scope.regime, scope.conducts, scope.scope, scope.whole)


def _why_no_link(table: ActTable) -> str:
    """Return the sentence that stands in the note where there is no link."""
    return f"No link: {table.no_url}" if table.no_url else ""

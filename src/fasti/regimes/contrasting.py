"""Sets parties side by side: acts down, party and list across, each cell the strictest of what the list means."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fasti.model.conduct import Conduct, with_containers
from fasti.model.contrast import ContrastCell, ContrastColumn, ContrastRow
from fasti.model.standing import LIVE, Effect, EffectStatus, ListingStatus, Standing
from fasti.regimes.strictness import rank_of

FORBIDDEN, REQUIRED, IN_PART = "forbidden", "required", "licensed_in_part"
NOT_FORBIDDEN, NOT_LISTED, NOT_COVERED = "not_forbidden", "not_listed", "not_covered"
DUTIES = frozenset({Conduct.REPORT})
"""Acts that a rule orders instead of forbidding."""


@dataclass(frozen=True, slots=True)
class Side:
    """One party with its standings."""

    party_id: str
    standings: tuple[Standing, ...]

    def on(self, list_id: str) -> Standing | None:
        """Return its standing on a list, if the record has one."""
        return next((one for one in self.standings if one.list == list_id), None)


def lists_of(sides: Iterable[Side]) -> tuple[str, ...]:
    """Return the lists on which at least one party stands, or once stood if none stands on any, sorted."""
    standings = [one for side in sides for one in side.standings]
    live = {one.list for one in standings if one.status in LIVE}
    return tuple(sorted(live or {one.list for one in standings if one.spells}))


def columns_of(sides: Sequence[Side], lists: Iterable[str], covered: Mapping[str, bool]) -> tuple[ContrastColumn, ...]:
    """Return a column for each party and list, party by party.

    Args:
        sides: The parties.
        lists: The lists.
        covered: For each list, whether a complete edition supports a statement of absence.
    """
    told = tuple(lists)
    return tuple(_column(side, list_id, covered=covered.get(list_id, False)) for side in sides for list_id in told)


def rows_of(
    sides: Sequence[Side], columns: Sequence[ContrastColumn], acts: Iterable[Conduct] = ()
) -> tuple[ContrastRow, ...]:
    """Return a row for each act asked about and each class bound, else for each act that a rule on any list reaches."""
    by_id = {side.party_id: side for side in sides}
    lists = {one.list for one in columns}
    effects = [effect for side in sides for one in side.standings if one.list in lists for effect in one.effects]
    wanted = set(acts) or {Conduct(one.act) for one in effects if one.act is not None}
    keys = [(act, actor) for act in Conduct if act in wanted for actor in _bound(act, effects)]
    return tuple(
        ContrastRow(
            act.value, actor, tuple(_cell(act, actor, one, by_id[one.party_id].on(one.list)) for one in columns)
        )
        for act, actor in keys
    )


def _column(side: Side, list_id: str, *, covered: bool) -> ContrastColumn:
    standing = side.on(list_id)
    if standing is None:
        status = ListingStatus.NOT_FOUND if covered else ListingStatus.NOT_COVERED
        why = "not on the list as held" if covered else "no complete edition of the list is held for that moment"
        return ContrastColumn(side.party_id, list_id, status.value, None, why)
    return ContrastColumn(side.party_id, list_id, standing.status, standing.listed_on, standing.why)


def _bound(act: Conduct, effects: Iterable[Effect]) -> list[str]:
    """Return the classes that any rule reaching the act binds; one empty name if there is none."""
    return sorted({role for one in effects if _reaches(one, act) for role in one.bound}) or [""]


def _reaches(effect: Effect, act: Conduct) -> bool:
    """Say whether a rule reaches an act: itself, or an act that contains it."""
    return effect.act is not None and Conduct(effect.act) in with_containers(act)


def _cell(act: Conduct, actor: str, column: ContrastColumn, standing: Standing | None) -> ContrastCell:
    """Return the strictest of what a list means for an act of a class of persons."""
    if column.listing == ListingStatus.NOT_COVERED:
        return _empty(column, NOT_COVERED)
    if standing is None or column.listing == ListingStatus.NOT_FOUND:
        return _empty(column, NOT_LISTED)
    if any(effect.act is None for effect in standing.effects):
        return _empty(column, EffectStatus.NOT_MODELLED.value)
    reaching = [_full(one, column) for one in standing.effects if _reaches(one, act) and actor in one.bound]
    return max(reaching, key=rank_of) if reaching else _empty(column, NOT_FORBIDDEN)


def _full(effect: Effect, column: ContrastColumn) -> ContrastCell:
    return ContrastCell(
        party_id=column.party_id,
        list=column.list,
        status=_status(effect),
        bound=effect.bound,
        from_=effect.from_,
        until=effect.until,
        rule=effect.rule,
        phrase=effect.phrase,
        exceptions=tuple(one.name for one in effect.exceptions if one.status == EffectStatus.IN_FORCE),
        citation=effect.citation,
        confidence=effect.confidence,
    )


def _status(effect: Effect) -> str:
    """Return the status of a cell: in force means forbidden or required, in part where a licence opens some of it."""
    if effect.status != EffectStatus.IN_FORCE:
        return effect.status
    if Conduct(effect.act or "") in DUTIES:
        return REQUIRED
    part = any(one.kind == "licence" and one.status == EffectStatus.IN_FORCE for one in effect.exceptions)
    return IN_PART if part else FORBIDDEN


def _empty(column: ContrastColumn, status: str) -> ContrastCell:
    return ContrastCell(column.party_id, column.list, status, (), None, None, None, "", (), "", None)

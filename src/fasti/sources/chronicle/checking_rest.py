"""What must hold of everything in the chronicle that is not an act: parties, coverage, corrections, decisions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from fasti.model.act import Act
from fasti.model.entry import Correction, Coverage, Decision
from fasti.model.problem import Problem, Severity
from fasti.sources.chronicle.checking import SLUG
from fasti.sources.chronicle.schema import PartyTable

DECISIONS = frozenset({"release", "hold", "same_as", "not_same_as"})
PAIRED = frozenset({"same_as", "not_same_as"})


def check_parties(parties: Mapping[str, PartyTable], acts: Iterable[Act]) -> Iterator[Problem]:
    """Find parties that share a key, are not used, or are held to be one without a ground."""
    lists: dict[str, set[str]] = defaultdict(set)
    for act in acts:
        for party in act.parties:
            lists[party.slug].add(act.list or "")
    owners: dict[str, str] = {}
    for slug, table in parties.items():
        if not SLUG.fullmatch(slug):
            yield _fault("bad_slug", "parties.toml", f"party {slug!r}: a slug is lower-case words joined by hyphens.")
        if slug not in lists:
            yield _fault("unused_party", "parties.toml", f"party {slug!r} stands in no act; remove it.")
        if (len(table.keys) > 1 or len(lists[slug]) > 1) and not table.identity:
            yield _fault("no_identity", "parties.toml", f"party {slug!r} joins several entries; say why in identity.")
        for key in table.keys:
            if owners.setdefault(key, slug) != slug:
                yield _fault("key_of_two", "parties.toml", f"{key} belongs to {owners[key]!r} and to {slug!r}.")


def check_coverage(coverage: Iterable[Coverage], acts: Iterable[Act], lists: frozenset[str]) -> Iterator[Problem]:
    """Find lists without a claim of coverage, and claims that say nothing."""
    claimed = set()
    for claim in coverage:
        claimed.add(claim.list)
        if claim.list not in lists:
            yield _fault("unknown_list", "coverage.toml", f"list {claim.list!r} is not in the catalogue of lists.")
        if (claim.complete_from is None) != (claim.complete_to is None):
            yield _fault("half_claim", "coverage.toml", f"{claim.list}: give both dates, or neither for an extract.")
        if claim.complete_from and claim.complete_to and claim.complete_to < claim.complete_from:
            yield _fault("empty_claim", "coverage.toml", f"{claim.list}: complete_to lies before complete_from.")
        if not claim.note:
            yield _fault("no_ground", "coverage.toml", f"{claim.list}: say in note what the claim rests on.")
    for list_id in sorted({act.list for act in acts if act.list} - claimed):
        yield _fault("no_coverage", "coverage.toml", f"list {list_id!r} has acts and no claim of coverage; add one.")


def check_corrections(corrections: Iterable[Correction], acts: Iterable[Act]) -> Iterator[Problem]:
    """Find corrections of nothing, without a reason, or whose replacement has another id."""
    known = {act.act_id for act in acts}
    for one in corrections:
        where = f"corrections.toml, correction {one.corrects}"
        if one.corrects not in known:
            yield _fault("unknown_act", where, "the act it corrects is not in the chronicle.")
        if not one.reason.strip() or not one.citation.strip():
            yield _fault("no_citation", where, "say why, and where the right reading is written.")
        if one.replacement is not None and one.replacement.act_id != one.corrects:
            yield _fault("other_id", where, "a replacement keeps the id of the act, so that references to it hold.")


def check_decisions(decisions: Iterable[Decision]) -> Iterator[Problem]:
    """Find decisions of an unknown kind, or without a person or a reason."""
    for one in decisions:
        where = f"decisions.toml, {one.kind} {' and '.join(one.subjects)}"
        if one.kind not in DECISIONS:
            yield _fault("unknown_kind", where, f"the kind is one of {', '.join(sorted(DECISIONS))}.")
        if one.kind in PAIRED and not _is_sorted_pair(one.subjects):
            yield _fault("bad_subjects", where, "it names two keys in sorted order.")
        if not one.decided_by.strip() or not one.why.strip():
            yield _fault("no_reason", where, "say who decided, and why.")


def _is_sorted_pair(subjects: tuple[str, ...]) -> bool:
    """Say whether the subjects are two different keys in sorted order."""
    match subjects:
        case (first, second):
            return first < second
        case _:
            return False


def _fault(code: str, where: str, message: str) -> Problem:
    """Return a fault."""
    return Problem(code, f"{where}: {message}", where, Severity.ERROR)

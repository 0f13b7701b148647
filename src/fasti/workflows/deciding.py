"""`decide`: a person's decision that two keys are one party, or are not; it goes into the log with its reason."""

from fasti.ledger.binding import PAIRED
from fasti.ledger.evidence import Evidence
from fasti.ledger.parties import SLUG, component, node, party_history
from fasti.model.decided import DecideAnswer, SubjectView
from fasti.model.entry import Decision
from fasti.model.errors import UsageError
from fasti.workflows.asking import evidence_at, vantage_of
from fasti.workflows.opening import open_ledger
from fasti.workflows.settings import Settings

SCHEMA = "fasti/decide/1"


def decide(settings: Settings, kind: str, subjects: tuple[str, str], why: str) -> DecideAnswer:
    """Record that two keys are one party, or that they are two.

    Args:
        settings: Who decides, and where.
        kind: `same_as` or `not_same_as`; of several decisions on a pair the last counts.
        subjects: Two keys: of a file (`ofac:17018`), of an act's entry (`us_bis_entity/huawei`), or a party id.
        why: The reason, kept for ever.

    Raises:
        UsageError: The kind is none, a key names nobody, both are one, no reason is given, or the log has it already.
    """
    if kind not in PAIRED:
        raise UsageError(f"{kind} is no decision on two keys: use {' or '.join(sorted(PAIRED, reverse=True))}.")
    if not why.strip():
        raise UsageError("--why is blank: say what shows it; it is kept in the log.")
    first, second = sorted(subjects)
    if first == second:
        raise UsageError(f"{first} is given twice: name two keys.")
    with open_ledger(settings) as ledger:
        before = evidence_at(ledger, vantage_of(None, None, None, settings.now()))
        for key in (first, second):
            _check_known(before, key)
        decision = Decision(kind, (first, second), settings.user, why)
        if ledger.store.append(decision, settings.now()) is None:
            raise UsageError("The log has this very decision already: to decide so again, say why anew.")
        after = evidence_at(ledger, vantage_of(None, None, None, settings.now()))
        seq, link = ledger.store.head()
        return DecideAnswer(
            SCHEMA, kind, why, settings.user, f"{seq}:{link}", tuple(_view(after, key) for key in (first, second))
        )


def _seed(evidence: Evidence, key: str) -> str:
    """Return the key as parties know it: a party's id is its slug."""
    slugs = {party.slug for party in evidence.acts.named.values()}
    return SLUG + key if key in slugs else key


def _check_known(evidence: Evidence, key: str) -> None:
    entries = {node(ref) for ref in evidence.acts.named}
    entries |= {f"{act.list}/{party.slug}" for act in evidence.view.acts for party in act.parties}
    if not (evidence.spans(key) or key in entries or _seed(evidence, key) != key):
        raise UsageError(f"{key} names nobody in the ledger: give a key as `fasti check` shows it, e.g. ofac:17018.")


def _view(evidence: Evidence, key: str) -> SubjectView:
    party = party_history(evidence, component(evidence, [_seed(evidence, key)]))
    return SubjectView(key, party.caption, party.party_id, party.keys)

"""The fingerprint of a shipped act, correction or decision: what must never change once it was released."""

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import msgspec

from fasti.model.act import Act
from fasti.model.entry import Correction, Decision
from fasti.model.moment import Moment
from fasti.sources.chronicle.assembling import Chronicle


def fingerprints(chronicle: Chronicle) -> dict[str, str]:
    """Return the fingerprint of everything that must not change, by name.

    Acts go by their id; corrections and decisions by their kind, what they concern and their ordinal.
    """
    return dict(_named(chronicle))


def _named(chronicle: Chronicle) -> Iterator[tuple[str, str]]:
    """Yield names and fingerprints."""
    for act in chronicle.acts:
        yield act.act_id, fingerprint(act)
    for place, correction in enumerate(chronicle.corrections, 1):
        yield f"correction:{place}:{correction.corrects}", fingerprint(correction)
    for place, decision in enumerate(chronicle.decisions, 1):
        yield f"decision:{place}:{decision.kind}:{'+'.join(decision.subjects)}", fingerprint(decision)


def fingerprint(value: Act | Correction | Decision) -> str:
    """Return sha256 of the value's canonical JSON, without empty fields.

    Leaving out what is empty keeps old fingerprints when the model gains an optional field.
    """
    return hashlib.sha256(msgspec.json.encode(_plain(value), order="deterministic")).hexdigest()


def _plain(value: object) -> object:
    """Return a value as JSON types, moments as text, empty fields left out."""
    if isinstance(value, Moment):
        return str(value)
    if is_dataclass(value):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: _plain(inner) for name, inner in pairs if inner not in (None, "", (), False)}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    return value

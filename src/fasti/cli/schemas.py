"""JSON Schemas of the answers, drawn from the answer types themselves."""

import json
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from fasti.cli.jsonform import json_key
from fasti.model import answer as answers
from fasti.model import (
    backfill,
    bundle,
    comparison,
    contrast,
    decided,
    demo,
    difference,
    explanation,
    export,
    problem,
    reached,
    rules,
    screened,
    standing,
    sync,
    validation,
)
from fasti.model.errors import UsageError

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ANSWERS: Mapping[str, type] = {
    "backfill": backfill.BackfillAnswer,
    "bundle": bundle.BundleAnswer,
    "check": answers.CheckAnswer,
    "compare": comparison.CompareAnswer,
    "contrast": contrast.ContrastAnswer,
    "decide": decided.DecideAnswer,
    "demo": demo.DemoAnswer,
    "diff": difference.DiffAnswer,
    "diff_all": difference.LedgerDiffAnswer,
    "error": answers.ErrorAnswer,
    "explain": explanation.ExplainAnswer,
    "export": export.ExportAnswer,
    "ingest": answers.IngestAnswer,
    "list": answers.ListAnswer,
    "rules": rules.RulesAnswer,
    "screen": screened.ScreenAnswer,
    "ownership": reached.OwnershipAnswer,
    "sources": answers.SourcesAnswer,
    "sync": sync.SyncAnswer,
    "timeline": answers.TimelineAnswer,
    "validate": validation.ValidateAnswer,
    "verify": answers.VerifyAnswer,
}
STATUSES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("Comparison", "relation"): ("stricter", "less_strict", "equal", "incomparable"),
    ("ContrastCell", "status"): (
        *("forbidden", "required", "licensed_in_part", "unconfirmed", "licensed", "suspended", "pending"),
        *("ended", "moot", "not_forbidden", "not_listed", "not_modelled", "not_covered"),
    ),
    ("DecideAnswer", "kind"): ("same_as", "not_same_as"),
    ("ExplainAnswer", "law"): ("modelled", "not_modelled", "not_yet"),
    ("Standing", "status"): tuple(standing.ListingStatus),
    ("Effect", "status"): tuple(standing.EffectStatus),
    ("Deadline", "status"): tuple(standing.DeadlineStatus),
    ("Problem", "severity"): tuple(problem.Severity),
    ("CheckAnswer", "verdict"): ("match", "possible", "no_match", "incomplete"),
    ("ReachedView", "status"): tuple(reached.ReachedStatus),
    ("ReachedView", "control"): ("assessed", "not_assessed"),
    ("OwnerView", "counts"): ("yes", "may", "no"),
    ("IngestedView", "outcome"): ("admitted", "held", "refused", "unchanged"),
    ("SyncedView", "outcome"): ("admitted", "held", "refused", "unavailable", "unchanged"),
    ("PastView", "outcome"): ("admitted", "held", "kept", "refused", "unavailable", "unchanged"),
    ("FetchedView", "state"): ("failed", "fetched", "not_modified"),
}
"""Values that a text field may have, where the contract closes them."""


def schema_name(answer: str) -> str:
    """Return the versioned name that an answer carries in its `schema` field.

    >>> schema_name("check")
    'fasti/check/1'
    """
    return f"fasti/{answer}/1"


def all_schemas() -> dict[str, Any]:
    """Return every schema by the short name of its answer."""
    return {answer: schema_of(answer) for answer in ANSWERS}


def schema_text(answer: str) -> str:
    """Return one schema as JSON text."""
    return json.dumps(schema_of(answer), indent=2, ensure_ascii=False) + "\n"


@cache
def schema_of(answer: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of an answer; every key is required, unknown values are `null`.

    Args:
        answer: Short name (`check`) or schema name (`fasti/check/1`).

    Raises:
        UsageError: There is no such answer.
    """
    from msgspec.json import schema_components

    short = next((one for one in ANSWERS if answer in {one, schema_name(one)}), None)
    if short is None:
        raise UsageError(f"There is no answer named {answer}: choose one of {', '.join(ANSWERS)}.")
    kind = ANSWERS[short]
    _, components = schema_components([kind], ref_template="#/$defs/{name}")
    shaped = {name: _shaped(name, component) for name, component in components.items()}
    top = shaped.pop(kind.__name__)
    top["properties"]["schema"] = {"const": schema_name(short)}
    return {"$schema": DIALECT, "$id": schema_name(short), **top, "$defs": dict(sorted(shaped.items()))}


def _shaped(name: str, component: dict[str, Any]) -> dict[str, Any]:
    """Rename the keys as the JSON form does, and say what is required and which values are closed."""
    if "properties" not in component:
        return {key: value for key, value in component.items() if key != "title"}
    properties = {}
    for key, schema in component["properties"].items():
        values = STATUSES.get((name, key))
        kept = {part: value for part, value in schema.items() if part != "default"}
        properties[json_key(key)] = {"enum": list(values)} if values else kept
    told = component.get("description", "").partition("\n")[0]
    return {
        "title": name,
        **({"description": told} if told else {}),
        "type": "object",
        "properties": properties,
        "required": list(properties),
    }


def keys_of(kind: type) -> tuple[str, ...]:
    """Return the JSON keys of an answer type, in order."""
    return tuple(json_key(one.name) for one in fields(kind))

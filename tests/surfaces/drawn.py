"""The text forms that are kept as golden files; run this module to write them anew after a wanted change."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from fasti.cli.text import (
    backfill,
    bundle,
    check,
    contrast,
    decide,
    demo,
    difference,
    explanation,
    export,
    inventory,
    listing,
    ownership,
    rules,
    schema,
    screen,
    sync,
    timeline,
    validate,
)
from fasti.cli.text.document import Document
from fasti.cli.text.printing import render
from tests.surfaces import authored_differences as differences
from tests.surfaces import authored_others as others
from tests.surfaces.authored import CHECK, INCOMPLETE, LISTS
from tests.surfaces.authored_bulk import SCREENED, VALIDATED
from tests.surfaces.authored_law import CONTRASTED, EXPLAINED, MANY, RULES, UNTOLD
from tests.surfaces.authored_ownership import OWNERSHIP

GOLDEN = Path(__file__).parent / "golden"
WIDTH = 100

DOCUMENTS: dict[str, Callable[[], Document]] = {
    "backfill": lambda: backfill.document(others.BACKFILLED),
    "bundle-exported": lambda: bundle.exported(others.BUNDLE),
    "bundle-taken-in": lambda: bundle.taken_in(replace(others.BUNDLE, appended=30, ledger_content_id="7c" * 32)),
    "check": lambda: check.document(CHECK, LISTS),
    "check-explained": lambda: check.document(CHECK, LISTS, explain=True),
    "check-incomplete": lambda: check.document(INCOMPLETE, LISTS),
    "contrast": lambda: contrast.document(CONTRASTED, LISTS),
    "decide": lambda: decide.document(others.DECIDED),
    "demo": lambda: demo.document(others.DEMO, LISTS),
    "diff": lambda: difference.document(differences.DIFFERENCE, LISTS),
    "diff_all": lambda: difference.ledger_document(differences.DIFFERENCES, LISTS),
    "explain": lambda: explanation.document(EXPLAINED, LISTS),
    "explain-many": lambda: explanation.document(MANY, LISTS),
    "explain-not-modelled": lambda: explanation.document(UNTOLD, LISTS),
    "export": lambda: export.document(others.EXPORTED, LISTS),
    "ingest": lambda: inventory.ingest_document(others.INGESTED),
    "list": lambda: listing.document(others.LISTING, LISTS),
    "ownership": lambda: ownership.document(OWNERSHIP, LISTS),
    "ownership-all": lambda: ownership.document(OWNERSHIP, LISTS, every=True),
    "rules": lambda: rules.document(RULES, LISTS),
    "rules-policies": lambda: rules.document(RULES, LISTS, policies=True),
    "schema": schema.document,
    "screen": lambda: screen.document(SCREENED, LISTS),
    "sources": lambda: inventory.sources_document(others.SOURCES, LISTS),
    "sync": lambda: sync.document(others.SYNCED),
    "timeline": lambda: timeline.document(others.TIMELINE, LISTS),
    "validate": lambda: validate.document(VALIDATED, LISTS),
    "verify": lambda: inventory.verify_document(others.VERIFIED),
    "verify-faulty": lambda: inventory.verify_document(others.FAULTY),
}


def drawn(name: str) -> str:
    """Return a document as it goes into a pipe."""
    return render(DOCUMENTS[name](), width=WIDTH, colour=False)


def main() -> None:
    """Write every golden file."""
    for name in DOCUMENTS:
        (GOLDEN / f"{name}.txt").write_text(drawn(name), encoding="utf-8")


if __name__ == "__main__":
    main()

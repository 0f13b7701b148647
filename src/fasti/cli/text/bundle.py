"""The documents of `fasti export --bundle` and `fasti ingest bundle`: what was handed on, and what came of it."""

from fasti.cli.text.document import Document, Tone, para
from fasti.cli.text.words import count_of
from fasti.model.bundle import BundleAnswer


def exported(answer: BundleAnswer) -> Document:
    """Lay out what was written."""
    return _document(f"Wrote {answer.path}: {_held(answer)}", answer, "Take it in with: fasti ingest bundle FILE")


def taken_in(answer: BundleAnswer) -> Document:
    """Lay out what was appended."""
    entries = count_of(answer.entries, "log entry", "log entries")
    same = "is the bundle's" if answer.content_id == answer.ledger_content_id else "has more than the bundle's"
    told = f"The ledger's content {answer.ledger_content_id} {same}."
    return _document(f"{answer.path} is whole: {answer.appended:,} of {entries} were new", answer, told)


def _document(title: str, answer: BundleAnswer, told: str) -> Document:
    lines = (f"head {answer.head}; content {answer.content_id}", f"sha256 {answer.sha256}; {answer.size:,} bytes")
    return Document(
        banner="",
        title=title,
        lead=(*(para(line, Tone.QUIET) for line in lines), para(told)),
        groups=(),
        sections=(),
        notice="",
    )


def _held(answer: BundleAnswer) -> str:
    entries = count_of(answer.entries, "log entry", "log entries")
    return f"{entries}, {count_of(answer.editions, 'edition')}, {count_of(answer.files, 'file')}"

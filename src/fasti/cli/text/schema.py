"""The document of `fasti schema` without an answer named: which answers have a schema."""

from fasti.cli.schemas import ANSWERS, keys_of, schema_name
from fasti.cli.text.document import Column, Document, Table, cells, section


def document() -> Document:
    """Lay out the answers with their schema names and keys."""
    rows = tuple(cells(name, schema_name(name), ", ".join(keys_of(kind))) for name, kind in ANSWERS.items())
    table = Table((Column("Answer", narrow=True), Column("Schema", narrow=True), Column("Keys")), rows)
    return Document(
        "", "Answers with a JSON Schema; fasti schema ANSWER prints one", (), (), section("Answers", table), ""
    )

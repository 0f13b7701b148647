"""The document of `fasti compare`: how many rows were scored, and why the others were not."""

from fasti.cli.text.document import Document, Tone, para
from fasti.cli.text.words import count_of
from fasti.model.comparison import CompareAnswer

MOST_ERRORS = 20


def document(answer: CompareAnswer) -> Document:
    """Lay out what became of a file of pairs; the table itself has the reason for every row."""
    errors = [para(one, Tone.ALERT) for one in answer.errors[:MOST_ERRORS]]
    more = len(answer.errors) - MOST_ERRORS
    errors += [para(f"{count_of(more, 'more row')} could not be compared: see the column problem.")] if more > 0 else []
    told = f"{answer.compared:,} of {count_of(answer.rows, 'row')} scored by {answer.scorer}"
    return Document(
        banner="",
        title=f"Wrote {answer.output}",
        lead=(para(told), *errors),
        groups=(),
        sections=(),
        notice=answer.notice,
    )

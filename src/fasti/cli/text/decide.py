"""The document of `fasti decide`: what was recorded, and the parties as they are now."""

from fasti.cli.text.document import Document, Tone, para
from fasti.model.decided import DecideAnswer, SubjectView


def document(answer: DecideAnswer) -> Document:
    """Lay out a decision with what follows from it."""
    first, second = answer.subjects
    words = "are one party" if answer.kind == "same_as" else "are not one party"
    parties = {one.party_id: one for one in answer.subjects}
    return Document(
        banner="",
        title=f"Recorded: {first.key} and {second.key} {words}",
        lead=(
            para(f"By {answer.decided_by}: {answer.why}"),
            *(para(_party(one)) for one in parties.values()),
            para(f"Head {answer.head}", Tone.QUIET),
        ),
        groups=(),
        sections=(),
        notice="",
    )


def _party(one: SubjectView) -> str:
    return f"{one.caption}: {', '.join(one.keys)}"

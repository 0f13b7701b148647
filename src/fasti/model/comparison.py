"""The answer of `fasti compare`."""

from dataclasses import dataclass

NOTICE = "A score says how far two descriptions agree by one scorer's rules. It is no probability, and no finding."


@dataclass(frozen=True, slots=True)
class CompareAnswer:
    """What became of a file of pairs.

    Attributes:
        schema: Versioned name of this form.
        notice: What a score is not.
        scorer: Name of the scorer.
        input: The file of pairs.
        output: The table of scores.
        rows: Rows of the input.
        compared: Rows that have a score.
        errors: A sentence for each of the others, in order.
    """

    schema: str
    notice: str
    scorer: str
    input: str
    output: str
    rows: int
    compared: int
    errors: tuple[str, ...]

"""`fasti compare`: pairs of parties in, a table of scores out."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from fasti.cli import options, output
from fasti.cli.codes import Exit
from fasti.cli.text.document import Document


class Scorer(StrEnum):
    """Scorers that compare two parties."""

    NAME_V1 = "name_v1"
    OFAC_SLS = "ofac_sls"


def compare(
    pairs: Annotated[
        Path,
        typer.Argument(
            metavar="PAIRS",
            help='CSV name1,name2[,kind], or JSON Lines {"schema","query","candidate"} with FollowTheMoney properties.',
        ),
    ],
    *,
    out: Annotated[Path, typer.Option("--output", "-o", metavar="OUT", help="Where the CSV table of scores goes.")],
    scorer: Annotated[Scorer, typer.Option("--scorer", help="How the pairs are scored.")] = Scorer.NAME_V1,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Score pairs of parties, one row out for each row in, in order. No ledger is needed.

    Exits 3 if a row could not be compared; the other rows were.
    """
    from fasti.workflows.comparing import compare as run_compare

    answer = run_compare(pairs, out, scorer.value)

    def build() -> Document:
        from fasti.cli.text.compare import document

        return document(answer)

    output.show(answer, form, build)
    raise typer.Exit(Exit.BAD_INPUT if answer.errors else Exit.DONE)

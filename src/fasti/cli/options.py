"""The options that several commands share, each defined once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from fasti.model.actor import Role
from fasti.model.conduct import Conduct


class Format(StrEnum):
    """How an answer is printed."""

    TEXT = "text"
    JSON = "json"


class Clock(StrEnum):
    """How orders that name standard time in summer, or the reverse, are read."""

    WALL = "wall"
    LITERAL = "literal"


Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="PATH|URL",
        help="The ledger. Default: the environment's FASTI_DB, else one in the user's data directory.",
    ),
]
Form = Annotated[Format, typer.Option("--format", help="How the answer is printed.", show_default=True)]
Head = Annotated[
    int | None,
    typer.Option("--head", metavar="N", min=0, help="Audit: read the ledger as it stood at log entry N."),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="T", help="The date or instant asked about. Default: --known-at, else now."),
]
KnownAt = Annotated[
    str | None,
    typer.Option("--known-at", metavar="T", help="Use only what was public by then. Default: now."),
]
Actors = Annotated[
    list[Role] | None,
    typer.Option("--actor", metavar="A", help=f"Who asks; may be repeated. One of: {', '.join(Role)}."),
]
Act = Annotated[
    Conduct | None,
    typer.Option("--act", metavar="ACT", help=f"Which act is asked about. One of: {', '.join(Conduct)}."),
]
Lists = Annotated[
    list[str] | None,
    typer.Option("--list", metavar="L", help="Only this list; may be repeated."),
]
Html = Annotated[
    Path | None,
    typer.Option("--html", metavar="FILE", help="Also write the answer as one self-contained page."),
]
Policies = Annotated[
    list[str] | None,
    typer.Option(
        "--policy",
        metavar="NAME=VALUE",
        help="Another reading where the law leaves a choice; may be repeated. fasti rules --policies lists them.",
    ),
]
Require = Annotated[
    list[str] | None,
    typer.Option("--require", metavar="L", help="Exit 5 unless this list was consulted; may be repeated."),
]
Threshold = Annotated[
    float | None,
    typer.Option(
        "--threshold",
        metavar="S",
        min=0,
        max=1,
        help="Least score of a name match, from 0 to 1: 0.85 for matches, 0.70 for possible ones, 0.62 for slips too.",
    ),
]
Name = Annotated[str, typer.Argument(metavar="NAME|KEY", help="A name, or a key: ofac:17018, isin:..., lei:...")]

"""The answers other than a check, written by hand."""

from dataclasses import replace
from typing import Any

from fasti.model import answer as answers
from fasti.model import decided
from fasti.model.answer import NOTICE
from fasti.model.backfill import BackfillAnswer, PastView
from fasti.model.bundle import BundleAnswer
from fasti.model.demo import DemoAnswer, DemoClaim, DemoRow
from fasti.model.export import ExportAnswer, ExportedList
from fasti.model.problem import Problem, Severity
from fasti.model.sync import FetchedView, SyncAnswer, SyncedView
from tests.surfaces.authored import (
    CHECK,
    CHRONICLE,
    EMPTY_RUN,
    ENJOINED,
    LISTED,
    MATCH,
    QUERY,
    RUN,
    SDN_GAP,
    SUSPENDED,
    VACATED,
    VACATED_STANDING,
)
from tests.surfaces.authored_bulk import COMPARED, SCREENED, VALIDATED
from tests.surfaces.authored_differences import DIFFERENCE, DIFFERENCES
from tests.surfaces.authored_law import CONTRASTED, EXPLAINED, RULES
from tests.surfaces.authored_ownership import OWNERSHIP

TIMELINE = answers.TimelineAnswer(
    "fasti/timeline/1",
    NOTICE,
    replace(QUERY, as_of="2021-06-01", known_at="2021-06-01", actor=(), act=None, projected=False),
    RUN,
    (
        answers.TimelineParty(
            "xiaomi",
            ("dod-ccmc:xiaomi",),
            "Xiaomi Corporation",
            "organization",
            MATCH,
            (
                answers.TimelineEvent("us_dod_ccmc", LISTED, ()),
                answers.TimelineEvent("us_dod_ccmc", ENJOINED, SUSPENDED.evidence[:1]),
                answers.TimelineEvent(None, VACATED, ()),
            ),
        ),
    ),
)
LISTING = answers.ListAnswer(
    "fasti/list/1",
    NOTICE,
    replace(QUERY, name="us_ofac_sdn", actor=(), act=None),
    "us_ofac_sdn",
    "extract",
    2,
    EMPTY_RUN,
    (
        answers.ListEntry("ofac:17018", "ROSTEC", "organization", "listed", "2022-06-28", "observed"),
        answers.ListEntry("ofac:9", "EXAMPLE, Vessel", "vessel", "listed", None, None),
    ),
)
EDITION = answers.EditionView(
    "1a2b3c4d5e6f",
    "us_ofac_sdn/csv",
    "2022-04-07T23:59:59Z",
    "stated",
    "2022-04-08T00:00:00Z",
    9871,
    "held",
    "lost 40%",
)
SOURCES = answers.SourcesAnswer(
    "fasti/sources/1",
    "178:1f0c",
    "9d" * 32,
    (
        answers.SourceView("us_ofac_sdn", "OFAC SDN List", ("us_ofac_sdn",), "held", (EDITION,)),
        answers.SourceView("us_ofac_cons", "OFAC Consolidated List", ("us_ofac_ssi",), "not_loaded", ()),
    ),
    (CHRONICLE,),
    (SDN_GAP,),
    coverage=(
        answers.CoverageView("us_dod_ccmc", "chronicle", "2020-06-12", "2021-07-04", 0),
        answers.CoverageView("us_ofac_sdn", "us_ofac_sdn/csv", "2022-02-01", "2022-06-01", 7),
        answers.CoverageView("us_ofac_sdn", "us_ofac_sdn/csv", "2023-08-15", None, 2),
    ),
    as_of="2024-03-31",
)
INGESTED = answers.IngestAnswer(
    "fasti/ingest/1",
    "us_ofac_sdn",
    "179:2a",
    (
        answers.IngestedView("1a2b3c4d5e6f", "us_ofac_sdn/csv", "2022-04-07T23:59:59Z", 9871, "admitted", "", ()),
        answers.IngestedView(
            "error.html", "us_ofac_sdn/csv", "", 0, "refused", "An error page, not a list.", RUN.problems
        ),
    ),
)
BACKFILLED = BackfillAnswer(
    "fasti/backfill/1",
    "us_ofac_sdn",
    "mirror",
    "179:2a",
    (
        PastView("0a1b2c3d4e5f", "2022-04-07T23:59:59Z", "admitted", "", INGESTED.editions[0]),
        PastView("1b2c3d4e5f60", "2022-04-08T23:59:59Z", "unchanged", "the ledger holds this edition already", None),
        PastView("2c3d4e5f6071", "2022-04-09T23:59:59Z", "refused", "An error page, not a list.", INGESTED.editions[1]),
        PastView("2022-04-10", "2022-04-12T03:59:59Z", "unavailable", "The archive answered 503.", None),
    ),
)
EXPORTED = ExportAnswer(
    "fasti/export/1",
    NOTICE,
    replace(QUERY, name="", as_of="2022-04-07", known_at="2022-04-07", actor=(), act=None, projected=False),
    "ftm",
    "out/entities.ftm.json",
    "cd" * 32,
    11_023_012,
    9_441,
    27_576,
    (
        ExportedList("us_dod_ccmc", "extract", 0),
        ExportedList("us_ofac_sdn", "complete", 9_441),
    ),
    EMPTY_RUN,
)
BUNDLE = BundleAnswer(
    "fasti/bundle/1", "ledger.fasti", "ab" * 32, 2_260_629, "178:1f0c", "9d" * 32, 178, 31, 51, 0, "178:1f0c", "9d" * 32
)
SYNCED = SyncAnswer(
    "fasti/sync/1",
    "180:3b",
    (
        SyncedView(
            "us_ofac_cons",
            "xml",
            "unavailable",
            "CONSOLIDATED.XML answered 503 after 4 attempts: open https://example.org/CONSOLIDATED.XML, "
            "and try again later.",
            None,
            (FetchedView("entries", "https://example.org/CONSOLIDATED.XML", "failed", 0, 0),),
            None,
        ),
        SyncedView(
            "us_ofac_sdn",
            "csv",
            "admitted",
            "",
            "2022-04-08T09:15:00-04:00",
            (
                FetchedView("entries", "https://example.org/SDN.CSV?from=us", "fetched", 4_200_000, 2),
                FetchedView("aliases", "https://example.org/ALT.CSV", "not_modified", 0, 1),
            ),
            INGESTED.editions[0],
        ),
        SyncedView(
            "us_trade_csl",
            "",
            "refused",
            "An error page, not a list.",
            "2022-04-08T09:15:02-04:00",
            (FetchedView("entries", "https://example.org/consolidated.csv", "fetched", 2_048, 1),),
            INGESTED.editions[1],
        ),
    ),
)
VERIFIED = answers.VerifyAnswer("fasti/verify/1", "179:2a", "9d" * 32, 179, 101, deep=False, faults=())
FAULTY = replace(VERIFIED, deep=True, faults=(Problem("hash", "Entry 7 was altered.", "log 7", Severity.ERROR),))


def _row(as_of: str, known_at: str, status: str, effect: str | None, why: str) -> DemoRow:
    begins = "2021-03-15T09:30:00-04:00" if effect else None
    known = "" if known_at == as_of else f" --known-at {known_at}"
    return DemoRow(
        as_of, known_at, status, effect, begins, why, f'fasti check "Xiaomi Corporation" --as-of {as_of}{known}'
    )


def _claim(said: str, verdict: str, record: str, difference: str, citation: str, command: str) -> DemoClaim:
    return DemoClaim(said, "press", "2021-05-12", verdict, record, difference, citation, command)


DEMO = DemoAnswer(
    schema="fasti/demo/1",
    notice=NOTICE,
    subject="Xiaomi Corporation",
    list="us_dod_ccmc",
    effect="the ban on US persons' dealing in its publicly traded securities",
    strip=(
        _row("2021-01-13", "2021-01-13", "not_found", None, "The list of that day does not name it."),
        _row(
            "2021-01-20", "2021-01-20", "listed", "pending", "DoD listed it on 14 January 2021; 60 days have to pass."
        ),
        _row("2021-03-11", "2021-03-11", "listed", "pending", "The suit of 29 January 2021 changes nothing by itself."),
        _row("2021-03-16", "2021-03-16", "listed", "suspended", "A court enjoined the consequences on 12 March 2021."),
        _row(
            "2021-05-12", "2021-05-12", "listed", "suspended", "The parties reported that they agree to a final order."
        ),
        _row("2021-05-26", "2021-05-26", "ended", "moot", "The court vacated the listing on 25 May 2021."),
        _row("2022-01-15", "2022-01-15", "ended", "moot", "The day named for possession passed without effect."),
    ),
    back_test=(
        _row("2021-03-16", "2021-03-11", "listed", "in_force", "Nothing public stood in the way of the ban."),
        _row("2021-03-16", "2021-03-14", "listed", "suspended", "The order of 12 March 2021 was public."),
    ),
    claims=(
        _claim(
            "block all trade with Xiaomi and its affiliates",
            "refuted",
            "A ban on US persons' dealing in publicly traded securities of the named issuer.",
            "Neither its products, nor trade, nor affiliates were reached.",
            "EO 13959 s.1(a)",
            "fasti check Xiaomi --as-of 2021-05-12 --actor us-person",
        ),
        _claim(
            "won a US court appeal",
            "refuted",
            "A preliminary injunction of a district court.",
            "No appeal was decided.",
            "No. 1:21-cv-00280 (D.D.C.), Dkt. 21",
            "fasti timeline Xiaomi --as-of 2021-05-12",
        ),
        _claim(
            "The Department of Defense has now officially removed Xiaomi",
            "refuted",
            "A court vacated the listing on 25 May 2021.",
            "On 12 May 2021 it was still listed, and it was a court that ended it.",
            "No. 1:21-cv-00280 (D.D.C.)",
            "fasti check Xiaomi --as-of 2021-05-26",
        ),
        _claim(
            "divest by November 21, 2021",
            "refuted",
            "14 January 2022; moot since 25 May 2021.",
            "The date stands in no order.",
            "EO 13974 s.1(c)",
            "fasti check Xiaomi --as-of 2021-03-01 --act possess",
        ),
    ),
    standings=(VACATED_STANDING,),
    run=RUN,
)

BOTH = ("ofac:30996", "us_dod_ccmc/xiaomi")
DECIDED = decided.DecideAnswer(
    "fasti/decide/1",
    "same_as",
    "One address and one registration number stand in both rows.",
    "ana",
    "41:9f2c",
    tuple(decided.SubjectView(key, "XIAOMI CORPORATION", "xiaomi", BOTH) for key in BOTH),
)

ALL: dict[str, Any] = {
    "backfill": BACKFILLED,
    "bundle": BUNDLE,
    "check": CHECK,
    "compare": COMPARED,
    "contrast": CONTRASTED,
    "decide": DECIDED,
    "demo": DEMO,
    "diff": DIFFERENCE,
    "diff_all": DIFFERENCES,
    "error": answers.ErrorAnswer("fasti/error/1", "now is not a date.", 2),
    "explain": EXPLAINED,
    "export": EXPORTED,
    "rules": RULES,
    "screen": SCREENED,
    "ingest": INGESTED,
    "list": LISTING,
    "ownership": OWNERSHIP,
    "sources": SOURCES,
    "sync": SYNCED,
    "timeline": TIMELINE,
    "validate": VALIDATED,
    "verify": VERIFIED,
}
"""One answer of each kind, by short name."""

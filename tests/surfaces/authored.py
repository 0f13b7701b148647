"""Answers written by hand, for showing how each is drawn; nothing here was computed."""

from dataclasses import replace

from fasti.model import answer as answers
from fasti.model.answer import NOTICE
from fasti.model.catalog import ListInfo
from fasti.model.problem import Problem, Severity
from fasti.model.standing import (
    Alternative,
    Deadline,
    Effect,
    Event,
    Evidence,
    ExceptionView,
    OtherBound,
    Outlook,
    SpellView,
    Standing,
    Step,
    WithoutEffect,
)

LISTS = {
    "us_dod_ccmc": ListInfo(
        "us_dod_ccmc",
        "List of Communist Chinese military companies",
        "s.1237 list",
        "the US Department of Defense (NDAA FY1999 s.1237)",
        "America/New_York",
        "https://example.org/ccmc",
    ),
    "us_ofac_sdn": ListInfo(
        "us_ofac_sdn",
        "Specially Designated Nationals and Blocked Persons List",
        "SDN List",
        "OFAC",
        "America/New_York",
        "https://example.org/sdn",
    ),
}

BAN = Effect(
    regime="us.eo13959",
    act="purchase",
    object="publicly traded securities of the party",
    bound=("us-person",),
    status="suspended",
    from_="2021-03-15T09:30:00-04:00",
    until=None,
    time_text="9:30 a.m. eastern standard time on the date that is 60 days after",
    changes=(),
    exceptions=(
        ExceptionView(
            kind="licence",
            name="GL 2",
            scope="Securities exchanges operated by US persons may trade until the ban begins.",
            from_="2021-01-14",
            until=None,
            status="in_force",
            citation="OFAC General License 2",
            confidence="high",
        ),
    ),
    alternatives=(Alternative("us.clock=literal", "2021-03-15T10:30:00-04:00", None),),
    via=None,
    rule="us.eo13959/v2",
    phrase="the ban on US persons' dealing in its publicly traded securities",
    citation="EO 13959 s.1(a), as amended by EO 13974",
    confidence="high",
    steps=(
        Step("listing", "Is the listing in force?", "yes", "since 2021-01-14: DoD listed it", "DoD release"),
        Step("stay", "Does an order or act suspend it?", "yes", "The court enjoined it", "Dkt. 21"),
        Step("licence", "Does a licence cover the whole act?", "no", "none does at that moment", ""),
    ),
)

LISTED = Event(
    event_id="us-dod-2021-01-14-listed",
    kind="listed",
    on="2021-01-14",
    made_on="2021-01-14",
    effective_on=None,
    public_at="2021-01-14T23:59:59-05:00",
    authority="US Department of Defense",
    summary="The Department of Defense named nine further companies.",
    citation="DoD release of 14 January 2021",
    url="https://example.org/release",
    confidence="high",
)
ENJOINED = Event(
    event_id="us-ddc-2021-03-12-xiaomi-enjoined",
    kind="enjoined",
    on="2021-03-12",
    made_on="2021-03-12",
    effective_on="2021-03-12",
    public_at="2021-03-12T23:59:59-05:00",
    authority="D.D.C.",
    summary="A court enjoined the consequences of the listing.",
    citation="Xiaomi Corp. v. Department of Defense, No. 1:21-cv-00280 (D.D.C.), Dkt. 21",
    url="https://example.org/docket",
    confidence="med",
)
VACATED = replace(
    ENJOINED,
    event_id="us-ddc-2021-05-25-xiaomi-vacated",
    kind="vacated",
    on="2021-05-25T16:09:00-04:00",
    made_on="2021-05-25",
    effective_on="2021-05-25T16:09:00-04:00",
    public_at="2021-05-25T23:59:59-04:00",
    summary="The court vacated the listing by agreed final order.",
)

SUSPENDED = Standing(
    list="us_dod_ccmc",
    status="listed",
    stayed_by=ENJOINED.event_id,
    others_bound=(OtherBound("exporter", "export", "not_modelled"),),
    listed_on="2021-01-14",
    listed_after=None,
    listed_by=None,
    ended_on=None,
    ended_after=None,
    ended_by=None,
    stated_on=None,
    basis="act",
    spells=(SpellView("2021-01-14", None, "act", "NDAA FY1999 s.1237", "dod-ccmc:xiaomi"),),
    between=None,
    confirmed_to=None,
    why="A court enjoined the consequences of the listing three days before they would have begun.",
    stated_reason=None,
    effects=(BAN, replace(BAN, act="sale", exceptions=(), alternatives=(), time_text="")),
    not_forbidden=("Buying or selling Xiaomi's products.", "Exporting to it or importing from it."),
    deadlines=(
        Deadline(
            what="possession of its securities by US persons",
            due="2022-01-14T23:59:00-05:00",
            last_day="2022-01-14",
            time_text="11:59 p.m. eastern standard time on the date that is 365 days after",
            status="suspended",
            rule="us.eo13959/v2",
            citation="EO 13974 s.1(c)",
            confidence="high",
        ),
    ),
    outlook=(
        Outlook("The ban would begin if the injunction were lifted.", "2021-03-15", "court", "Dkt. 21"),
        Outlook("An appeal may be filed.", None, "court", "Fed. R. App. P. 4"),
    ),
    events=(LISTED, ENJOINED),
    evidence=(
        Evidence(
            source="chronicle",
            rank="order",
            citation="Xiaomi Corp. v. Department of Defense, Dkt. 21",
            url="https://example.org/docket",
            sha256=None,
            locator=None,
            quote="the prohibitions are hereby enjoined",
        ),
        Evidence("us_ofac_cons", "list_file", "consolidated.xml", "", "ab" * 32, "sdnEntry 17016", None),
    ),
    without_effect=(
        WithoutEffect(
            regime="us.eo13959",
            act="possess",
            bound=("us-person",),
            rule="us.eo13959.possess",
            phrase="the ban on US persons' holding its publicly traded securities",
            steps=(Step("listing", "Is the listing in force?", "unknown", "No edition is held", ""),),
        ),
    ),
)
VACATED_STANDING = replace(
    SUSPENDED,
    status="ended",
    stayed_by=None,
    ended_on="2021-05-25",
    spells=(SpellView("2021-01-14", "2021-05-25", "act", "NDAA FY1999 s.1237", "dod-ccmc:xiaomi"),),
    why="The court vacated the listing.",
    effects=(replace(BAN, status="moot", until="2021-05-25T16:09:00-04:00"),),
    deadlines=(replace(SUSPENDED.deadlines[0], status="moot"),),
    outlook=(),
    events=(LISTED, ENJOINED, VACATED),
)
NOT_COVERED = replace(
    SUSPENDED,
    list="us_ofac_sdn",
    status="not_covered",
    stayed_by=None,
    others_bound=(),
    listed_on=None,
    basis=None,
    spells=(),
    why="",
    effects=(),
    not_forbidden=(),
    deadlines=(),
    outlook=(),
    events=(),
    evidence=(),
)

QUERY = answers.Query("Xiaomi Corporation", "2021-03-16", "2021-03-14", ("us-person",), "purchase", projected=True)
CHRONICLE = answers.SourceState(
    "chronicle",
    "us_dod_ccmc",
    "complete",
    "2020-06-12 to 2021-06-03",
    "2021-06-03T23:59:59-04:00",
    None,
    0,
    stale=False,
)
SDN_GAP = answers.NotScreened("us_ofac_sdn", "not_loaded", "fasti ingest us_ofac_sdn PATH")
RUN = answers.Run(
    engine="fasti 0.1.0",
    scorer="name_v1",
    rulebook="2026-11-23",
    chronicle="2026-11-23",
    readers=("chronicle/1",),
    head="178:1f0c",
    content_id="9d" * 32,
    known_by="2021-03-14T23:59:59-04:00",
    policies={"us.clock": "wall"},
    corrections=("us-dod-2021-01-14-luokong: our spelling of the name was wrong",),
    problems=(Problem("conflict", "The file and the order differ by a day.", "ofac:30946", Severity.WARNING),),
    sources=(CHRONICLE,),
    not_screened=(SDN_GAP, answers.NotScreened("us_ofac_ssi", "not_loaded", "fasti ingest us_ofac_sdn PATH")),
    not_assessed=("ownership: no stakes were given", "country programmes"),
)
MATCH = answers.MatchView(
    0.97,
    "Xiaomi Corporation",
    (
        answers.Contribution("token", "xiaomi", "xiaomi", 0.9),
        answers.Contribution("legal form", "corporation", "corporation", 0.07),
    ),
)
PARTY = answers.PartyAnswer(
    "xiaomi",
    ("dod-ccmc:xiaomi", "isin:KYG9830T1067"),
    "Xiaomi Corporation",
    "organization",
    MATCH,
    (SUSPENDED, NOT_COVERED),
)
CHECK = answers.CheckAnswer("fasti/check/1", NOTICE, QUERY, "match", RUN, (PARTY,))

EMPTY_RUN = replace(RUN, corrections=(), problems=(), sources=(replace(CHRONICLE, coverage="extract"),))
INCOMPLETE = answers.CheckAnswer(
    "fasti/check/1",
    NOTICE,
    answers.Query("Rosneft", "2026-11-23", "2026-11-23", (), None, projected=False),
    "incomplete",
    EMPTY_RUN,
    (),
)

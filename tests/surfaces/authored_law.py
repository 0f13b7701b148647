"""The answers about the law itself, written by hand."""

from dataclasses import replace

from fasti.model.answer import NOTICE
from fasti.model.contrast import (
    Comparison,
    ContrastAnswer,
    ContrastCell,
    ContrastColumn,
    ContrastParty,
    ContrastQuery,
    ContrastRow,
    Difference,
)
from fasti.model.explanation import (
    CaseView,
    DueView,
    ExplainAnswer,
    ExplainQuery,
    LawSource,
    RegimeView,
    RuleView,
    Said,
    VersionView,
)
from fasti.model.rules import LawChange, PolicyChoice, PolicyView, RecordFix, RuleEntry, RulesAnswer, RulesQuery
from fasti.model.standing import ExceptionView, Outlook
from tests.surfaces.authored import LISTS, RUN

DIVEST = DueView(
    "sale of what was held", "through 365 days after the listing", inclusive=True, time_text="on or before"
)
LATER = CaseView(
    name="listed later",
    object="",
    citation="",
    modelled=True,
    start="60 days after the listing, 09:30 EST",
    end=None,
    time_text="9:30 a.m. eastern standard time on the date that is 60 days after",
    deadlines=(DIVEST,),
    exceptions=(
        Said("divestment: Sales made solely to divest. Through 365 days after the listing.", "EO 13959 s.1(c)"),
    ),
)
FIRST = VersionView(
    version="v1",
    state="ended",
    from_="2020-11-12",
    until="2021-01-13",
    made_by="us-eo-13959",
    summary="The President forbade purchases.",
    citation="EO 13959 s.1(a)",
    url="https://example.org/eo",
    confidence="med",
    primary_read=False,
    confirmed_to=None,
    note="S.1(a) was not read.",
    cases=(LATER,),
    exceptions=(),
)
SECOND = replace(
    FIRST, version="v2", state="in_force", from_="2021-01-13", until=None, citation="EO 13974 s.1", note=""
)
PURCHASE = RuleView(
    rule="purchase",
    act="purchase",
    object="publicly traded securities of the listed person",
    phrase="the ban on US persons' dealing in its publicly traded securities",
    bound=("us-person",),
    reach="listed",
    version="v2",
    versions=(FIRST, SECOND),
)
REGIME = RegimeView(
    regime="us.eo13959",
    title="Securities of Chinese military companies",
    who_is_bound="US persons (EO 13959 s.4).",
    rules=(PURCHASE, replace(PURCHASE, rule="sale", act="sale", versions=(SECOND,))),
    not_forbidden=(Said("Its property is not blocked.", "EO 13959 s.1"),),
    licences=(
        ExceptionView("licence", "GL 2", "Exchanges may trade.", "2021-01-14", None, "in_force", "OFAC GL 2", "high"),
    ),
    ownership=(),
    exit=(Said("The Department of Defense delists, or a court sets the listing aside.", "Pub. L. 105-261 s.1237"),),
    outlook=(Outlook("The emergency ends unless it is continued.", "2021-11-12", "scheduled_law", "50 U.S.C. 1622"),),
)
ORDER = LawSource(
    act_id="us-eo-13959",
    on="2020-11-12",
    summary="The President forbade purchases.",
    citation="85 FR 73185",
    url="https://example.org/eo",
    rank="order",
    confidence="med",
    primary_read=False,
    also=(),
)
EXPLAINED = ExplainAnswer(
    schema="fasti/explain/1",
    notice=NOTICE,
    query=ExplainQuery("us_dod_ccmc", "2021-02-15", "2021-02-15", projected=False),
    list="us_dod_ccmc",
    title=LISTS["us_dod_ccmc"].title,
    short=LISTS["us_dod_ccmc"].short,
    authority=LISTS["us_dod_ccmc"].authority,
    url=LISTS["us_dod_ccmc"].url,
    note="",
    law="modelled",
    regimes=(REGIME,),
    sources=(ORDER,),
    run=RUN,
)
UNTOLD = replace(EXPLAINED, law="not_modelled", regimes=(), sources=(), run=replace(RUN, corrections=(), problems=()))

PENDING = ContrastCell(
    party_id="xiaomi",
    list="us_dod_ccmc",
    status="pending",
    bound=("us-person",),
    from_="2021-03-15T09:30:00-04:00",
    until=None,
    rule="us.eo13959.purchase/v2",
    phrase="the ban on US persons' dealing in its publicly traded securities",
    exceptions=("GL 1A",),
    citation="EO 13959 s.1(a)",
    confidence="med",
)
FORBIDDEN = replace(PENDING, party_id="huawei", status="forbidden", from_="2021-01-11T09:30:00-05:00", exceptions=())
UNKNOWN = ContrastCell("xiaomi", "us_ofac_sdn", "not_covered", (), None, None, None, "", (), "", None)
SENTENCE = (
    "Huawei is under the stricter law than Xiaomi Corporation: purchase is forbidden since 11 January 2021 "
    "(s.1237 list) for Huawei, still to come from 15 March 2021 (s.1237 list) for Xiaomi Corporation; "
    "nothing shown is stricter for Xiaomi Corporation. Not known, and able to change this: SDN List for "
    "Xiaomi Corporation (not covered)."
)
CONTRASTED = ContrastAnswer(
    schema="fasti/contrast/1",
    notice=NOTICE,
    query=ContrastQuery(
        ("Xiaomi", "Huawei"), "2021-02-15", "2021-02-15", ("us-person",), ("purchase",), projected=False
    ),
    parties=(
        ContrastParty("Xiaomi", "xiaomi", ("dod-ccmc:xiaomi",), "Xiaomi Corporation", 1.0, 0),
        ContrastParty("Huawei", "huawei", ("dod-ccmc:huawei",), "Huawei", 0.97, 2),
    ),
    columns=(
        ContrastColumn("xiaomi", "us_dod_ccmc", "listed", "2021-01-14", "DoD listed it."),
        ContrastColumn("xiaomi", "us_ofac_sdn", "not_covered", None, "no complete edition of the list is held"),
        ContrastColumn("huawei", "us_dod_ccmc", "listed", "2020-06-12", "DoD listed it."),
        ContrastColumn("huawei", "us_ofac_sdn", "not_found", None, "not on the list as held"),
    ),
    rows=(
        ContrastRow(
            "purchase",
            "us-person",
            (PENDING, UNKNOWN, FORBIDDEN, replace(UNKNOWN, party_id="huawei", status="not_listed")),
        ),
    ),
    comparisons=(
        Comparison(
            "xiaomi",
            "huawei",
            "less_strict",
            certain=False,
            more=(),
            less=(Difference("purchase", "us-person", FORBIDDEN, PENDING),),
            sentence=SENTENCE,
        ),
    ),
    run=RUN,
)

ENTRY = RuleEntry(
    regime="us.eo13959",
    title="Securities of Chinese military companies",
    rule="purchase",
    act="purchase",
    bound=("us-person",),
    reach="listed",
    lists=("us_dod_ccmc",),
    version="v2",
    state="in_force",
    from_="2021-01-13",
    until=None,
    made_by="us-eo-13974",
    citation="EO 13974 s.1",
    confidence="med",
    primary_read=True,
    confirmed_to=None,
)
AMENDED = LawChange(
    on="2021-01-13",
    made_on="2021-01-13",
    public_at="2021-01-13T23:59:59-05:00",
    kind="rule_amended",
    act_id="us-eo-13974",
    summary="The President amended EO 13959.",
    made=("us.eo13959.purchase/v2",),
    ended=("us.eo13959.purchase/v1",),
    suspended=(),
    licence=None,
    citation="86 FR 4875",
    url="https://example.org/eo13974",
    confidence="high",
)
RULES = RulesAnswer(
    schema="fasti/rules/1",
    notice=NOTICE,
    query=RulesQuery("2021-01-01", "2021-02-15", "2021-02-15", projected=False),
    rules=(replace(ENTRY, version="v1", state="ended", until="2021-01-13"), ENTRY, replace(ENTRY, rule="sale")),
    law_changed=(
        AMENDED,
        replace(AMENDED, on="2021-03-09", act_id="gl", kind="licensed", made=(), ended=(), licence="GL 1A", url=""),
    ),
    record_corrected=(
        RecordFix("2021-02-01", "correction", "us-dod-luokong", "Luokong", "Luokung", "Our typing error.", "DoD list"),
    ),
    policies=(
        PolicyView(
            "us.clock",
            "How is a clock time read?",
            "wall",
            "OFAC reads so.",
            (PolicyChoice("wall", "By the wall."), PolicyChoice("literal", "To the letter.")),
        ),
    ),
    run=RUN,
)

PROGRAMMES = tuple(replace(SECOND, version=f"programme-{number}", made_by=f"act-{number}") for number in range(12))
MANY = replace(
    EXPLAINED,
    regimes=(replace(REGIME, rules=(replace(PURCHASE, version="programme-11", versions=PROGRAMMES),)),),
    sources=tuple(replace(ORDER, act_id=one.made_by) for one in PROGRAMMES),
)

"""Laws of the score `name_v1`, whatever the parties."""

from hypothesis import given
from hypothesis import strategies as st

from fasti.model.identity import Identifier, Name, NameKind, PartyKind, Quality
from fasti.model.subject import Country, Subject
from fasti.screening.name_v1 import MATCH, WEAK_ALONE, Scored, score
from fasti.screening.names.dates import OTHER_DATE
from fasti.screening.names.evidence import OTHER_COUNTRY, OTHER_GENDER, OTHER_HULL, OTHER_IDENTIFIER

VOCABULARY = """
norvik norwik nor vik norv ik xanadu xanado zan adu al hassan hasan hussein ahmed hamed ali a h n 36 38 plant36 omar bin
group holding technology technologies trading bank of and china iran iraq moscow branch john juan bill william
ltd limited co company llc gmbh sa as joint stock ooo 北 方 有 限 公 司 Норвик محمد حسن 김정은 (NXB) (Uganda)
"""
WORDS = VOCABULARY.split()
TEXTS = st.text(min_size=1, max_size=40).filter(lambda text: bool(text.strip()))
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join) | TEXTS
KINDS = st.sampled_from(PartyKind)
DATES = st.lists(st.sampled_from(["1970", "1970-05-01", "1970-01-05", "1971", "1950-02", "~", "x"]), max_size=2)
CODES = st.lists(st.sampled_from(["ru", "ir", "us"]), max_size=2)
NUMBERS = st.lists(
    st.sampled_from([("lei", "5493001KJTIIGC8Y1R12"), ("imo", "9074729"), ("x", "AB1234567")]), max_size=2
)
PARTIES = st.builds(
    lambda kind, names, dates, codes, numbers, gender: Subject(
        kind,
        tuple(map(Name, names)),
        birth_dates=tuple(dates),
        countries=tuple(map(Country, codes)),
        genders=gender,
        identifiers=tuple(Identifier(*one) for one in numbers),
    ),
    KINDS,
    st.lists(NAMES, min_size=1, max_size=2),
    DATES,
    CODES,
    NUMBERS,
    st.sampled_from([(), ("male",), ("female",)]),
)


def _total(scored: Scored) -> float:
    return sum(line.value for line in scored.explanation)


@given(PARTIES, PARTIES)
def test_a_score_is_a_share_that_its_explanation_adds_up_to(query: Subject, listed: Subject) -> None:
    found = score(query, listed)
    assert -1e-12 <= found.score <= 1
    assert abs(_total(found) - found.score) < 1e-9
    assert score(query, listed) == found


@given(PARTIES, PARTIES)
def test_evidence_never_raises_a_name_and_lowers_it_by_no_more_than_it_states(query: Subject, listed: Subject) -> None:
    named = score(Subject(query.kind, query.names), Subject(listed.kind, listed.names)).score
    whole = score(query, listed)
    if any(line.feature == "identifier" and line.value > 0 for line in whole.explanation) or whole.score == 1:
        return
    most = OTHER_DATE + OTHER_COUNTRY + OTHER_GENDER + max(OTHER_IDENTIFIER, OTHER_HULL)
    assert named - most - 1e-9 <= whole.score <= named + 1e-9


@given(PARTIES, NAMES)
def test_an_alias_more_never_loses_a_hit(listed: Subject, alias: str) -> None:
    query = Subject.named("norvik trading", PartyKind.ORGANIZATION)
    more = Subject(listed.kind, (*listed.names, Name(alias, NameKind.AKA)))
    assert score(query, more).score >= score(query, Subject(listed.kind, listed.names)).score - 1e-9


@given(NAMES, KINDS)
def test_an_exact_primary_name_reaches_the_top_band(name: str, kind: PartyKind) -> None:
    assert score(Subject.named(name, kind), Subject.named(name, kind)).score >= MATCH


@given(NAMES, KINDS)
def test_a_weak_alias_alone_makes_no_hit(name: str, kind: PartyKind) -> None:
    listed = Subject(kind, (Name(name, NameKind.AKA, Quality.WEAK),))
    assert score(Subject.named(name, kind), listed).score <= WEAK_ALONE

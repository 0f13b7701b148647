"""The Swiss list: histories, spellings, sets and places that a target points to, and lists of changes refused."""

import pytest

from fasti.model.errors import RefusedError
from fasti.model.identity import NameKind
from fasti.model.listing import ENTRIES, Listing
from fasti.sources.ch_seco.reader import read_xml
from fasti.sources.drafting import Draft, Memo, RawMember

PROGRAMME = (
    "<sanctions-program ssid='1'><program-key lang='eng'>{key}</program-key>"
    "<sanctions-set ssid='10' lang='eng'>Annex 1</sanctions-set></sanctions-program>"
)
PART = "<name-part order='1' name-part-type='whole-name'><value>A</value></name-part>"
NAME = f"<name name-type='primary-name'>{PART}</name>"
LISTED = "<modification modification-type='listed' effective-date='2012-06-12'/>"
AMENDED = "<modification modification-type='amended' effective-date='2015-11-18'/>"
ENDED = "<modification modification-type='de-listed' effective-date='2016-03-01'/>"
AGAIN = "<modification modification-type='listed' effective-date='2018-05-01'/>"


def _target(*history: str, body: str = NAME, sets: str = "10", more: str = "", number: str = "7") -> str:
    return (
        f"<target ssid='{number}'><sanctions-set-id>{sets}</sanctions-set-id>"
        f"<entity><identity main='true'>{body}</identity>{more}</entity>{''.join(history)}</target>"
    )


def _read(*targets: str, key: str = "Belarus", memo: Memo | None = None, kind: str = "whole-list") -> Draft:
    header = PROGRAMME.format(key=key) + "<place ssid='5'><location>Minsk</location></place>"
    data = (
        f"<swiss-sanctions-list list-type='{kind}' date='2024-01-17'>{header}{''.join(targets)}</swiss-sanctions-list>"
    )
    return read_xml([RawMember("entries", "list.xml", data.encode())], memo or Memo())


def _one(draft: Draft) -> Listing:
    return draft.parts[ENTRIES]["ch:7"]


def _stated(*history: str) -> list[tuple[str, str]]:
    return [(one.what, one.on) for one in _one(_read(_target(*history))).stated]


@pytest.mark.parametrize(
    ("history", "stated"),
    [
        ([LISTED], [("listing", "2012-06-12")]),
        ([AMENDED, LISTED], [("amended", "2015-11-18"), ("listing", "2012-06-12")]),
        ([ENDED, LISTED], [("ended", "2016-03-01"), ("listing", "2012-06-12")]),
        (
            [AGAIN, ENDED, LISTED],
            [("earlier_end", "2016-03-01"), ("earlier_listing", "2012-06-12"), ("listing", "2018-05-01")],
        ),
        ([AMENDED, ENDED], [("amended", "2015-11-18"), ("ended", "2016-03-01")]),
    ],
)
def test_the_last_stay_gives_the_dates(history: list[str], stated: list[tuple[str, str]]) -> None:
    """In whatever order the file has the modifications."""
    assert _stated(*history) == stated
    assert _stated(*history[::-1]) == stated


def test_a_day_s_modifications_are_in_the_file_s_order_turned_round() -> None:
    """It writes the newest first."""
    again = AGAIN.replace("2018-05-01", "2016-03-01")
    assert ("listing", "2016-03-01") in _stated(again, ENDED, LISTED)
    assert ("ended", "2016-03-01") in _stated(ENDED, again)


def test_the_day_of_effect_counts_and_the_others_are_kept() -> None:
    """Enactment and publication are other things."""
    three = (
        "<modification modification-type='de-listed' enactment-date='2016-02-01' publication-date='2016-02-02' "
        "effective-date='2016-03-01'/>"
    )
    stated = {one.what: (one.on, one.label) for one in _one(_read(_target(three, LISTED))).stated}
    assert stated["ended"] == ("2016-03-01", "de-listed effective-date")
    assert stated["publication"] == ("2016-02-02", "de-listed publication-date")
    assert stated["enactment"] == ("2016-02-01", "de-listed enactment-date")
    without = three.replace("effective-date='2016-03-01'", "")
    assert ("ended", "2016-02-02") in _stated(without, LISTED)


def test_an_end_without_a_day_leaves_no_listing() -> None:
    """Who was de-listed is never shown as listed."""
    draft = _read(_target("<modification modification-type='de-listed'/>"))
    assert _one(draft).memberships == ()
    assert [problem.code for problem in draft.problems] == ["undated_end"]


def test_a_part_s_other_spellings_make_names_of_their_own() -> None:
    """By language and script; the other parts stand as printed, and a title is none."""
    body = (
        "<name name-type='primary-name' quality='good'>"
        "<name-part order='2' name-part-type='given-name'><value>Anna</value>"
        "<spelling-variant lang='RUS' script='CYRL'>Анна</spelling-variant></name-part>"
        "<name-part order='1' name-part-type='family-name'><value>Dorn</value>"
        "<spelling-variant lang='RUS' script='LATN'>Dorne</spelling-variant>"
        "<spelling-variant lang='RUS' script='LATN'>Torn</spelling-variant></name-part>"
        "<name-part order='0' name-part-type='title'><value>Dr.</value></name-part></name>"
    )
    listing = _one(_read(_target(LISTED, body=body)))
    assert [name.text for name in listing.names] == ["Dorn Anna", "Dorne Anna", "Torn Anna", "Dorn Анна"]
    assert [name.kind for name in listing.names] == [NameKind.PRIMARY, NameKind.AKA, NameKind.AKA, NameKind.AKA]
    assert "Dr." in {fact.text for fact in listing.facts if fact.what == "title"}


def test_spellings_are_bounded() -> None:
    """A hostile file cannot make names without end."""
    variants = "".join(f"<spelling-variant script='LATN'>{number}</spelling-variant>" for number in range(10))
    part = "<name-part order='{}' name-part-type='other'><value>A</value>{}</name-part>"
    body = f"<name name-type='alias'>{''.join(part.format(order, variants) for order in range(9))}</name>"
    draft = _read(_target(LISTED, body=body))
    assert len(_one(draft).names) == 65
    assert [problem.code for problem in draft.problems] == ["many_spellings"]


def test_the_primary_name_of_another_identity_is_an_alias() -> None:
    """The main identity's is the party's own."""
    more = "<identity main='false'>" + NAME.replace(">A<", ">B<") + "</identity>"
    names = _one(_read(_target(LISTED, more=more))).names
    assert [(name.text, name.kind) for name in names] == [("A", NameKind.PRIMARY), ("B", NameKind.AKA)]


def test_a_row_seen_before_follows_the_programmes_and_places_of_its_own_file() -> None:
    """The same bytes of a target mean something else under another programme."""
    memo = Memo()
    target = _target(LISTED, body=NAME + "<address place-id='5'/>")
    first, second = _read(target, memo=memo), _read(target, key="Syria", memo=memo)
    assert [one.basis for one in _one(first).memberships] == ["Belarus"]
    assert [one.basis for one in _one(second).memberships] == ["Syria"]
    assert _one(_read(target, memo=memo)) is _one(first)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("IMO Number: 8405270", ("imo", "8405270")),
        ("SWIFT/BIC: CMSYSYDA", ("swift", "CMSYSYDA")),
        ("Registration number (INN): 100325912.", ("registration_number", "100325912")),
        ("SWIFT/BIC: CMSYSYDA, all offices worldwide", ("other_information", "")),
        ("Swift Investments Ltd", ("other_information", "")),
        ("Website: https://a.example", ("website", "https://a.example")),
    ],
)
def test_a_label_before_a_number_makes_an_identifier(words: str, found: tuple[str, str]) -> None:
    """And no other text does."""
    listing = _one(_read(_target(LISTED, more=f"<other-information>{words}</other-information>")))
    said = {(one.scheme, one.value) for one in listing.identifiers}
    said |= {(fact.what, "" if fact.what == "other_information" else fact.text) for fact in listing.facts}
    assert found in said


@pytest.mark.parametrize(
    ("target", "code"),
    [
        (_target(LISTED, sets="99"), "unknown_set"),
        (_target(LISTED, "<modification modification-type='frozen'/>"), "unknown_modification"),
        (_target("<modification modification-type='listed' effective-date='soon'/>"), "unreadable_date"),
        (_target(), "no_history"),
        (_target(LISTED, body=""), "no_name"),
        (_target(LISTED, body=NAME.replace("primary-name", "nickname")), "unknown_name_type"),
        (_target(LISTED, body=NAME.replace("whole-name", "first-half")), "unknown_name_part"),
        (_target(LISTED, body=NAME + "<address place-id='6'/>"), "unknown_place"),
        (_target(LISTED, body=NAME + "<day-month-year year='1402' calendar='Persian'/>"), "unreadable_date"),
        (_target(LISTED, body=NAME + "<shoe-size/>"), "unknown_field"),
        (_target(LISTED, more="<motto/>"), "unknown_field"),
        (_target(LISTED, "<appeal/>"), "unknown_field"),
        (_target(LISTED).replace("<entity>", "<robot>").replace("</entity>", "</robot>"), "unknown_field"),
    ],
)
def test_what_is_not_known_is_told(target: str, code: str) -> None:
    """Never dropped in silence, and the target stands."""
    draft = _read(target)
    assert code in {problem.code for problem in draft.problems}
    assert [one.list for one in _one(draft).memberships] == ["ch_seco"]


def test_a_list_of_changes_is_refused() -> None:
    """Whoever is not in it has not been de-listed."""
    with pytest.raises(RefusedError, match="not the whole list"):
        _read(_target(LISTED), kind="amendment")


@pytest.mark.parametrize(
    ("targets", "why"),
    [
        ([], "holds no entries"),
        ([_target(LISTED), _target(AMENDED)], "stands in it twice and differs"),
        ([_target(LISTED, number="")], "has no number"),
    ],
)
def test_what_is_no_edition_is_refused(targets: list[str], why: str) -> None:
    """With the reason."""
    with pytest.raises(RefusedError, match=why):
        _read(*targets)

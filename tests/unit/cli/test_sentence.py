"""The one sentence: each status of listing and effect in words that the fields carry."""

from dataclasses import replace

import pytest

from fasti.cli.text.sentence import Asked, absent, effect_clause, join_phrases, listing_clause, not_held, sentence
from fasti.model.standing import Standing
from tests.surfaces.authored import BAN, ENJOINED, LISTED, LISTS, NOT_COVERED, SUSPENDED, VACATED_STANDING

CCMC = LISTS["us_dod_ccmc"]
DOD = "the US Department of Defense (NDAA FY1999 s.1237)"
THE_BAN = "the ban on US persons' dealing in its publicly traded securities"
ASKED = Asked("2021-03-16", projected=False)
AHEAD = Asked("2021-03-16", projected=True)
OBSERVED = replace(
    SUSPENDED,
    basis="observed",
    listed_on="2022-04-07",
    listed_after="2022-04-05",
    listed_by="2022-04-07T00:00:00-04:00",
)


def test_the_sentence_of_the_injunction() -> None:
    only = replace(SUSPENDED, effects=(BAN,))
    assert sentence(only, CCMC, ASKED) == (
        f"Listed by {DOD} since 14 January 2021; {THE_BAN} would have begun on 15 March 2021, 9:30 a.m., "
        "but a court suspended it on 12 March 2021."
    )


def test_the_sentence_of_the_vacated_listing() -> None:
    assert sentence(VACATED_STANDING, CCMC, Asked("2021-05-26", projected=False)) == (
        f"Listed by {DOD} from 14 January 2021 until 25 May 2021, when a court vacated the listing; {THE_BAN}, due to "
        "begin on 15 March 2021, 9:30 a.m., never came to apply: moot since 25 May 2021."
    )


def test_the_sentence_of_a_running_deadline() -> None:
    pending = replace(
        SUSPENDED.deadlines[0], status="pending", what="Last day for sales made to divest; possession is banned then"
    )
    standing = replace(SUSPENDED, effects=(), deadlines=(pending, replace(pending, rule="another")))
    assert sentence(standing, CCMC, ASKED) == (
        f"Listed by {DOD} since 14 January 2021; the last day for sales made to divest is 14 January 2022."
    )
    other = replace(standing, deadlines=(replace(pending, what="End of the window for sales"),))
    assert sentence(other, CCMC, ASKED).endswith("; end of the window for sales: last day 14 January 2022.")


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (
            replace(SUSPENDED, status="announced", listed_on="2021-02-01"),
            f"announced by {DOD}, with effect from 1 February 2021",
        ),
        (
            replace(SUSPENDED, status="withdrawn", ended_on="2026-02-13"),
            f"announced by {DOD} and withdrawn on 13 February 2026",
        ),
        (
            replace(SUSPENDED, status="suspended"),
            f"listed by {DOD} since 14 January 2021, but a court suspended the listing itself on 12 March 2021",
        ),
        (replace(SUSPENDED, basis="stated"), f"listed by {DOD} since 14 January 2021 (as the entry states)"),
        (
            OBSERVED,
            (
                f"listed by {DOD} since 7 April 2022 or shortly before "
                "(in the file of 7 April 2022, not in that of 5 April 2022)"
            ),
        ),
        (
            replace(OBSERVED, listed_after=None),
            f"listed by {DOD} since 7 April 2022 or earlier (it is in the first edition held)",
        ),
        (
            replace(
                OBSERVED,
                status="ended",
                listed_on=None,
                ended_on="2022-11-08",
                ended_after="2022-11-07",
                ended_by="2022-11-08",
            ),
            (
                f"listed by {DOD} until 8 November 2022 or shortly before "
                "(in the file of 7 November 2022, not in that of 8 November 2022)"
            ),
        ),
        (replace(SUSPENDED, status="not_found"), f"not found on the list of {DOD}"),
        (NOT_COVERED, f"no edition of the list of {DOD} is held for this date"),
        (replace(SUSPENDED, listed_on=None), f"listed by {DOD}"),
    ],
)
def test_listing(standing: Standing, said: str) -> None:
    assert listing_clause(standing, CCMC) == said


def test_an_issuer_of_several_lists_is_followed_by_the_list() -> None:
    assert listing_clause(SUSPENDED, LISTS["us_ofac_sdn"]) == "listed by OFAC (SDN List) since 14 January 2021"


@pytest.mark.parametrize(
    ("changes", "asked", "said"),
    [
        ({"status": "in_force"}, ASKED, "has applied since 15 March 2021, 9:30 a.m."),
        ({"status": "in_force", "from_": None}, ASKED, "applies"),
        (
            {"status": "in_force", "until": "2021-06-03"},
            ASKED,
            "has applied since 15 March 2021, 9:30 a.m. and ends on 3 June 2021",
        ),
        ({"status": "in_force"}, AHEAD, "would apply from 15 March 2021, 9:30 a.m."),
        ({"status": "pending"}, ASKED, "begins on 15 March 2021, 9:30 a.m."),
        ({"status": "pending"}, AHEAD, "would begin on 15 March 2021, 9:30 a.m."),
        ({"status": "pending", "from_": None}, ASKED, "has not begun"),
        ({"status": "ended", "until": "2021-06-03"}, ASKED, "applied from 15 March 2021, 9:30 a.m. until 3 June 2021"),
        ({"status": "ended", "from_": None}, ASKED, "applied, and that has ended"),
        (
            {"status": "suspended", "from_": "2021-04-01"},
            ASKED,
            "would begin on 1 April 2021, but a court suspended it on 12 March 2021",
        ),
        (
            {"status": "suspended", "from_": "2021-02-01"},
            ASKED,
            "applied from 1 February 2021, but a court suspended it on 12 March 2021",
        ),
        ({"status": "suspended", "from_": None}, ASKED, "is without effect: a court suspended it on 12 March 2021"),
        (
            {"status": "moot", "from_": None, "until": "2021-05-25"},
            ASKED,
            "never came to apply: moot since 25 May 2021",
        ),
        ({"status": "unconfirmed"}, ASKED, "has applied since 15 March 2021, 9:30 a.m., not confirmed for this date"),
        (
            {"status": "licensed"},
            ASKED,
            "has applied since 15 March 2021, 9:30 a.m., but what is asked about is covered by GL 2",
        ),
        ({"status": "not_modelled"}, ASKED, "follows from the listing, but is not modelled here"),
    ],
)
def test_effect(changes: dict[str, str | None], asked: Asked, said: str) -> None:
    assert effect_clause((replace(BAN, **changes),), SUSPENDED, asked) == f"{THE_BAN} {said}"  # type: ignore[arg-type] # fields by name


def test_an_effect_confirmed_up_to_a_date_says_so() -> None:
    standing = replace(SUSPENDED, confirmed_to="2021-06-01")
    said = effect_clause((replace(BAN, status="unconfirmed"),), standing, ASKED)
    assert said.endswith("has applied since 15 March 2021, 9:30 a.m., confirmed up to 1 June 2021 only")


def test_an_effect_without_a_phrase_is_named_by_its_act() -> None:
    assert effect_clause((replace(BAN, phrase="", status="in_force"),), SUSPENDED, ASKED).startswith(
        "what the rule forbids (purchase) has applied since"
    )


def test_effects_of_one_fate_share_a_clause_in_order_of_their_beginning() -> None:
    holding = replace(
        BAN, phrase="the ban on US persons' holding of its publicly traded securities", from_="2022-01-14"
    )
    sale = replace(BAN, phrase="the ban on US persons' sale of its publicly traded securities")
    said = sentence(replace(SUSPENDED, effects=(holding, BAN, sale, BAN)), CCMC, ASKED)
    _, first, second = said.split("; ")
    assert first == (
        "the ban on US persons' dealing in and sale of its publicly traded securities would have begun on "
        "15 March 2021, 9:30 a.m., but a court suspended it on 12 March 2021"
    )
    assert second == (
        "the ban on US persons' holding of its publicly traded securities would begin on 14 January 2022, "
        "but a court suspended it on 12 March 2021."
    )


def test_two_different_rules_take_the_plural() -> None:
    duty = replace(BAN, phrase="the duty to report", status="in_force")
    said = effect_clause((replace(BAN, status="in_force"), duty), SUSPENDED, ASKED)
    assert said == f"{THE_BAN} and the duty to report have applied since 15 March 2021, 9:30 a.m."


def test_phrases_are_joined_whole_if_they_share_too_little() -> None:
    assert join_phrases(["the ban on x", "the duty of x"]) == "the ban on x and the duty of x"
    assert join_phrases(["the ban on x"]) == "the ban on x"


def test_a_stay_that_no_event_explains_is_still_told() -> None:
    bare = replace(SUSPENDED, events=(LISTED,), stayed_by="an order")
    assert effect_clause((BAN,), bare, ASKED).endswith("but it is suspended (an order)")
    by_rule = replace(SUSPENDED, events=(replace(ENJOINED, kind="rule_suspended"),))
    assert effect_clause((BAN,), by_rule, ASKED).endswith("but the rule was suspended on 12 March 2021")


def test_lists_without_the_party_are_told_together() -> None:
    assert absent(LISTS.values()) == "Not found on: s.1237 list, SDN List (as held for this date)."
    assert not_held([LISTS["us_ofac_sdn"]]) == "Not covered: SDN List (no edition is held for this date)."


def test_a_sentence_ends_in_one_stop() -> None:
    in_force = replace(SUSPENDED, effects=(replace(BAN, status="in_force"),))
    assert sentence(in_force, CCMC, ASKED).endswith("has applied since 15 March 2021, 9:30 a.m.")

"""Files of stakes in each format, and several rows about one stake."""

import json

import pytest

from fasti.model.errors import BadInputError
from fasti.model.share import UNKNOWN, WHOLE, Share
from fasti.ownership.collecting import Collector
from fasti.ownership.ftm_file import is_ftm, read_ftm
from fasti.ownership.gleif_file import is_gleif, read_gleif
from fasti.ownership.graph import graph_on
from fasti.ownership.stakes import SIGN, StakeBook
from fasti.ownership.table_file import read_table

DAY = 737_791  # 2021-01-01
GLEIF = (
    "Relationship.StartNode.NodeID,Relationship.EndNode.NodeID,Relationship.RelationshipType,"
    "Relationship.RelationshipStatus,Relationship.Period.1.startDate,Relationship.Period.1.endDate,"
    "Relationship.Period.1.periodType\n"
    "CHILD,PARENT,IS_DIRECTLY_CONSOLIDATED_BY,ACTIVE,2020-01-01T00:00:00Z,,RELATIONSHIP_PERIOD\n"
    "FUND,MANAGER,IS_FUND-MANAGED_BY,ACTIVE,,,\n"
)


def _table(text: str) -> StakeBook:
    into = Collector()
    read_table("stakes.csv", text, into)
    return into.book()


def test_spelling_in_case_and_spaces_is_one_party() -> None:
    book = _table("owner,asset,share\nOwner  One,A,10\nOWNER ONE,B,20\n")
    assert book.names == ["Owner One", "A", "B"]


def test_columns_may_stand_in_any_order() -> None:
    book = _table("share,to,asset,owner\n50,2020-06-01,A,X\n")
    stake = book.stake(0)
    assert (stake.owner, stake.asset, stake.share) == ("X", "A", Share(WHOLE // 2, WHOLE // 2))


def test_fractions_beside_percentages_are_told() -> None:
    (problem,) = _table("owner,asset,share\nX,A,50\nX,B,0.5\n").problems
    assert problem.code == "mixed_shares"
    assert "0.5 in line 3 was read as 50%" in problem.message


def test_fractions_alone_are_not() -> None:
    assert _table("owner,asset,share\nX,A,1.0\nX,B,0.5\n").problems == ()


def test_a_stake_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(BadInputError, match=r"stakes.csv, line 2: it ends \(2020-01-01\) before it begins"):
        _table("owner,asset,share,from,to\nX,A,50,2021-01-01,2020-01-01\n")


def test_rows_of_one_source_are_at_most_their_sum() -> None:
    graph = graph_on(_table("owner,asset,share\nX,A,30\nX,A,25\n"), DAY, joint=False)
    assert (graph.low.tolist(), graph.high.tolist()) == ([WHOLE * 30 // 100], [WHOLE * 55 // 100])
    assert [one.code for one in graph.problems] == ["repeated_stake"]


def test_rows_of_two_sources_are_one_stake_in_doubt() -> None:
    graph = graph_on(_table("owner,asset,share,source\nX,A,30,a\nX,A,25,b\n"), DAY, joint=False)
    assert (graph.low.tolist(), graph.high.tolist()) == ([WHOLE // 4], [WHOLE * 30 // 100])
    assert [one.code for one in graph.problems] == ["sources_differ"]


def test_two_sources_that_agree_are_one_stake_without_doubt() -> None:
    graph = graph_on(_table("owner,asset,share,source\nX,A,30,a\nX,A,30,b\n"), DAY, joint=False)
    assert (graph.low.tolist(), graph.problems) == ([WHOLE * 30 // 100], ())


def test_more_than_the_whole_is_told() -> None:
    graph = graph_on(_table("owner,asset,share\nX,A,80\nY,A,30\n"), DAY, joint=False)
    assert [one.code for one in graph.problems] == ["more_than_the_whole"]


def test_gleif_gives_links_without_a_share() -> None:
    into = Collector()
    assert is_gleif(GLEIF)
    read_gleif("rr.csv", GLEIF, into)
    book = into.book()
    stake = book.stake(0)
    assert (stake.owner, stake.asset, stake.share) == ("lei:PARENT", "lei:CHILD", UNKNOWN)
    assert (stake.link, stake.control) == (True, SIGN)
    assert [one.code for one in book.problems] == ["relationship_left_out"]


def test_ftm_gives_ownerships_with_names_countries_and_percentages() -> None:
    entities = [
        {"id": "x", "schema": "Person", "caption": "Owner One", "properties": {}},
        {"id": "a", "schema": "Company", "properties": {"name": ["Asset Co"], "jurisdiction": ["cn"]}},
        {
            "id": "o",
            "schema": "Ownership",
            "properties": {"owner": ["x"], "asset": ["a"], "percentage": ["0.5"], "startDate": ["2019"]},
        },
    ]
    text = "\n".join(json.dumps(one) for one in entities)
    assert is_ftm(text)
    into = Collector()
    read_ftm("entities.json", text, into)
    book = into.book()
    stake = book.stake(0)
    assert (stake.owner, stake.asset) == ("Owner One", "Asset Co")
    assert stake.share == Share(WHOLE // 200, WHOLE // 200), "a bare number is a percentage there"
    assert stake.country == "cn"
    assert book.keys[book.names.index("Owner One")] == ("ftm:x",)


def test_two_entities_of_one_name_stay_apart() -> None:
    people: list[dict[str, object]] = [
        {"id": one, "schema": "Person", "caption": "Same Name", "properties": {}} for one in ("x", "y")
    ]
    stakes = [
        {"id": f"o{one}", "schema": "Ownership", "properties": {"owner": [one], "asset": ["a"], "percentage": ["30"]}}
        for one in ("x", "y")
    ]
    into = Collector()
    read_ftm("entities.json", "\n".join(json.dumps(one) for one in (*people, *stakes)), into)
    assert into.book().names == ["Same Name [x]", "a", "Same Name [y]"]


def test_an_ftm_file_without_ownership_says_so() -> None:
    into = Collector()
    read_ftm("entities.json", json.dumps({"id": "x", "schema": "Person", "caption": "X"}), into)
    assert [one.code for one in into.problems] == ["no_ownership"]

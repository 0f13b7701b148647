"""Where official files are fetched: as `source.toml` and files of addresses say it."""

from typing import Any

import pytest

from fasti.model.errors import BadInputError
from fasti.sources.addresses import Address, Places, places_in, places_of
from fasti.sources.description import describe
from fasti.sources.reading import READERS
from fasti.sources.source_info import described
from fasti.workflows.fetch_rules import check_address

WITH_ADDRESSES = [source for source in described() if describe(source).places.addresses]


def test_an_address_says_what_it_must() -> None:
    """The rest is what most publications need."""
    table = {"fetch": [{"url": "https://a.org/b/List.CSV?x=1"}]}
    places = places_of(table, "x")
    assert places == Places((Address("", "entries", "https://a.org/b/List.CSV?x=1"),), ("a.org",))
    assert places.addresses[0].name == "List.CSV"
    assert Address("", "entries", "https://a.org/").name == "entries"


def test_domains_that_are_named_count_alone() -> None:
    table = {"domains": ["b.org"], "fetch": [{"url": "https://a.org/", "media": ["text/html"]}]}
    places = places_of(table, "x")
    assert (places.domains, places.addresses[0].media) == (("b.org",), ("text/html",))


def test_a_file_has_a_table_for_each_source() -> None:
    table = {"one": {"fetch": [{"url": "https://a.org/"}]}, "two": {}}
    assert {source: len(one.addresses) for source, one in places_in(table, "file").items()} == {"one": 1, "two": 0}


@pytest.mark.parametrize(
    "table",
    [
        {"fetch": "https://a.org"},
        {"fetch": [{"role": "entries"}]},
        {"fetch": [{"url": 3}]},
        {"fetch": [{"url": "https://a.org", "rôle": "entries"}]},
        {"fetch": [{"url": "https://a.org", "media": "text/html"}]},
        {"domains": "a.org"},
    ],
)
def test_other_shapes_are_refused(table: dict[str, Any]) -> None:
    with pytest.raises(BadInputError, match="The addresses of one in file cannot be read"):
        places_in({"one": table}, "file")


@pytest.mark.parametrize("source", WITH_ADDRESSES)
def test_every_shipped_address_may_be_asked_and_read(source: str) -> None:
    """It is https, within the publisher's domains, of a format that has a reader, with the primary file first."""
    places = describe(source).places
    for address in places.addresses:
        check_address(address.url, places.domains)
    forms = {one.form for one in places.addresses}
    assert {form for form in forms if form and (source, form) not in READERS} == set()
    firsts = {form: next(one.role for one in places.addresses if one.form == form) for form in forms}
    assert set(firsts.values()) == {"entries"}
    assert len({one.url for one in places.addresses}) == len(places.addresses)

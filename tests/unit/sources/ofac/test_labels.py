"""The vocabulary of labels: the longest one wins, it ends where a word ends, and no two meanings share one."""

import tomllib
from importlib import resources

import pytest

from fasti.sources.catalog import load_catalog
from fasti.sources.ofac.labels import Use, find, vocabulary


@pytest.mark.parametrize(
    ("item", "name", "value"),
    [
        ("DOB 1962", "birth_date", "1962"),
        ("alt. DOB 1962", "birth_date", "1962"),
        ("Alt. POB Riga", "birth_place", "Riga"),
        ("Registration Number 22839", "registration_number", "22839"),
        ("Registration ID 22839", "registration_id", "22839"),
        ("Secondary sanctions risk: See Section 11", "secondary_sanctions", "See Section 11"),
        ("Additional Sanctions Information - Subject to", "secondary_sanctions", "Subject to"),
        ("Digital Currency Address - XBT 1Anchor", "digital_currency", "XBT 1Anchor"),
        ("Telephone (357)(22660766)", "phone", "(357)(22660766)"),
        ("Telephone No. 009613679153", "phone", "009613679153"),
        ("Email:office@example.org", "email", "office@example.org"),
        ("Fax: 6562243040", "fax", "6562243040"),
        ("All offices worldwide", "scope", ""),
        ("Occupation: Chemist", "occupation", "Chemist"),
    ],
)
def test_an_item_is_split_at_its_label(item: str, name: str, value: str) -> None:
    """What follows the label is the value."""
    found = find(item)
    assert found is not None
    assert (found.label.name, found.value) == (name, value)


@pytest.mark.parametrize("item", ["Faxing machine 1", "Occupation unknown", "DOBRY, Jan", "Minister of Trade", ""])
def test_words_that_only_begin_like_a_label(item: str) -> None:
    """They are none."""
    assert find(item) is None


def test_no_label_has_two_meanings() -> None:
    """A second line for one label would silently win."""
    text = resources.files("fasti.sources.ofac").joinpath("labels.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    plain = [label for use in list(Use)[:4] for labels in table[use].values() for label in labels]
    stated = [text for dates in table[Use.STATED] for what, text in dates.items() if what not in {"list", "basis"}]
    assert len(plain) + len(stated) == len(vocabulary())


def test_stated_dates_speak_of_known_lists() -> None:
    """Each with a list of the catalogue."""
    lists = {label.list for label in vocabulary().values() if label.use is Use.STATED}
    assert lists
    assert lists <= set(load_catalog().lists)

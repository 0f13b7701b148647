"""Each recipe does what it says, repeats by its seed, and leaves alone what it has nothing to change in."""

from random import Random

import pytest

from fasti.model.identity import PartyKind
from fasti.workflows.validating.recipe import Recipe, script_of
from fasti.workflows.validating.scripts import RECIPES

BY_NAME = {one.name: one for one in RECIPES}
PERSON, COMPANY = PartyKind.PERSON, PartyKind.ORGANIZATION
SUITED = {
    "accents_dropped": ("Jürgen Brandstätter", PERSON),
    "comma_form": ("Anna Maria Keller", PERSON),
    "initial": ("Anna Maria Keller", PERSON),
    "in_cyrillic": ("Igor Shchukin", PERSON),
    "romanised": ("Борис Гусев", PERSON),
    "form_changed": ("Norvik Trading Ltd", COMPANY),
    "form_dropped": ("Norvik Trading Ltd", COMPANY),
}


def _chances() -> list[Random]:
    return [Random(seed) for seed in range(20)]  # noqa: S311 - they have to repeat


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda one: one.name)
def test_a_recipe_changes_a_name_that_suits_it_and_repeats(recipe: Recipe) -> None:
    name, kind = SUITED.get(recipe.name, ("Norvikson Shipholding Company", COMPANY))
    changed = [recipe.applied(name, kind, chance) for chance in _chances()]
    assert any(changed)
    assert name not in changed
    assert changed == [recipe.applied(name, kind, chance) for chance in _chances()]


@pytest.mark.parametrize(
    ("recipe", "name", "kind"),
    [
        ("letter_dropped", "Li Wu", PERSON),
        ("letter_dropped", "小米集团", COMPANY),
        ("letter_replaced", "Борис Гусев", PERSON),
        ("letter_as_digit", "Mary Hunt", PERSON),
        ("word_dropped", "Anna Keller", PERSON),
        ("words_turned", "Norvik", COMPANY),
        ("words_joined", "小米 集团", COMPANY),
        ("comma_form", "Norvik Trading", COMPANY),
        ("initial", "Norvik Trading", COMPANY),
        ("form_changed", "Anna Keller Ltd", PERSON),
        ("form_dropped", "Norvik Trading", COMPANY),
        ("accents_dropped", "Anna Keller", PERSON),
        ("romanised", "Anna Keller", PERSON),
        ("in_cyrillic", "Борис Гусев", PERSON),
        ("transliteration", "Борис Гусев", PERSON),
    ],
)
def test_a_recipe_leaves_alone_what_does_not_suit_it(recipe: str, name: str, kind: PartyKind) -> None:
    assert [BY_NAME[recipe].applied(name, kind, chance) for chance in _chances()] == [None] * 20


@pytest.mark.parametrize(
    ("recipe", "name", "kind", "changed"),
    [
        ("words_turned", "Keller, Anna Maria", PERSON, {"Maria Keller Anna"}),
        ("comma_form", "Keller, Anna", PERSON, {"Anna Keller"}),
        ("comma_form", "Anna Keller", PERSON, {"Keller, Anna"}),
        ("word_dropped", "Anna Maria Keller", PERSON, {"Maria Keller", "Anna Keller", "Anna Maria"}),
        ("initial", "Anna Keller", PERSON, {"A. Keller"}),
        ("words_joined", "Anna Keller", PERSON, {"Annakeller"}),
        ("word_split", "Keller", PERSON, {"Kel ler"}),
        ("punctuation", "O'Neil-Baker", PERSON, {"O Neil Baker"}),
        ("punctuation", "Anna Keller", PERSON, {"Anna-Keller"}),
        ("case", "Norvik", COMPANY, {"norvik"}),
        ("form_changed", "Norvik LLC", COMPANY, {"Norvik L.L.C.", "Norvik LIMITED LIABILITY COMPANY"}),
        ("form_dropped", "Norvik Co., Ltd.", COMPANY, {"Norvik"}),
        ("accents_dropped", "Jürgen", PERSON, {"Jurgen"}),
        ("romanised", "Борис", PERSON, {"Boris"}),
        ("in_cyrillic", "Igor Shchukin", PERSON, {"Игор Щукин"}),
    ],
)
def test_what_becomes_of_a_name(recipe: str, name: str, kind: PartyKind, changed: set[str]) -> None:
    assert {BY_NAME[recipe].applied(name, kind, chance) for chance in _chances()} == changed


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("Norvik", "Latin"),
        ("Ćosić", "Latin"),
        ("حداد", "Arabic"),
        ("김정은", "Hangul"),
        ("123", "Other"),
        ("Σοφία", "Greek"),
    ],
)
def test_the_script_of_a_name(name: str, script: str) -> None:
    assert script_of(name) == script

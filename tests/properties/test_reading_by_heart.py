"""What is kept of words read alone gives the readings that the rules which look at neighbours give, and their forms."""

import csv
from collections.abc import Collection
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from fasti.index.folding import fold, fold_words
from fasti.index.tokens import tokenize
from fasti.index.wording import Shelf
from fasti.screening.legal_forms import legal_tokens
from fasti.screening.names import entries
from fasti.screening.names import organization_words as organizations
from fasti.screening.names import person_words as persons
from fasti.screening.names.forms import careful_forms, forms
from fasti.screening.names.glancing import needs_care
from fasti.screening.names.lexicon import Lexicon
from fasti.screening.names.name_tables import around, known_spellings
from fasti.screening.names.organization_words import LONG_GENERIC, bodies, long_words, misspelt, numbers
from fasti.screening.names.reading import PreparedName, prepare
from fasti.screening.names.words import Word

AROUND = around()
WORDS = sorted(
    {*AROUND.titles, *AROUND.suffixes, *AROUND.particles, *AROUND.kin, *AROUND.light, *AROUND.vowelless, *numbers()}
)
FORMS = sorted(legal_tokens())
TEXT = """
norvik xanadu abd abdul abdel al ul ud din deen eddin uddin dine aldin saif nur rahman ben jc tm b x v o 3rd 7 44 ig0r
d1n united states of america kingdom saudi arabia us u s a forty four twenty first bank group internatoinal m mv (NXB)
joint stock company obshchestvo s ogranichennoi otvetstvennostyu HuaWei Northern/Southern (Norvik) Norvik's S.A. & -
"""
OTHERS = TEXT.split()
NAMES = st.lists(
    st.sampled_from(OTHERS)
    | st.sampled_from(WORDS)
    | st.sampled_from(FORMS)
    | st.sampled_from(sorted(known_spellings()))
    | st.sampled_from(OTHERS).map(str.title),
    min_size=1,
    max_size=7,
).map(" ".join)
TEXTS = st.text(alphabet="abcdehijklmnostuvz ABN019 .'-/&()йж平김م", min_size=1, max_size=24)


def told(name: PreparedName) -> list[object]:
    """Return all that a prepared name holds, as values."""
    return [[[_values(word) for word in one.words], one.form, one.short, one.style] for one in name.readings]


def _values(word: Word) -> tuple[object, ...]:
    spelt = word.token, word.raw, word.weight, word.least, word.role, word.names, word.shorts
    return *spelt, word.known, word.lossy, word.letters, word.bones, word.sort, word.unit


ASKED = [tuple(Shelf), *[(shelf,) for shelf in Shelf]]
"""Shelves that are asked together."""


def held(names: Collection[str]) -> None:
    """Compare the readings of names, and their forms, with those that no word read alone cuts short."""
    ours = {(name, shelf): told(prepare(name, shelf)) for name in names for shelf in Shelf}
    seen = {(name, shelves): forms(name, shelves) for name in names for shelves in ASKED}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Lexicon, "alone", lambda _, __: None)
        for (name, shelf), readings in ours.items():
            assert told(prepare(name, shelf)) == readings, (name, shelf)
        for (name, shelves), found in seen.items():
            assert found == [careful_forms(name, shelf) for shelf in shelves], (name, shelves)


@given(NAMES)
@example("Saif ud Din")
@example("Van Norvik al Rahman")
@example("van al")
@example("Norvik People Front of Xanadu")
@example("Front of Xanadu People Limited")
@example("Joint Stock Company Norvik Xanadu Bank")
@example("M V Norvik")
@example("Doctor")
@example("Pan Pan")
@example("Jean-Paul Li Ming Dvorák/Dvořák aka Norvik")
@example("jd d1n")
@example("Ben Norvik")
@example("L X C Norvik V")
def test_words_read_alone_are_read_as_among_others(name: str) -> None:
    held([name])


@given(TEXTS)
def test_any_text_is_read_alike(text: str) -> None:
    held([text])


@given(NAMES | TEXTS)
def test_a_name_is_folded_piece_by_piece_as_it_is_whole(name: str) -> None:
    whole = fold(f"{name} {'x' * 200}").removesuffix(" " + "x" * 200)  # long texts are folded whole
    if whole != "x" * 200:
        assert " ".join(fold_words(name)) == whole
        assert tokenize(name) == tuple(whole.split())


@given(NAMES | TEXTS)
@example("Huawei/Norvik")
@example("Saif All-Din")
def test_a_text_needs_care_if_a_piece_of_it_does(text: str) -> None:
    assert needs_care(text) == any(map(needs_care, text.split(" ")))


@given(st.sampled_from(sorted(long_words())), st.data())
def test_a_long_word_is_known_by_one_edit_as_a_scan_would_know_it(word: str, data: st.DataObject) -> None:
    at, letter = data.draw(st.integers(0, len(word) - 1)), data.draw(st.sampled_from("abeinz"))
    changed = data.draw(
        st.sampled_from(
            [word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :]]
        )
        | st.just(word[: at - 1] + word[at : at + 1] + word[at - 1 : at] + word[at + 1 :])
    )
    near = [one for one in long_words() if OSA.distance(changed, one) == 1]
    unread = len(changed) < LONG_GENERIC - 1 or changed in long_words() or changed in bodies()
    assert misspelt(changed) == ("" if unread or not near else near[0])


def test_a_lexicon_that_is_full_begins_anew_and_says_the_same() -> None:
    for lexicon, words in ((persons.LEXICON, "ivan petrov bin al"), (organizations.LEXICON, "oil bank x")):
        small, large = Lexicon(lexicon.rules, most=1), Lexicon(lexicon.rules)
        for _ in range(2):
            for one in words.split():
                for other in words.split():
                    mine, theirs = small.alone((one, other)), large.alone((one, other))
                    assert (mine is None) == (theirs is None)
                    assert mine is None or [_values(w) for w in mine[0]] == [_values(w) for w in (theirs or mine)[0]]


def test_words_that_are_forgotten_are_met_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "MOST_MET", 2)
    for name in ("Norvik Xanadu Bank", "Ivan Petrov", "Norvik Bank Ltd", "Ivan al Petrov"):
        assert forms(name, ASKED[0]) == [careful_forms(name, shelf) for shelf in Shelf]


def test_what_is_kept_of_words_stays_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "MOST_MET", 20)
    for letter in "abcdefghij":
        forms(f"{letter}norvik-{letter}xanadu {letter}zembla", ASKED[0])
        pieces = entries._PIECES[ASKED[0]]  # noqa: SLF001 - what is kept shows nowhere else
        assert len(pieces) <= 20 + 2
        assert len(pieces.words) <= 20 + 3


def test_a_lexicon_keeps_no_word_that_it_is_asked_about() -> None:
    lexicon = Lexicon(persons.LEXICON.rules)
    for one in ("norvik", "al", "bin"):
        lexicon.about(one)
    assert not lexicon._met  # noqa: SLF001 - what is kept shows nowhere else


@pytest.mark.realdata
def test_names_of_a_real_list_are_read_alike(shared: Path) -> None:
    path = shared / "data" / "us_ofac_sdn_bundle" / "2021-07-07" / "alt.csv"
    with path.open(encoding="latin-1", newline="") as file:
        names = [row[3] for row in csv.reader(file) if len(row) > 3]
    assert len(names) > 10_000
    held(names[::4])


@pytest.mark.realdata
def test_every_name_of_a_bundle_has_the_forms_of_its_readings(shared: Path) -> None:
    folder = shared / "data" / "us_ofac_sdn_bundle" / "2021-07-07"
    names = []
    for file, column in (("sdn.csv", 1), ("alt.csv", 3)):
        with (folder / file).open(encoding="latin-1", newline="") as lines:
            names += [row[column] for row in csv.reader(lines) if len(row) > column]
    assert len(names) > 20_000
    for name in names:
        assert forms(name, ASKED[0]) == [careful_forms(name, shelf) for shelf in Shelf], name

"""What is gathered by slices is the same as what is gathered at once, whoever read which slice."""

from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.index import gathering
from fasti.index.gathering import distinct_forms, distinct_rows, in_turn
from fasti.index.segments import ARRAYS, ListedName, write_segment
from fasti.model.identity import PartyKind
from fasti.screening.names.wording import NameWording
from fasti.workflows.crew import Crew

FORMS = st.lists(st.lists(st.integers(0, 3), min_size=1, max_size=4).map(tuple), max_size=30)
WORDS = ("Omar", "Li Wei", "Казань", "Trading", "Norvik Ltd", "of", "A", "Muhammad", "Bank", "7")


@given(FORMS)
def test_distinct_forms_stand_where_they_are_met_first(forms: list[tuple[int, ...]]) -> None:
    import numpy as np

    known: dict[tuple[int, ...], int] = {}
    numbers = [known.setdefault(form, len(known)) for form in forms]
    lengths, members, number = distinct_forms(
        np.array([*map(len, forms)], np.uint32), np.array([unit for form in forms for unit in form], np.uint32)
    )
    ends = [0, *accumulate(lengths.tolist())]
    assert [tuple(members[first:end].tolist()) for first, end in pairwise(ends)] == [*known]
    assert number.tolist() == numbers


@given(FORMS)
def test_forms_that_share_a_hash_are_told_apart(forms: list[tuple[int, ...]]) -> None:
    """They may stand twice then, and nothing else is lost by it."""
    import numpy as np

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gathering, "_hashes", lambda lengths, *_: np.zeros(len(lengths), np.uint64))
        lengths, members, number = distinct_forms(
            np.array([*map(len, forms)], np.uint32), np.array([unit for form in forms for unit in form], np.uint32)
        )
    ends = [0, *accumulate(lengths.tolist())]
    found = [tuple(members[first:end].tolist()) for first, end in pairwise(ends)]
    assert [found[at] for at in number] == forms


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([0.5, 0.25])), max_size=20))
def test_distinct_rows_are_in_order(rows: list[tuple[int, float]]) -> None:
    import numpy as np

    columns, place = distinct_rows(np.array([one for one, _ in rows]), np.array([two for _, two in rows]))
    found = [*zip(*(column.tolist() for column in columns), strict=True)]
    assert found == sorted({*rows})
    assert [found[at] for at in place] == rows


def _names() -> list[ListedName]:
    kinds = (PartyKind.PERSON, PartyKind.ORGANIZATION, PartyKind.UNKNOWN)
    texts = [f"{one} {two} {three}" for one in WORDS for two in WORDS for three in WORDS[:3]]
    return [ListedName(text, kinds[number % 3]) for number, text in enumerate(texts)]


def test_an_index_is_the_same_whoever_reads_the_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names, told, read = _names(), [""] * 0, [0] * 0
    write_segment(tmp_path / "at once", names, NameWording(), in_turn)
    monkeypatch.setattr(gathering, "SLICE", 7)
    for size in (1, 2, 3):
        with Crew(size, told.append) as crew:
            write_segment(tmp_path / str(size), names, NameWording(), crew, read.append)
    written = {(tmp_path / part / ARRAYS).read_bytes() for part in ("at once", "1", "2", "3")}
    assert len(written) == 1
    assert told == []
    assert read == [*range(7, len(names), 7), len(names)] * 3


def test_an_index_of_nothing_is_written(tmp_path: Path) -> None:
    write_segment(tmp_path / "nothing", [], NameWording())
    assert (tmp_path / "nothing" / ARRAYS).stat().st_size

"""Each answer's text form is what its golden file shows; `python -m tests.surfaces.drawn` writes them anew."""

import pytest

from fasti.cli.text.document import Bullet, Bullets, Column, Document, Paragraph, Table, Words, cells, para, section
from fasti.cli.text.printing import MANY_ROWS, render
from fasti.cli.text.running import not_screened
from fasti.model.answer import NotScreened
from tests.surfaces.drawn import DOCUMENTS, GOLDEN, WIDTH, drawn

UNWANTED = (" clear ", " safe ", " approved ", "never listed")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_text_is_as_agreed(name: str) -> None:
    """The whole text, line by line."""
    assert drawn(name) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_every_golden_file_belongs_to_a_document() -> None:
    """A file left over from a form that went is noticed."""
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_text_fits_its_width_and_promises_nothing(name: str) -> None:
    """No line is too long, and the words that would say more than the record does are not used."""
    text = drawn(name)
    assert max(len(line) for line in text.splitlines() if "://" not in line) <= WIDTH
    assert [word for word in UNWANTED if word in text.lower()] == []


def test_the_question_comes_first_and_the_sentence_for_a_lawyer_near_it() -> None:
    """Their wording is a promise of the command line."""
    flat = " ".join(drawn("check").split())
    assert flat.startswith("What applied on 16 March 2021, using only what was public on 14 March 2021")
    assert (
        "Listed by the US Department of Defense (NDAA FY1999 s.1237) since 14 January 2021; the ban on US persons' "
        "dealing in its publicly traded securities would have begun on 15 March 2021, 9:30 a.m., but a court suspended "
        "it on 12 March 2021." in flat
    )


def test_without_a_complete_list_the_first_line_says_so_and_what_to_run() -> None:
    """Whoever reads one line only must not take silence for absence."""
    first = drawn("check-incomplete").splitlines()[0]
    assert first.startswith("No complete list is loaded")
    assert "fasti ingest us_ofac_sdn FILE" in drawn("check-incomplete").partition("\n\n")[0].replace("\n", " ")


def test_the_demo_fits_one_screen() -> None:
    """About forty lines of a hundred columns."""
    assert len(drawn("demo").splitlines()) <= 48


def test_a_link_is_never_cut() -> None:
    """It could not be followed."""
    url = f"https://example.org/{'x' * 200}"
    document = Document("", "", (), (), section("Links", Bullets((Bullet((), (Words(url, url=url),)),))), "")
    assert f"    {url}\n" in render(document, width=WIDTH, colour=False)


def test_many_rows_and_items_stay_one_a_line() -> None:
    """So that they are drawn at once and can be searched."""
    name = "a long name " * 20
    rows = tuple(cells(str(number), name) for number in range(MANY_ROWS + 1))
    items = tuple(Bullet((Words(f"{number} {name}"),)) for number in range(MANY_ROWS + 1))
    blocks = Table((Column("Key"), Column("Name")), rows), Bullets(items)
    lines = render(Document("", "", (), (), section("Many", *blocks), ""), width=WIDTH, colour=False).splitlines()
    assert sum(name.strip() in line for line in lines) == 2 * (MANY_ROWS + 1)


def test_terminal_codes_are_for_terminals_only() -> None:
    """A pipe gets no code at all; a terminal gets colour."""
    document = DOCUMENTS["check"]()
    assert "\x1b" not in render(document, width=WIDTH, colour=False)
    assert "\x1b[" in render(document, width=WIDTH, colour=True)


def test_a_name_cannot_send_codes_to_a_terminal() -> None:
    """Control characters of the data are shown, not sent."""
    document = Document("", "\x1b[2Jtitle", (para("right\u202eleft\rback"),), (), (), "\x07")
    text = render(document, width=WIDTH, colour=False)
    assert text == "\\x1b[2Jtitle\nright\\u202eleft back\n\n\\x07\n"


@pytest.mark.parametrize("width", [50, 72, 140])
def test_text_adapts_to_the_width(width: int) -> None:
    """A narrow terminal folds tables instead of breaking them."""
    lines = render(DOCUMENTS["check"](), width=width, colour=False).splitlines()
    assert max(len(line) for line in lines) <= width


def test_an_address_stands_whole_on_a_line_of_its_own() -> None:
    """What is to be opened can be copied, however long it is."""
    url = f"https://example.org/{'a-long-path/' * 20}"
    gap = NotScreened("alpha", "not_loaded", f"fasti sync alpha, or fasti ingest alpha FILE (from {url})")
    lead = Paragraph((Words(url, url=url),))
    lines = render(Document("", "t", (lead,), (), section("s", not_screened([gap])), ""), width=WIDTH, colour=False)
    assert [line.strip() for line in lines.splitlines() if url in line] == [url, url]
    assert "To do: fasti sync alpha, or fasti ingest alpha FILE, from:" in " ".join(lines.split())

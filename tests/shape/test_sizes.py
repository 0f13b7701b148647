"""Small enough to see: files and functions keep the sizes that the house agreed on."""

from pathlib import Path

from tests.shape.tree import functions, length, place, python_files, syntax

MOST_LINES = 300
USUAL_FUNCTION = 20
LONGEST_FUNCTION = 60
USUAL_SHARE = 0.9


def test_no_file_is_over_its_size() -> None:
    """No Python file, tests included, has more than 300 lines."""
    sizes = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in _everything()}
    assert {path: size for path, size in sizes.items() if size > MOST_LINES} == {}


def test_nine_functions_in_ten_fit_a_glance() -> None:
    """Of the package's functions, nine in ten have at most 20 lines, and none has more than 60."""
    sizes = {
        f"{place(path)}:{function.lineno} {function.name}": length(function)
        for path in python_files("src")
        for function in functions(syntax(path))
    }
    longer = {name: size for name, size in sizes.items() if size > USUAL_FUNCTION}
    assert {name: size for name, size in longer.items() if size > LONGEST_FUNCTION} == {}
    assert len(longer) <= (1 - USUAL_SHARE) * len(sizes), longer


def _everything() -> list[Path]:
    return python_files("src", "tests", "bench", "docs")

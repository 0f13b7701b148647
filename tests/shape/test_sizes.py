"""Small enough to see: files and functions keep the sizes that the house agreed on."""

import ast
from collections.abc import Callable
from pathlib import Path

from tests.shape.tree import body_length, functions, place, python_files, syntax, whole_length

MOST_LINES = 300
USUAL_FUNCTION = 20
LONGEST_FUNCTION = 60
USUAL_SHARE = 0.9


def test_no_file_is_over_its_size() -> None:
    """No Python file, tests included, has more than 300 lines."""
    sizes = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in _everything()}
    assert {path: size for path, size in sizes.items() if size > MOST_LINES} == {}


def test_nine_functions_in_ten_fit_a_glance() -> None:
    """Of the package's functions, nine in ten have at most 20 lines, signature and docstring included."""
    sizes = _sizes(whole_length)
    longer = {name: size for name, size in sizes.items() if size > USUAL_FUNCTION}
    assert len(longer) <= (1 - USUAL_SHARE) * len(sizes), longer


def test_no_function_fills_a_screen() -> None:
    """None does more than 60 lines of work; a command's options do not count."""
    assert {name: size for name, size in _sizes(body_length).items() if size > LONGEST_FUNCTION} == {}


def _sizes(measure: Callable[[ast.FunctionDef | ast.AsyncFunctionDef], int]) -> dict[str, int]:
    return {
        f"{place(path)}:{function.lineno} {function.name}": measure(function)
        for path in python_files("src")
        for function in functions(syntax(path))
    }


def _everything() -> list[Path]:
    return python_files("src", "tests", "bench", "docs")

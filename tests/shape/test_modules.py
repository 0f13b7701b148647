"""What every module of the package looks like: its name, its docstring, its imports."""

import ast
import re
import sys

import pytest

from tests.shape.tree import PACKAGE, imports, place, python_files, syntax

VAGUE = frozenset({"utils", "util", "helpers", "helper", "common", "base", "manager", "handler", "misc"})
SENTENCES = 2


def test_no_module_has_a_vague_name() -> None:
    """A module is named for what it decides."""
    names = [place(path) for path in python_files("src", "tests") if VAGUE & {path.stem, path.parent.name}]
    assert names == []


def test_a_module_says_in_two_sentences_what_it_decides() -> None:
    """Every module opens with a docstring whose first paragraph has at most two sentences."""
    wrong = [place(path) for path in python_files("src", "tests") if not 1 <= _sentences(syntax(path)) <= SENTENCES]
    assert wrong == []


def test_packages_re_export_nothing() -> None:
    """Below the public face, an `__init__.py` holds its docstring only."""
    inits = [path for path in PACKAGE.rglob("__init__.py") if path.parent != PACKAGE]
    assert [place(path) for path in inits if len(syntax(path).body) != 1] == []


def test_every_folder_with_modules_is_a_package() -> None:
    """A folder without `__init__.py` would be left out by tools that look for packages."""
    folders = {path.parent for path in python_files("src")}
    assert sorted(place(folder) for folder in folders if not (folder / "__init__.py").exists()) == []


def test_annotations_are_evaluated() -> None:
    """No module puts off its annotations: readers, schemas and the command line look at them."""
    files = python_files("src", "tests")
    assert [place(path) for path in files if "__future__" in imports(syntax(path))] == []


def test_the_model_imports_the_standard_library_only() -> None:
    """The vocabulary needs nothing but Python: its imports are of itself and the standard library."""
    foreign = {
        (place(path), name)
        for path in python_files("src/fasti/model")
        for name in imports(syntax(path))
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("fasti.model")
    }
    assert foreign == set()


@pytest.mark.parametrize(
    ("docstring", "sentences"),
    [
        ("One.", 1),
        ("One, e.g. `this`. Two.", 2),
        ("One. Two. Three.", 3),
        ("One.\n\nA later paragraph. May say. More.", 1),
    ],
)
def test_sentences_are_counted_in_the_first_paragraph(docstring: str, sentences: int) -> None:
    """The count that the rule above rests on."""
    assert _sentences(ast.parse(f'"""{docstring}"""')) == sentences


def _sentences(tree: ast.Module) -> int:
    """Count the sentences of a module's first paragraph; 0 without a docstring."""
    docstring = ast.get_docstring(tree)
    if not docstring:
        return 0
    paragraph = docstring.split("\n\n")[0]
    return 1 + len(re.findall(r"[.?!]\s+[A-Z`]", paragraph.replace("e.g.", "such as")))

"""The source tree as the shape tests see it: files, syntax trees, functions."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "fasti"


def python_files(*folders: str) -> list[Path]:
    """Return the Python files below folders of the repository, sorted."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def place(path: Path) -> str:
    """Return a path as a reader of a test report wants it: from the root of the repository."""
    return path.relative_to(ROOT).as_posix()


def syntax(path: Path) -> ast.Module:
    """Parse a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method, nested ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def whole_length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return a function's number of lines, signature and docstring included."""
    return _last_line(function) - function.lineno + 1


def body_length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return a function's number of lines, signature and docstring apart."""
    start = 1 if ast.get_docstring(function) is not None else 0
    statements = function.body[start:]
    return _last_line(function) - statements[0].lineno + 1 if statements else 0


def _last_line(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno


def imports(tree: ast.Module) -> Iterator[str]:
    """Yield the full name of every module that a file imports, for types only or not."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""

"""What the compiler kept of an older kernel is not taken for the kernel, and a plain module compiles nothing again."""

import ast
import os
from pathlib import Path

import pytest

from fasti.index import figures, names

INDEX = Path(names.__file__).parent


def test_a_kernel_compiled_before_a_module_changed_is_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, modules = tmp_path / "__pycache__", [tmp_path / f"{module}.py" for module in figures.COMPILED]
    compiled, other = cache / "kernel_search.search-32.py311.nbi", cache / "names.cpython-311.pyc"
    cache.mkdir()
    for place in (*modules, tmp_path / "names.py", compiled, other):
        place.touch()
    monkeypatch.setattr(names, "__file__", str(tmp_path / "names.py"))
    for module in modules:
        os.utime(module, (1000, 1000))
    os.utime(compiled, (2000, 2000))  # names.py is newer, and says nothing of what is compiled
    assert names.kernel_is_compiled()
    names.forget_stale_kernel()
    assert compiled.exists()
    os.utime(modules[-1], (3000, 3000))
    assert not names.kernel_is_compiled()
    names.forget_stale_kernel()
    assert not compiled.exists()
    assert other.exists()


def test_every_module_that_the_kernel_is_compiled_from_counts() -> None:
    """The compiled search and all of the package that it imports, wherever the import stands, are those told."""
    reached, todo = set[str](), ["fasti.index.kernel_search"]
    while todo:
        module = todo.pop()
        if module not in reached:
            reached.add(module)
            todo += _imported(module)
    assert {f"fasti.index.{module}" for module in figures.COMPILED} == reached


def _imported(module: str) -> list[str]:
    source = INDEX.parents[1].joinpath(*module.split(".")).with_suffix(".py")
    found: list[str] = []
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name their package"
            found.append(node.module or "")
        elif isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
    return [name for name in found if name.startswith("fasti")]

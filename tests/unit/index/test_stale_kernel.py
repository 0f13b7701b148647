"""What the compiler kept of an older kernel is not taken for the kernel."""

import os
from pathlib import Path

import pytest

from fasti.index import names


def test_a_kernel_compiled_before_a_module_changed_is_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module, cache = tmp_path / "names.py", tmp_path / "__pycache__"
    compiled, other = cache / "kernel_search.search-32.py311.nbi", cache / "names.cpython-311.pyc"
    cache.mkdir()
    for place in (module, compiled, other):
        place.touch()
    monkeypatch.setattr(names, "__file__", str(module))
    os.utime(module, (1000, 1000))
    os.utime(compiled, (2000, 2000))
    assert names.kernel_is_compiled()
    names.forget_stale_kernel()
    assert compiled.exists()
    os.utime(module, (3000, 3000))
    assert not names.kernel_is_compiled()
    names.forget_stale_kernel()
    assert not compiled.exists()
    assert other.exists()

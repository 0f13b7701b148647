"""The public face: few names, sorted, each of them documented."""

import subprocess
import sys

import fasti

MOST_NAMES = 20


def test_names_are_few_and_sorted() -> None:
    """`__all__` is sorted, without doubles, and has at most twenty names."""
    names = list(fasti.__all__)
    assert names == sorted(set(names))
    assert len(names) <= MOST_NAMES


def test_every_public_name_is_documented() -> None:
    """What `dir` shows is what is announced, and each of it says what it is for."""
    assert dir(fasti) == list(fasti.__all__)
    assert [name for name in fasti.__all__ if not getattr(fasti, name).__doc__] == []


def test_the_package_imports_at_no_cost() -> None:
    """Public names are imported when they are first used."""
    program = "import sys, fasti; print([name for name in sys.modules if name.startswith('fasti.')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

"""The public face: few names, sorted, each of them documented."""

import types

import fasti

MOST_NAMES = 20


def test_names_are_few_and_sorted() -> None:
    """`__all__` is sorted, without doubles, and has at most twenty names."""
    names = list(getattr(fasti, "__all__", ()))
    assert names == sorted(set(names))
    assert len(names) <= MOST_NAMES


def test_every_public_name_is_announced_and_documented() -> None:
    """What `fasti` binds is in `__all__`, and the other way round; each has a docstring."""
    announced = set(getattr(fasti, "__all__", ()))
    modules = {name for name, value in vars(fasti).items() if isinstance(value, types.ModuleType)}
    bound = {name for name in vars(fasti) if not name.startswith("_")} - modules
    assert bound - announced == set()
    assert [name for name in sorted(announced) if not getattr(fasti, name).__doc__] == []

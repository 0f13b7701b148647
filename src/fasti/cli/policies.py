"""Policies as options: `--policy NAME=VALUE`, each name once; the rulebook says which there are."""

from collections.abc import Iterable

from fasti.model.errors import UsageError


def parse_policies(given: Iterable[str] | None, *more: tuple[str, str | None]) -> dict[str, str]:
    """Read `--policy` options, and values that options of their own gave.

    Args:
        given: Texts `NAME=VALUE`.
        more: Policies with the value of their own option; `None` means not given.

    Raises:
        UsageError: A text has no `=`, or a policy is given two values.

    >>> parse_policies(["us.clock=literal"])
    {'us.clock': 'literal'}
    """
    pairs = [_pair(text) for text in given or ()]
    pairs += [(name, value) for name, value in more if value is not None]
    found: dict[str, str] = {}
    for name, value in pairs:
        if found.setdefault(name, value) != value:
            raise UsageError(f"The policy {name} is given twice, as {found[name]} and as {value}: give it once.")
    return found


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise UsageError(f"{text} is no policy: write --policy NAME=VALUE; fasti rules --policies lists them.")
    return name.strip(), value.strip()

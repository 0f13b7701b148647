"""Policies: the named choices where law or guidance leaves one, as data; an unknown name or value is refused.

What a value does stands where it is used; here is only which there are, what they mean and which is the default.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from fasti.model.errors import BadInputError, UsageError
from fasti.model.strict import unknown_keys
from fasti.tables.shipped import shipped

BACKTEST = "backtest"
RECORD = "record"


@dataclass(frozen=True, slots=True)
class PolicyValue:
    """One way to choose.

    Attributes:
        value: Short name.
        means: What is done, in a sentence.
    """

    value: str
    means: str


@dataclass(frozen=True, slots=True)
class Policy:
    """One choice that the law leaves.

    Attributes:
        name: Name, e.g. `us.clock`.
        asks: The question that it decides, in a sentence.
        why: Why the default is the default, with its source.
        values: The ways to choose; the first is the default.
    """

    name: str
    asks: str
    why: str
    values: tuple[PolicyValue, ...]

    @property
    def default(self) -> str:
        """The value that is followed unless another is asked for."""
        return self.values[0].value

    @property
    def choices(self) -> str:
        """The policy with its values, as a user gives them."""
        return f"{self.name}={'|'.join(one.value for one in self.values)}"


@cache
def load_policies() -> tuple[Policy, ...]:
    """Return the policies shipped with the package, by name."""
    return policies_of(shipped("regimes/policies.toml"))


def read_policies(text: str) -> tuple[Policy, ...]:
    """Read policies from TOML.

    Raises:
        BadInputError: The text breaks the schema, a policy leaves no choice, or a name or value is there twice.
    """
    import tomllib  # slow to import, and what is shipped is compiled

    try:
        return policies_of(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        message = f"policies.toml does not follow its schema: {error}."
        raise BadInputError(message) from error


def policies_of(data: Mapping[str, Any]) -> tuple[Policy, ...]:
    """Return the policies of a table.

    Raises:
        BadInputError: It breaks the schema, a policy leaves no choice, or a name or value is there twice.
    """
    try:
        found = msgspec.convert(data.get("policies", []), tuple[Policy, ...])
    except msgspec.ValidationError as error:
        message = f"policies.toml does not follow its schema: {error}."
        raise BadInputError(message) from error
    faults = [*unknown_keys(data.get("policies", []), tuple[Policy, ...]), *(data.keys() - {"policies"})]
    faults += [f"{name} is there twice" for name in _doubled(one.name for one in found)]
    for one in found:
        faults += [f"{one.name} leaves no choice"] * (len(one.values) < 2)  # noqa: PLR2004 - a choice needs two
        faults += [f"{one.name}={value} is there twice" for value in _doubled(each.value for each in one.values)]
    if faults:
        message = f"policies.toml does not follow its schema: {'; '.join(faults)}."
        raise BadInputError(message)
    return tuple(sorted(found, key=lambda one: one.name))


def chosen(given: Mapping[str, str]) -> dict[str, str]:
    """Return the value of every policy: the one given, else the default.

    Raises:
        UsageError: A name or value is unknown; the sentence lists what there is.

    >>> chosen({"us.clock": "literal"})["us.clock"]
    'literal'
    """
    known = {one.name: one for one in load_policies()}
    for name, value in given.items():
        if name not in known:
            message = f"{name} is no policy: use one of {', '.join(one.choices for one in known.values())}."
            raise UsageError(message)
        if value not in {one.value for one in known[name].values}:
            message = f"{value or 'Nothing'} is no value of the policy {name}: use {known[name].choices}."
            raise UsageError(message)
    return {name: given.get(name, one.default) for name, one in known.items()}


def _doubled(names: Iterable[str]) -> list[str]:
    found = list(names)
    return sorted({one for one in found if found.count(one) > 1})

"""The decorator of frozen values: `dataclasses.dataclass`, but each method is made when it is first called.

A look-up defines some two hundred classes and uses few of their methods; making all at once took a quarter of its time.
"""

from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from dataclasses import dataclass as _dataclass
from typing import TYPE_CHECKING, Any

__all__ = ["BY_HAND", "dataclass"]

Method = Callable[..., Any]
Start = Callable[[Any, tuple[object, ...], dict[str, object]], bool]

BY_HAND = 16
"""How many values of a class are set field by field; compiling `__init__` takes as long as some twenty."""

COMPARISONS = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}


def _late_dataclass(
    *, frozen: bool = False, slots: bool = False, order: bool = False, eq: bool = True
) -> Callable[[type], Any]:
    """Return the decorator of a class as `dataclasses.dataclass` does; what is not frozen with slots is left to it."""
    if not (frozen and slots):
        return _dataclass(frozen=frozen, slots=slots, order=order, eq=eq)

    def decorate(of: type) -> Any:  # noqa: ANN401 - the class, which is not known here
        of.__doc__ = of.__doc__ or of.__name__
        made: Any = _dataclass(init=False, repr=False, eq=False, slots=True)(of)
        for name in ["__init__", "__repr__", *["__eq__", "__hash__"] * eq, *list(COMPARISONS) * order]:
            if of.__dict__.get(name) is None:  # a class with an `__eq__` of its own has `None` for a hash
                setattr(made, name, _late_init(made) if name == "__init__" else _late(made, name))
        made.__setattr__, made.__delattr__ = _keep, _keep
        made.__getstate__, made.__setstate__ = _state, _restore
        return made

    return decorate


def _late_init(of: type) -> Method:
    """Return an `__init__` that sets the fields itself a few times, and makes the true one when that is worth it."""
    calls = 0
    by_hand: Start | None = None

    def method(self: object, *args: object, **named: object) -> None:
        nonlocal calls, by_hand
        calls += 1
        by_hand = by_hand or _by_hand(of)
        if calls > BY_HAND or not by_hand(self, args, named):
            made: Any = _make(of, "__init__")
            of.__init__ = made  # type: ignore[misc]  # where it belongs
            made(self, *args, **named)

    return _named(method, of, "__init__")


def _by_hand(of: type) -> Start:
    """Return what sets the fields of a class from arguments; it sets none and says no if they are not right."""
    setters = [(one, getattr(of, one.name).__set__) for one in fields(of)]
    names = [one.name for one, _ in setters if one.init]
    finish = getattr(of, "__post_init__", None)

    def start(self: object, args: tuple[object, ...], named: dict[str, object]) -> bool:
        given = dict(zip(names, args, strict=False)) | named
        if len(given) != len(args) + len(named) or not given.keys() <= set(names):
            return False
        wanting = [one for one, _ in setters if one.name not in given]
        if any(one.init and one.default is MISSING and one.default_factory is MISSING for one in wanting):
            return False
        for one, put in setters:
            if one.name in given:
                put(self, given[one.name])
            elif one.default is not MISSING:
                put(self, one.default)
            elif one.default_factory is not MISSING:
                put(self, one.default_factory())
        if finish is not None:
            finish(self)
        return True

    return start


def _late(of: type, name: str) -> Method:
    """Return a method that makes the true one when it is called, and puts it in its own place."""

    def method(self: object, *args: object, **named: object) -> object:
        made = _make(of, name)
        setattr(of, name, made)
        return made(self, *args, **named)

    return _named(method, of, name)


def _named(method: Method, of: type, name: str) -> Method:
    method.__name__, method.__qualname__ = name, f"{of.__qualname__}.{name}"
    return method


def _make(of: type, name: str) -> Method:
    """Return a method of a class, compiled from the text that `dataclasses` would compile for it."""
    known: dict[str, Any] = {"MISSING": MISSING}
    match name:
        case "__init__":
            head, body = _initialising(of, known)
        case "__repr__":
            shown = ", ".join(f"{one.name}={{self.{one.name}!r}}" for one in fields(of) if one.repr)
            head, body = "self", [f'return self.__class__.__qualname__ + f"({shown})"']
        case "__hash__":
            hashed = (one for one in fields(of) if (one.compare if one.hash is None else one.hash))
            head, body = "self", [f"return hash({_tuple('self', hashed)})"]
        case _:
            sign = COMPARISONS.get(name, "==")
            compared = [one for one in fields(of) if one.compare]
            same = f"return {_tuple('self', compared)} {sign} {_tuple('other', compared)}"
            head, body = "self, other", ["if other.__class__ is self.__class__:", f"  {same}", "return NotImplemented"]
    lines = "\n  ".join((f"def {name}({head}):", *body))
    exec(lines, known)  # noqa: S102 - as `dataclasses` does; the text is made of the names of fields alone
    made: Method = known[name]
    return _named(made, of, name)


def _initialising(of: type, known: dict[str, Any]) -> tuple[str, list[str]]:
    """Return parameters and lines of `__init__`; what they call by name goes into `known`."""
    parameters, lines = ["self"], []
    for one in fields(of):
        known[f"_set_{one.name}"] = getattr(of, one.name).__set__
        given = one.name
        if one.default is not MISSING:
            known[f"_default_{one.name}"] = one.default
            parameters += [f"{one.name}=_default_{one.name}"] * one.init
            given = one.name if one.init else f"_default_{one.name}"
        elif one.default_factory is not MISSING:
            known[f"_new_{one.name}"] = one.default_factory
            parameters += [f"{one.name}=MISSING"] * one.init
            given = f"_new_{one.name}() if {one.name} is MISSING else {one.name}" if one.init else f"_new_{one.name}()"
        elif one.init:
            parameters.append(one.name)
        else:
            continue
        lines.append(f"_set_{one.name}(self, {given})")
    if hasattr(of, "__post_init__"):
        lines.append("self.__post_init__()")
    return ", ".join(parameters), lines or ["pass"]


def _tuple(of: str, ones: Iterable[Field[Any]]) -> str:
    return f"({''.join(f'{of}.{one.name}, ' for one in ones)})"


def _keep(self: object, name: str, *_: object) -> None:
    """Refuse every change."""
    message = f"cannot change the field {name!r} of a frozen {type(self).__name__}"
    raise FrozenInstanceError(message)


def _state(self: Any) -> list[object]:  # noqa: ANN401 - any of the classes
    return [getattr(self, one.name) for one in fields(self)]


def _restore(self: Any, state: list[object]) -> None:  # noqa: ANN401 - any of the classes
    for one, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _late_dataclass

"""Decide whether a query is a key rather than a name, and whether the key is well formed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from types import ModuleType

from fasti.model.errors import UsageError


class KeyKind(StrEnum):
    """What a key belongs to."""

    AUTHORITY = "authority"
    IDENTIFIER = "identifier"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a party.

    Attributes:
        scheme: Lower-case scheme: that of a publisher's entries, or of an identifier as listings name it.
        value: The value in its usual form, without spaces; letters in capitals where case means nothing.
        kind: Whether `str(key)` is an entry key, or an identifier to look up.
    """

    scheme: str
    value: str
    kind: KeyKind

    @property
    def authority(self) -> bool:
        """Whether `str(key)` is the key of a publisher's entry."""
        return self.kind is KeyKind.AUTHORITY

    def __str__(self) -> str:
        """Return `scheme:value`."""
        return f"{self.scheme}:{self.value}"


@dataclass(frozen=True, slots=True)
class _Scheme:
    name: str
    kind: KeyKind
    title: str
    tidy: Callable[[str], str]


def says_something(text: str) -> bool:
    """Say whether a text can name anybody: whether it has a letter or a digit of any script.

    >>> says_something("小米"), says_something("\u202e -"), says_something("7")
    (True, False, True)
    """
    return any(char.isalnum() for char in text)


def parse_key(text: str) -> Key | None:
    """Return the key that the text is, or `None` if it is to be read as a name.

    A key is written `scheme:value`; an ISIN or LEI may also stand alone if it is valid. A text before a colon
    that is no known scheme makes a name.

    Raises:
        UsageError: The scheme is known and the value cannot be one of it.

    >>> parse_key("ofac:17018")
    Key(scheme='ofac', value='17018', kind=<KeyKind.AUTHORITY: 'authority'>)
    >>> parse_key("Norvik: the company") is None
    True
    """
    head, colon, value = text.partition(":")
    scheme = _SCHEMES.get(head.strip().lower()) if colon else None
    if scheme is None:
        return _bare(text)
    try:
        return Key(scheme.name, scheme.tidy(value.strip()), scheme.kind)
    except ValueError as refusal:
        raise UsageError(f"{text.strip()} is not a valid {scheme.title}: {refusal}") from None


def _bare(text: str) -> Key | None:
    value = re.sub(r"[\s-]", "", text).upper()
    for length, tidy, scheme in ((12, _isin, "isin"), (20, _lei, "lei")):
        if len(value) == length and value.isascii() and value.isalnum() and value[-1].isdigit():
            try:
                return Key(scheme, tidy(value), KeyKind.IDENTIFIER)
            except ValueError:
                return None
    return None


def _pattern(pattern: str, wanted: str) -> Callable[[str], str]:
    def tidy(value: str) -> str:
        compact = " ".join(value.upper().split())
        if not re.fullmatch(pattern, compact, re.ASCII):
            raise ValueError(f"it should be {wanted}")
        return compact

    return tidy


def _checked(value: str, module: ModuleType, wanted: str) -> str:
    """Return the compact value after the checks of one python-stdnum module; its errors are `ValueError`."""
    from stdnum.exceptions import InvalidChecksum, ValidationError

    compact = str(module.compact(value)).upper()
    try:
        return str(module.validate(compact)).upper()
    except InvalidChecksum:
        calculate = getattr(module, "calc_check_digit", None)
        digit = f"its check digit should be {calculate(compact[:-1])}" if calculate else "its check digits are wrong"
        raise ValueError(digit) from None
    except ValidationError:
        raise ValueError(f"it should be {wanted}") from None


def _isin(value: str) -> str:
    from stdnum import isin

    return _checked(value, isin, "two letters of a country, nine letters or digits, and a check digit")


def _lei(value: str) -> str:
    from stdnum import lei

    return _checked(value, lei, "18 letters or digits and two check digits")


def _imo(value: str) -> str:
    from stdnum import imo

    return _checked(value, imo, "seven digits")


def _uscc(value: str) -> str:
    from stdnum.cn import uscc

    return _checked(value, uscc, "18 digits and capital letters")


def _bic(value: str) -> str:
    from stdnum import bic

    return _checked(value, bic, "8 or 11 letters and digits with the country in places 5 and 6")


def _un(value: str) -> str:
    """Accept a permanent reference number in any case (`QDi.001`), or the data id of the XML file."""
    if value.isascii() and value.isdigit():
        return value
    if not re.fullmatch(r"[A-Z]{2}[IE]\.\d{3,4}", value, re.ASCII | re.IGNORECASE):
        raise ValueError("it should be a reference number such as QDi.001, or a data id of digits")
    return value[:2].upper() + value[2:].lower()


_SCHEMES = {
    "ofac": _Scheme("ofac", KeyKind.AUTHORITY, "OFAC key", _pattern(r"\d{1,7}", "the number of an entry")),
    "un": _Scheme("un", KeyKind.AUTHORITY, "UN key", _un),
    "eu": _Scheme("eu", KeyKind.AUTHORITY, "EU key", _pattern(r"\d{1,8}", "the logicalId of an entity")),
    "gb": _Scheme("gb", KeyKind.AUTHORITY, "UK key", _pattern(r"[A-Z]{3}\d{4,5}", "a unique id such as RUS0251")),
    "ofsi": _Scheme("ofsi", KeyKind.AUTHORITY, "OFSI key", _pattern(r"\d{1,7}", "the number of a group")),
    "isin": _Scheme("isin", KeyKind.IDENTIFIER, "ISIN", _isin),
    "lei": _Scheme("lei", KeyKind.IDENTIFIER, "LEI", _lei),
    "imo": _Scheme("imo", KeyKind.IDENTIFIER, "IMO number", _imo),
    "mmsi": _Scheme("mmsi", KeyKind.IDENTIFIER, "MMSI", _pattern(r"\d{9}", "nine digits")),
    "uscc": _Scheme("uscc", KeyKind.IDENTIFIER, "Chinese social credit code", _uscc),
    "swift": _Scheme("swift", KeyKind.IDENTIFIER, "BIC", _bic),
    "bic": _Scheme("swift", KeyKind.IDENTIFIER, "BIC", _bic),
    "cik": _Scheme("cik", KeyKind.IDENTIFIER, "CIK", _pattern(r"\d{1,10}", "one to ten digits")),
    "ticker": _Scheme(
        "ticker",
        KeyKind.IDENTIFIER,
        "ticker",
        _pattern(r"[A-Z0-9]+(?:[ .:/-][A-Z0-9]+)*", "letters and digits, the exchange after a dot or before a colon"),
    ),
}

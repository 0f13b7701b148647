"""Reads the JSON values of a file one after another, in bounded memory: a value a line, or the values of one array.

A file in which no line is an object by itself, as one that was written over many lines, is read value by value.
"""

import json
from codecs import getincrementaldecoder
from collections.abc import Iterator
from json import JSONDecoder
from typing import Any, BinaryIO

from fasti.model.errors import BadInputError

READ_AT_ONCE = 1 << 20
MOST_VALUE = 64 * 1024 * 1024
"""Bytes of a line, characters of a value."""
_SPACE = " \t\r\n"


def by_line(file: BinaryIO) -> Iterator[Any]:
    """Yield the object of each line that is not blank, or why it is none, as text."""
    while line := file.readline(MOST_VALUE):
        if line.strip():
            yield _value_of(line)


def _value_of(line: bytes) -> Any:  # noqa: ANN401 - whatever JSON holds
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return "the line is not UTF-8"
    except (ValueError, RecursionError) as error:
        return f"the line is no JSON ({error})"
    return found if isinstance(found, dict) else "the line is no JSON object"


def one_by_one(file: BinaryIO, name: str) -> Iterator[Any]:
    """Yield the objects of an array or, without one, of the whole file; text for a value that is none.

    Args:
        file: The file, at its beginning.
        name: What messages call it.

    Raises:
        BadInputError: It is not UTF-8, or no JSON from some place on.
    """
    values = _Values(file, name)
    array = values.next_is("[")
    if array and values.next_is("]"):
        return
    while not values.at_end():
        found = values.value()
        yield found if isinstance(found, dict) else "the value is no JSON object"
        if not array:
            continue
        if values.next_is("]"):
            if not values.at_end():
                raise BadInputError(f"{name} goes on after its JSON array: write one array, or an object a line.")
            return
        if not values.next_is(","):
            values.broken("a comma or the end of the array is missing")
    if array:
        values.broken("it ends before its array does")


class _Values:
    """What of a file is read and not yet told."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name = file, name
        self._decode = getincrementaldecoder("utf-8-sig")()
        self._text, self._at, self._told, self._whole = "", 0, 0, False
        self._decoder = JSONDecoder()

    def at_end(self) -> bool:
        """Say whether nothing but blanks is left."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._text) or not self._more():
                return self._at >= len(self._text)

    def next_is(self, sign: str) -> bool:
        """Take a sign if it is next."""
        found = not self.at_end() and self._text[self._at] == sign
        self._at += found
        return found

    def value(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Return the next value."""
        self.at_end()
        while True:
            try:
                found, end = self._decoder.raw_decode(self._text, self._at)
            except (ValueError, RecursionError) as error:
                if not self._more():
                    self.broken(getattr(error, "msg", "it nests too deep"))
                continue
            if end < len(self._text) or not self._more():
                self._at = end
                self._told += 1
                return found

    def broken(self, why: str) -> None:
        """Raise what is to be said of a file that is no JSON after the values told.

        Raises:
            BadInputError: Always.
        """
        raise BadInputError(f"{self._name} is no whole JSON after {self._told:,} values ({why}): write it again.")

    def _more(self) -> bool:
        """Read on; say whether there was anything."""
        if self._whole or len(self._text) - self._at > MOST_VALUE:
            return False
        data = self._file.read(max(READ_AT_ONCE, len(self._text) - self._at))
        try:
            text = self._decode.decode(data, final=not data)
        except UnicodeDecodeError as error:
            raise BadInputError(f"{self._name} is not UTF-8: save it as UTF-8.") from error
        self._whole = not data
        self._text, self._at = self._text[self._at :] + text, 0
        return bool(data)

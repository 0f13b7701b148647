"""Lines of a table as a reader of separated values takes them; those that a quote took by mistake are given again."""

import csv
from collections import deque
from collections.abc import Iterator
from typing import TextIO


class Lines:
    """The lines of a file, with those that the row at hand has taken.

    Attributes:
        taken: Lines given since the last row was told.
    """

    def __init__(self, file: TextIO) -> None:
        """Give the lines of a file from where it is."""
        self._file = file
        self._again: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        """Return itself: one reader takes the lines."""
        return self

    def __next__(self) -> str:
        """Give the next line."""
        line = self._again.popleft() if self._again else next(self._file)
        self.taken.append(line)
        return line

    def forget(self) -> None:
        """Begin a row."""
        self.taken.clear()

    def unclosed(self, delimiter: str) -> bool:
        """Say whether the row at hand has taken several lines because a quote in it is not closed as it should be."""
        if len(self.taken) < 2:  # noqa: PLR2004 - several
            return False
        try:
            for _ in csv.reader(self.taken, delimiter=delimiter, strict=True):
                pass
        except csv.Error:
            return True
        return False

    def give_back(self) -> None:
        """Give the lines after the first of the row at hand once more."""
        self._again.extendleft(reversed(self.taken[1:]))

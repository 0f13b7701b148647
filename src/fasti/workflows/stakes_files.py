"""Reads files of stakes, each as its content shows: a table, FollowTheMoney lines or GLEIF's records."""

from collections.abc import Sequence
from pathlib import Path

from fasti.model.errors import BadInputError, UnavailableError
from fasti.ownership.collecting import Collector
from fasti.ownership.ftm_file import is_ftm, read_ftm
from fasti.ownership.gleif_file import is_gleif, read_gleif
from fasti.ownership.stakes import Stake, StakeBook
from fasti.ownership.table_file import read_table


def read_stakes(paths: Sequence[Path], links: Sequence[Stake] = ()) -> StakeBook:
    """Return the stakes of some files together, and links found elsewhere.

    Raises:
        UnavailableError: A file cannot be read.
        BadInputError: A file is not in UTF-8, or a row cannot be read; the sentence names file and line.
    """
    into = Collector()
    for path in paths:
        text = _text(path)
        if is_ftm(text):
            read_ftm(path.name, text, into)
        elif is_gleif(text):
            read_gleif(path.name, text, into)
        else:
            read_table(path.name, text, into)
    for link in links:
        into.take(link)
    return into.book()


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
        raise UnavailableError(message) from error
    except UnicodeDecodeError as error:
        message = f"{path} is not in UTF-8 (byte {error.start}): save it as UTF-8."
        raise BadInputError(message) from error

"""Write a file whole or not at all: beside its place first, synced, then in its place."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from fasti.model.errors import UnavailableError, UsageError


def check_place(path: Path) -> None:
    """Refuse a place that a file cannot take, before anything is done for it.

    Raises:
        UsageError: A folder has it, or what is no file, such as a device, which must not be replaced by one.
        UnavailableError: There is no folder for it.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder: name a file in it.")
    _refuse_device(path)
    if not path.parent.is_dir():
        raise UnavailableError(f"There is no folder {path.parent} for {path.name}: make it, or choose another place.")


def _refuse_device(path: Path) -> None:
    """Refuse to put a file in the place of what is neither file nor folder."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise UsageError(f"{path} is a device or a pipe, not a file: name a file.")


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """Give a file that takes the path's place when the block ends well, and goes when it does not.

    Raises:
        UsageError: A device or a pipe has the place.
        UnavailableError: The place cannot be written.
    """
    _refuse_device(path)
    unfinished = path.with_name(f".{path.name}.unfinished-{os.getpid()}")
    try:
        with unfinished.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        message = f"{path} cannot be written ({error.strerror}): choose another place, or make room."
        raise UnavailableError(message) from error
    finally:
        unfinished.unlink(missing_ok=True)

"""Write a file whole or not at all: beside its place first, synced, then in its place."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from fasti.model.errors import UnavailableError


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """Give a file that takes the path's place when the block ends well, and goes when it does not.

    Raises:
        UnavailableError: The place cannot be written.
    """
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

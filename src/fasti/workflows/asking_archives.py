"""Asks public archives one request at a time, with a pause between two."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from fasti.model.errors import UnavailableError
from fasti.workflows.fetch_rules import Limits
from fasti.workflows.fetching import Wanted, fetch
from fasti.workflows.settings import Settings

Ask = Callable[[str, str, Sequence[str]], bytes]
"""Called with a name for people, an address, and media types that are right beside those of a list."""

PAUSE = 1.0
"""Seconds from the end of one request to the beginning of the next."""


@dataclass(slots=True)
class Asker:
    """Asks the addresses of one archive; an `Ask`.

    Attributes:
        settings: Who asks.
        base: Address of the archive, whose host alone is asked.
        pause: Seconds between two requests.
        limits: Patience.
    """

    settings: Settings
    base: str
    pause: float = PAUSE
    limits: Limits = field(default_factory=Limits)
    _last: float | None = None

    def __call__(self, name: str, address: str, media: Sequence[str]) -> bytes:
        """Return what lies at an address.

        Raises:
            UnavailableError: It cannot be had.
            RefusedError: What came is too large, or no such thing.
        """
        if self._last is not None:
            time.sleep(max(0.0, self._last + self.pause - time.monotonic()))
        host = urlsplit(self.base).hostname or ""
        try:
            wanted = Wanted(name, address, (host,), tuple(media), agent=self.settings.engine)
            data = fetch(wanted, self.limits).data
        finally:
            self._last = time.monotonic()
        if data is None:
            raise UnavailableError(f"{name} came without content: try again later.")
        return data

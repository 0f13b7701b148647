"""Collects the body of an answer, unpacked as it comes, and never more of it than a bound."""

import zlib

from fasti.model.errors import RefusedError

_GZIP_HEADER = 31  # zlib: gzip header, largest window
_PLAIN, _GZIP = frozenset({"", "identity"}), frozenset({"gzip", "x-gzip"})


class Body:
    """The bytes of one file so far."""

    def __init__(self, name: str, encoding: str | None, most_bytes: int) -> None:
        """Begin a body.

        Args:
            name: The file, for errors.
            encoding: Value of the header Content-Encoding.
            most_bytes: Bytes of which more are refused, unpacked.

        Raises:
            RefusedError: It is packed in a way that nobody asked for.
        """
        kind = (encoding or "").strip().lower()
        if kind not in _PLAIN | _GZIP:
            raise RefusedError(f"{name} was refused: it came packed as {kind!r:.40}, which was not asked for.")
        self._name = name
        self._most_bytes = most_bytes
        self._data = bytearray()
        self._stream = zlib.decompressobj(wbits=_GZIP_HEADER) if kind in _GZIP else None

    def __len__(self) -> int:
        """Return the bytes held, unpacked."""
        return len(self._data)

    def add(self, chunk: bytes) -> None:
        """Take the next bytes as they came.

        Raises:
            RefusedError: The file becomes too large, or is damaged.
        """
        if self._stream is None:
            self._data += chunk
        while self._stream is not None and chunk:
            try:
                self._data += self._stream.decompress(chunk, self._most_bytes + 1 - len(self._data))
            except zlib.error as error:
                raise RefusedError(f"{self._name} was refused: it came damaged ({error}). Try again later.") from error
            self._check_size()
            chunk = self._stream.unused_data
            if chunk:
                self._stream = zlib.decompressobj(wbits=_GZIP_HEADER)
        self._check_size()

    def is_whole(self) -> bool:
        """Say whether the packed stream, if it is one, has reached its end."""
        return self._stream is None or self._stream.eof

    def data(self) -> bytes:
        """Return what was collected."""
        return bytes(self._data)

    def _check_size(self) -> None:
        if len(self._data) > self._most_bytes:
            raise RefusedError(
                f"{self._name} was refused: it has more than the {self._most_bytes} bytes that are read."
            )

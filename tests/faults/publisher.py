"""A publisher's web server on this machine that behaves, at each address, as a test tells it to."""

import gzip
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Behaviour = Callable[["Handler"], None]


@dataclass
class Publisher:
    """What the server does and was asked.

    Attributes:
        host: Host and port.
        script: By path: what it does at the first request, the second, ...; the last again and again.
        asked: Path and headers of each request.
    """

    host: str
    script: dict[str, list[Behaviour]] = field(default_factory=dict)
    asked: list[tuple[str, Message]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def does(self, path: str, *behaviours: Behaviour) -> None:
        """Say what happens at a path from now on."""
        self.script[path] = list(behaviours)

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    def paths(self) -> list[str]:
        """Return the paths asked for so far, in order."""
        return [path for path, _ in self.asked]

    def next(self, path: str, headers: Message) -> Behaviour:
        """Note a request and return what to do with it."""
        with self.lock:
            self.asked.append((path, headers))
            waiting = self.script.get(path, [status(404)])
            return waiting.pop(0) if len(waiting) > 1 else waiting[0]


class Handler(BaseHTTPRequestHandler):
    """Hands each request to the script."""

    publisher: Publisher

    def do_GET(self) -> None:
        self.publisher.next(self.path.partition("?")[0], self.headers)(self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - so it is called in the standard library
        """Say nothing."""

    def head(self, code: int, **headers: str) -> None:
        """Send status and headers; an underscore in a name is a hyphen."""
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Let clients go away when they like."""


@contextmanager
def publishing() -> Iterator[Publisher]:
    """Give a server for the time of the block."""
    publisher = Publisher("")
    handler = type("Scripted", (Handler,), {"publisher": publisher})
    with _Server(("127.0.0.1", 0), handler) as server:
        publisher.host = f"127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield publisher
        finally:
            server.shutdown()
            thread.join()


def serve(data: bytes, etag: str = "", modified: str = "", media: str = "text/csv") -> Behaviour:
    """Serve a file as it should be: 304 to whoever has it already."""

    def behave(handler: Handler) -> None:
        said = {"ETag": etag, "Last_Modified": modified}
        headers = {name: value for name, value in said.items() if value}
        known = (handler.headers.get("If-None-Match"), handler.headers.get("If-Modified-Since"))
        if (etag and known[0] == etag) or (modified and known[1] == modified):
            handler.head(304, **headers)
            return
        handler.head(200, Content_Type=media, Content_Length=str(len(data)), **headers)
        handler.wfile.write(data)

    return behave


def status(code: int, body: bytes = b"", **headers: str) -> Behaviour:
    """Answer with a status."""

    def behave(handler: Handler) -> None:
        handler.head(code, Content_Length=str(len(body)), **headers)
        handler.wfile.write(body)

    return behave


def redirect(location: str) -> Behaviour:
    return status(302, Location=location)


def packed(data: bytes, encoding: str = "gzip") -> Behaviour:
    """Serve bytes that are packed already."""

    def behave(handler: Handler) -> None:
        handler.head(200, Content_Type="text/csv", Content_Encoding=encoding, Content_Length=str(len(data)))
        handler.wfile.write(data)

    return behave


def cut_short(data: bytes) -> Behaviour:
    """Promise a whole file and send half of it."""

    def behave(handler: Handler) -> None:
        handler.head(200, Content_Type="text/csv", Content_Length=str(len(data)))
        handler.wfile.write(data[: len(data) // 2])

    return behave


def endless() -> Behaviour:
    """Send a file that never ends, without saying how long it is."""

    def behave(handler: Handler) -> None:
        handler.head(200, Content_Type="text/csv")
        while True:
            handler.wfile.write(b"x" * 65_536)

    return behave


def drip_body(data: bytes, pause: float) -> Behaviour:
    """Send a file byte by byte."""

    def behave(handler: Handler) -> None:
        handler.head(200, Content_Type="text/csv", Content_Length=str(len(data)))
        _drip(handler, data, pause)

    return behave


def drip_head(pause: float) -> Behaviour:
    """Send the headers byte by byte."""
    return lambda handler: _drip(handler, b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 10_000, pause)


def stay_silent(seconds: float) -> Behaviour:
    return lambda _: time.sleep(seconds)


def reset(handler: Handler) -> None:
    """Break the connection as a machine does that goes down."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def bomb(megabytes: int) -> bytes:
    """Return a gzip file that unpacks to so many megabytes."""
    return gzip.compress(b"\0" * 1_000_000 * megabytes)


def _drip(handler: Handler, data: bytes, pause: float) -> None:
    for one in data:
        handler.wfile.write(bytes([one]))
        handler.wfile.flush()
        time.sleep(pause)

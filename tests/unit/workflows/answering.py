"""A web server on this machine that answers each address as a function says, for tests of archives."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Answer = Callable[[str], tuple[int, str, bytes]]
"""Status, media type and body for a path with its query."""


@contextmanager
def answering(answer: Answer) -> Iterator[str]:
    """Serve for the time of the block; gives the server's address."""

    class Handler(BaseHTTPRequestHandler):
        """Hands each request to the function."""

        def do_GET(self) -> None:
            status, media, body = answer(self.path)
            self.send_response(status)
            self.send_header("Content-Type", media)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the library's name
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()

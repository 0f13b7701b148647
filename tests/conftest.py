"""What every test may rely on: no network, no folder of the user's own, and the official files where they are."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parents[1]
LOOPBACK = ("127.", "::1", "localhost")

hypothesis.settings.register_profile("fasti", derandomize=True, deadline=None)
hypothesis.settings.register_profile("search", derandomize=False, deadline=None, max_examples=2000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fasti"))


def _refuse_remote(address: object) -> None:
    """Fail for an internet address that is not of this machine; paths of local sockets pass."""
    host = address[0] if isinstance(address, tuple) else "localhost"
    if not str(host).startswith(LOOPBACK):
        pytest.fail(f"a test tried to reach {host}: tests run without network", pytrace=True)


class _LocalSocket(socket.socket):
    """A socket that connects to this machine only."""

    def connect(self, address: object, /) -> None:
        _refuse_remote(address)
        super().connect(address)  # type: ignore[arg-type] # passed on as it came

    def connect_ex(self, address: object, /) -> int:
        _refuse_remote(address)
        return super().connect_ex(address)  # type: ignore[arg-type] # passed on as it came


def _local_names_only(host: str | bytes | None, *arguments: object, **options: object) -> list[tuple[object, ...]]:
    """Resolve names of this machine only."""
    _refuse_remote((host or "localhost",))
    return _RESOLVE(host, *arguments, **options)  # type: ignore[arg-type,return-value] # passed on as it came


_RESOLVE = socket.getaddrinfo


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Keep every test on this machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", _LocalSocket)
        patch.setattr(socket, "getaddrinfo", _local_names_only)
        yield


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give the tests, and the commands they start, data folders of their own instead of the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.delenv("FASTI_DB", raising=False)
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of official files: `FASTI_SHARED`, or `shared` beside the repository."""
    folder = Path(os.environ.get("FASTI_SHARED") or ROOT.parent / "shared")
    if not (folder / "data").is_dir():
        pytest.skip(f"no official files: {folder / 'data'} is absent; set FASTI_SHARED to the folder that holds it")
    return folder

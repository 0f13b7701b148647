"""Tests stay on this machine and out of the user's folders."""

import os
import socket
from pathlib import Path

import platformdirs
import pytest


def test_a_remote_address_is_refused() -> None:
    """A connection to another machine fails the test that tries it."""
    with socket.socket() as one, pytest.raises(pytest.fail.Exception, match=r"192\.0\.2\.1"):
        one.connect(("192.0.2.1", 80))
    with socket.socket() as one, pytest.raises(pytest.fail.Exception, match=r"192\.0\.2\.1"):
        one.connect_ex(("192.0.2.1", 80))


def test_a_remote_name_is_not_looked_up() -> None:
    """A name of another machine is not even resolved."""
    with pytest.raises(pytest.fail.Exception, match=r"example\.org"):
        socket.create_connection(("example.org", 80))


def test_this_machine_can_be_reached() -> None:
    """A server of the test's own is allowed."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()


def test_data_folders_are_the_tests_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A ledger opened by default is not the user's."""
    assert Path(platformdirs.user_data_dir("fasti")).is_relative_to(tmp_path_factory.getbasetemp())
    assert "FASTI_DB" not in os.environ

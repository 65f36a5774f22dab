"""Small answers are not held back."""

from __future__ import annotations

import socket

import pytest

from timeline.app.sockets import send_at_once


@pytest.mark.skipif(not hasattr(socket, "SO_ACCEPTCONN"), reason="this system does not tell which sockets listen")
def test_what_a_listening_socket_accepts_sends_at_once():
    with socket.socket(socket.AF_INET) as server, socket.socket() as visitor, socket.socket() as other:
        server.bind(("127.0.0.1", 0))
        server.listen()
        assert send_at_once() >= 1
        visitor.connect(server.getsockname())
        accepted, _ = server.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert not visitor.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert not other.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert server.fileno() > 0

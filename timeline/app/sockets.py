"""Small answers go out at once: what the operating system would hold back for 40 milliseconds, it sends."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Iterator

_HIGHEST = 1024
"""File descriptors that are looked at; a server that only just starts has a few dozen."""


def send_at_once() -> int:
    """How many sockets of this process now send each answer as soon as it is written: those that listen.

    An answer is written in two pieces, and TCP keeps the second back until the first is confirmed (Nagle's algorithm,
    RFC 896), which the other end puts off for 40 ms. asyncio turns that off, but not for a socket that was made without
    naming its protocol, and Streamlit makes its own so. What a listening socket accepts has its setting. Before the
    server takes visitors; nothing happens where descriptors aren't files, as on Windows.
    """
    count = 0
    for one in _listening():
        with one:
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            count += 1
    return count


def _listening() -> Iterator[socket.socket]:
    for number in range(_HIGHEST):
        try:
            if not stat.S_ISSOCK(os.fstat(number).st_mode):
                continue
            one = socket.socket(fileno=os.dup(number))
        except OSError:  # no such descriptor
            continue
        if one.family in {socket.AF_INET, socket.AF_INET6} and one.type == socket.SOCK_STREAM and _listens(one):
            yield one
        else:
            one.close()


def _listens(one: socket.socket) -> bool:
    try:
        return bool(one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
    except OSError:
        return False

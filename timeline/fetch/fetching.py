"""One page fetched: its bytes within limits, redirects followed one by one, each checked like the first address."""

from __future__ import annotations

import codecs
import http.client
import re
import socket
import ssl
import threading
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from timeline.errors import FetchError
from timeline.fetch.addresses import Allowed, Target, public, target
from timeline.read.contents import in_words, safe_name
from timeline.read.files.kinds import SUFFIXES
from timeline.settings import FETCH, FetchLimits

_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "text/csv": ".csv",
    "application/epub+zip": ".epub",
}
_MOVED = (301, 302, 303, 307, 308)
_BLOCK = 65_536
_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: the bytes, a file name for them, and where they came from in the end."""

    url: str
    name: str
    data: bytes


def fetch(url: str, limits: FetchLimits = FETCH, allowed: Allowed = public) -> Fetched:
    """What is at ``url``. Raises FetchError with a sentence where it can't or may not be fetched.

    ``allowed`` says with which machines it may talk. Nothing but the address itself is asked for: no pictures, no
    scripts, no cookies kept.
    """
    where = url
    for _ in range(limits.redirects + 1):
        place = target(where, limits, allowed)
        found = _asked(place, limits)
        if isinstance(found, Fetched):
            return found
        where = _next(place.url, found)
    raise FetchError(
        f"{safe_name(url)[:200]}: it leads on more than {limits.redirects} times; give the address where it ends"
    )


def _next(url: str, found: str) -> str:
    """The address to which ``url`` leads on, whatever the site has written there."""
    try:
        return urljoin(url, found)
    except ValueError as error:
        raise FetchError(f"{safe_name(url)[:200]}: it leads on to what is no address; save the page instead") from error


class _Plain(http.client.HTTPConnection):
    """A connection to the number that was checked, whatever the name means by now."""

    def __init__(self, place: Target, seconds: float) -> None:
        super().__init__(place.host, place.port, timeout=seconds)
        self._place = place

    def connect(self) -> None:
        self.sock = socket.create_connection((self._place.number, self._place.port), self.timeout)
        if self._place.secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self._place.host)


def _asked(place: Target, limits: FetchLimits) -> Fetched | str:
    """What ``place`` gave, or the address to which it leads on."""
    shown = safe_name(place.url)[:200]
    too_late = FetchError(f"{shown}: it takes longer than {limits.seconds:g} seconds; save the page instead")
    connection = _Plain(place, limits.seconds)
    late = threading.Event()

    def stop() -> None:
        late.set()
        with suppress(OSError):
            if connection.sock is not None:
                connection.sock.shutdown(socket.SHUT_RDWR)  # who waits for it wakes up

    timer = threading.Timer(limits.seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        connection.request(
            "GET",
            place.path,
            headers={"User-Agent": "Timeline (one page, for a reader)", "Accept-Encoding": "identity"},
        )
        answer = connection.getresponse()
        where = answer.getheader("Location")
        if answer.status in _MOVED and where:
            return where
        if answer.status != 200:
            raise FetchError(
                f"{shown}: the site answers {answer.status} ({safe_name(answer.reason)}); check the address"
            )
        data = _body(answer, limits, shown)
    except ssl.SSLError as error:
        raise FetchError(f"{shown}: the connection is not safe ({error.reason}); save the page instead") from error
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        if late.is_set() or isinstance(error, TimeoutError):
            raise too_late from error
        raise FetchError(f"{shown}: the site can't be reached ({error}); check the connection") from error
    finally:
        timer.cancel()
        connection.close()
    if late.is_set():
        raise too_late
    said = answer.headers.get_content_type()
    return Fetched(place.url, _name(place, said), _in_utf8(data, said, answer.headers.get_content_charset()))


def _body(answer: http.client.HTTPResponse, limits: FetchLimits, shown: str) -> bytes:
    too_big = FetchError(f"{shown}: it is too big (more than {in_words(limits.bytes)}); save it, and bring in the file")
    packed = (answer.getheader("Content-Encoding") or "identity").lower()
    if packed not in ("identity", "gzip", "deflate"):
        raise FetchError(f"{shown}: the site sends it packed as {safe_name(packed)}; save the page instead")
    if (answer.length or 0) > limits.bytes:
        raise too_big
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed != "identity" else None
    parts: list[bytes] = []
    size = 0
    while block := answer.read(_BLOCK):
        while block:
            part = unpack.decompress(block, limits.bytes + 1) if unpack else block
            block = unpack.unconsumed_tail if unpack else b""
            size += len(part)
            if size > limits.bytes:
                raise too_big
            parts.append(part)
    return b"".join(parts)


def _name(place: Target, said: str) -> str:
    """A file name for what was fetched: the last part of its address, with an ending."""
    last = _UNSAFE.sub("-", PurePosixPath(unquote(urlsplit(place.url).path)).name).strip("-.")[:80]
    if PurePosixPath(last.lower()).suffix in SUFFIXES:
        return f"{place.host}/{last}"
    return f"{place.host}/{last or 'page'}{_ENDINGS.get(said, '')}"


def _in_utf8(data: bytes, said: str, charset: str | None) -> bytes:
    """Text in UTF-8 where the site's head alone says how it is written: that isn't kept with the bytes."""
    if charset is None or not said.startswith("text/"):
        return data
    try:
        codec = codecs.lookup(charset).name
        if codec == "utf-8" or b"charset" in data[:2048].lower():
            return data
        text = data.decode("cp1252" if codec == "iso8859-1" else codec, "replace")
        return codecs.BOM_UTF8 + text.encode("utf-8", "replace")
    except (LookupError, ValueError):  # no encoding, or one that isn't of texts
        return data

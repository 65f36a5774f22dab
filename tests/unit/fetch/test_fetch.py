"""Fetching of addresses: only public machines, every redirect checked, within limits."""

from __future__ import annotations

import gzip
import http.server
import ipaddress
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from tests.unit.read.made import PROSE, page
from timeline.errors import FetchError
from timeline.fetch import fetch
from timeline.fetch.addresses import Address, public, target
from timeline.read import read_bytes
from timeline.settings import FETCH, FetchLimits

HOME = ipaddress.ip_address("127.0.0.1")


def home(address: Address) -> bool:
    """The test's own server, and no other machine."""
    return address == HOME


class Site(http.server.BaseHTTPRequestHandler):
    """A small site: pages, redirects, and what goes wrong with them."""

    def do_GET(self) -> None:
        where, _, rest = self.path.lstrip("/").partition("/")
        getattr(self, f"get_{where}", self.get_gone)(rest)

    def answer(self, data: bytes, status: int = 200, **head: str) -> None:
        self.send_response(status)
        given = {name.replace("_", "-"): value for name, value in head.items()}
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(data)), **given}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def get_gone(self, _: str) -> None:
        self.answer(b"", 404)

    def get_page(self, _: str) -> None:
        self.answer(page(*PROSE))

    def get_packed(self, _: str) -> None:
        self.answer(gzip.compress(page(*PROSE)), Content_Encoding="gzip")

    def get_bomb(self, _: str) -> None:
        self.answer(gzip.compress(b"0" * 5_000_000), Content_Encoding="gzip")

    def get_latin(self, _: str) -> None:
        self.answer("<p>Die Brücke fiel 1950.</p>".encode("latin-1"), Content_Type="text/html; charset=ISO-8859-1")

    def get_broken(self, _: str) -> None:
        self.answer(b"\x1f\x8bno gzip at all", Content_Encoding="gzip")

    def get_said(self, rest: str) -> None:
        self.answer(b"<p>The bridge fell in 1950.</p>", Content_Type=f"text/html; charset={rest}")

    def get_astray(self, _: str) -> None:
        self.answer(b"", 301, Location="http://[")

    def get_on(self, rest: str) -> None:
        left = int(rest)
        self.answer(b"", 302, Location=f"/on/{left - 1}" if left else "/page")

    def get_to(self, rest: str) -> None:
        self.answer(b"", 301, Location=rest)

    def get_big(self, _: str) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(200):
            self.wfile.write(b"x" * 10_000)

    def get_slow(self, _: str) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"x")
            time.sleep(0.1)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    class Quiet(http.server.ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """The client hangs up in the middle: that is what is tested."""

    with Quiet(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def limits(port: int, **others: float) -> FetchLimits:
    return FetchLimits(ports=(port,), **{"bytes": 1_000_000, "seconds": 10, **others})  # type: ignore[arg-type]


def refused(url: str, port: int = 80, **others: float) -> str:
    with pytest.raises(FetchError) as caught:
        fetch(url, limits(port, **others), home)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("where", ["page", "packed", "on/0", "on/4", "to//page"])
def test_a_page_is_fetched(port: int, where: str) -> None:
    found = fetch(f"http://127.0.0.1:{port}/{where}#part", limits(port), home)
    assert found.url == f"http://127.0.0.1:{port}/{where if where in ('page', 'packed') else 'page'}"
    (document,) = read_bytes(found.name, found.data).documents
    assert document.text == "\n\n".join(PROSE)


@pytest.mark.parametrize("charset", ["rot13", "zlib", "idna", "undefined", "no-such"])
def test_what_the_head_says_wrong_is_left(port: int, charset: str) -> None:
    found = fetch(f"http://127.0.0.1:{port}/said/{charset}", limits(port), home)
    assert found.data == b"<p>The bridge fell in 1950.</p>"


@pytest.mark.parametrize(("where", "words"), [("broken", "can't be reached"), ("astray", "what is no address")])
def test_what_a_site_sends_broken_is_a_sentence(port: int, where: str, words: str) -> None:
    assert words in refused(f"http://127.0.0.1:{port}/{where}", port)


def test_the_head_may_say_the_encoding(port: int) -> None:
    found = fetch(f"http://127.0.0.1:{port}/latin", limits(port), home)
    assert read_bytes(found.name, found.data).documents[0].text == "Die Brücke fiel 1950."


def test_redirects_are_counted_and_checked(port: int) -> None:
    here = f"http://127.0.0.1:{port}"
    assert "leads on more than 5 times" in refused(f"{here}/on/5", port)
    assert "within a private network" in refused(f"{here}/to/http://127.0.0.2:{port}/page", port)
    assert "only addresses that begin with http" in refused(f"{here}/to/file:///etc/passwd", port)
    assert "the port 22 is not one of web pages" in refused(f"{here}/to/http://127.0.0.1:22/", port)


def test_limits(port: int) -> None:
    here = f"http://127.0.0.1:{port}"
    assert "too big (more than 1 MB)" in refused(f"{here}/big", port)
    assert "too big (more than 1 MB)" in refused(f"{here}/bomb", port)
    assert "takes longer than 0.5 seconds" in refused(f"{here}/slow", port, seconds=0.5)
    assert "the site answers 404" in refused(f"{here}/nowhere", port)


def test_a_machine_that_says_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert "takes longer than 0.5 seconds" in refused(f"http://127.0.0.1:{port}/", port, seconds=0.5)
    assert "can't be reached" in refused(f"http://127.0.0.1:{port}/", port)
    assert "not safe" in refused_by_tls()


def refused_by_tls() -> str:
    """What is said where a server doesn't speak TLS."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(1000)
                connection.sendall(b"HTTP/1.0 200 OK\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        port = server.getsockname()[1]
        said = refused(f"https://127.0.0.1:{port}/", port)
        thread.join()
        return said


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.1/",
        "http://169.254.169.254/latest/meta-data/", "http://0.0.0.0/", "http://[::1]/", "http://[::ffff:127.0.0.1]/",
        "http://[fe80::1]/", "http://[fec0::1]/", "http://[fc00::1]/", "http://2130706433/", "http://0x7f.1/", "http://127.1/",
        "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://100.64.0.1/", "http://224.0.0.1/",
        "http://255.255.255.255/", "http://[::]/", "http://198.18.0.1/",
    ],
)  # fmt: skip
def test_private_machines(url: str) -> None:
    with pytest.raises(FetchError, match=r"within a private network|no machine of this name"):
        target(url, FETCH)


@pytest.mark.parametrize("number", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_public_machines(number: str) -> None:
    assert public(ipaddress.ip_address(number))
    host = f"[{number}]" if ":" in number else number
    assert target(f"https://{host}/a b?q=ü#part", FETCH).number == number


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("ftp://example.org/", "only addresses that begin with http:// or https://"),
        ("file:///etc/passwd", "only addresses that begin with http:// or https://"),
        ("javascript:alert(1)", "only addresses that begin with http:// or https://"),
        ("example.org", "only addresses that begin with http:// or https://"),
        ("http://", "this is no address of a web page"),
        ("http://8.8.8.8:99999/", "this is no address of a web page"),
        ("http://[::1", "this is no address of a web page"),
        ("http://8.8.8.8/\r\nX: y", "this is no address of a web page"),
        ("http://name:word@8.8.8.8/", "a name and password"),
        ("http://8.8.8.8:25/", "the port 25 is not one of web pages"),
        ("http://x\ud800.org/", "this is no address of a web page"),
    ],
)
def test_what_is_no_address(url: str, says: str) -> None:
    with pytest.raises(FetchError) as caught:
        target(url, FETCH)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "\r" not in str(caught.value)


def test_a_name_that_means_another_machine_the_next_time(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """DNS rebinding: the check sees one number, and the connection goes to that one."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def changing(host: str, *rest: object, **more: object) -> object:
        if host != "changing.example":
            return real(host, *rest, **more)  # type: ignore[arg-type]
        asked.append(host)
        return real("127.0.0.1" if len(asked) == 1 else "127.0.0.2", *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    found = fetch(f"http://changing.example:{port}/page", limits(port), home)
    assert found.data == page(*PROSE)
    assert len(asked) == 1
    assert "within a private network" in refused(f"http://changing.example:{port}/page", port)


def test_one_private_number_among_several_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(FetchError, match="within a private network"):
        target("http://two.example/", FETCH)

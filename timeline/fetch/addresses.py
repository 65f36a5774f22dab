"""Which addresses may be fetched: http and https of public machines, each name resolved once and then held to."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from timeline.errors import FetchError
from timeline.read.contents import safe_name
from timeline.settings import FetchLimits

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Allowed = Callable[[Address], bool]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: the machine's number, found once, and what is asked of it."""

    url: str
    secure: bool
    host: str
    port: int
    number: str
    path: str


def public(address: Address) -> bool:
    """Whether the machine with this number is one of the open internet, also where the number hides another one."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.is_site_local:
            return False
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return public(inner)
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def target(url: str, limits: FetchLimits, allowed: Allowed = public) -> Target:
    """What is to be asked where for ``url``. Raises FetchError for an address that may not be fetched, or that is none.

    All numbers of the machine have to be allowed; the first one is taken, so that a name that means another machine
    the next time it is asked for gains nothing.
    """
    shown = safe_name(url)[:200]
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise FetchError(f"{shown}: this is no address of a web page; copy it from the browser") from error
    if parts.scheme.lower() not in ("http", "https"):
        raise FetchError(f"{shown}: only addresses that begin with http:// or https:// are fetched")
    if not parts.hostname or any(character < " " or character == "\x7f" for character in url):
        raise FetchError(f"{shown}: this is no address of a web page; copy it from the browser")
    if parts.username is not None or parts.password is not None:
        raise FetchError(f"{shown}: an address with a name and password in it is not fetched; save the page instead")
    secure = parts.scheme.lower() == "https"
    port = port or (443 if secure else 80)
    if port not in limits.ports:
        raise FetchError(f"{shown}: the port {port} is not one of web pages; save the page instead")
    host = _plain_name(parts.hostname, shown)
    numbers = _resolved(host, port, shown)
    if not all(allowed(ipaddress.ip_address(number)) for number in numbers):
        raise FetchError(f"{shown}: this is an address within a private network, which is not fetched")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts._replace(fragment="").geturl(), secure, host, port, numbers[0], _ascii(path))


def _plain_name(host: str, shown: str) -> str:
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise FetchError(f"{shown}: this is no address of a web page; copy it from the browser") from error


def _resolved(host: str, port: int, shown: str) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{shown}: no machine of this name was found; check the address and the connection") from error
    return [str(place[4][0]).partition("%")[0] for place in found]


def _ascii(path: str) -> str:
    """``path`` as it may stand in a request."""
    return quote(path, safe="/%:?#[]@!$&'()*+,;=~-._")

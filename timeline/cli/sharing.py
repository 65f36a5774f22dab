"""The app for a class or a newsroom in one network: under which names it is found, and the word for editing."""

from __future__ import annotations

import secrets
import socket
from dataclasses import dataclass

ANYWHERE = "0.0.0.0"  # noqa: S104  sharing is meant
"""The address to listen at: each of this machine's."""

TOWARDS = ("192.0.2.1", 9)
"""An address of documentation (RFC 5737): nothing is sent there, the system only tells by which way it would be."""

SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]


@dataclass(frozen=True, slots=True)
class Sharing:
    """How the app is shared: the ``word`` that who wants to change something must give, and the ``hosts``, names and
    addresses of this machine under which it may be asked, the best to tell others first."""

    word: str
    hosts: tuple[str, ...]

    def told(self, port: int) -> str:
        """What the person who shares is told: what it does, the address, the word."""
        address = f"http://{self.hosts[0]}:{port}" if self.hosts else "no address in a network was found"
        return (
            f"Shared: everybody in this network can read all collections of this workspace at\n  {address}\n"
            f"To change something there, or here, give the word for editing:\n  {self.word}\n"
            "There are no accounts, and nothing is noted of who reads. What is sent is not encrypted:\n"
            "share only in a network that you trust. The word is another one each time."
        )


def sharing() -> Sharing:
    """A new word, and what this machine is called now."""
    return Sharing(new_word(), own_hosts())


def new_word() -> str:
    """A word that can be read out and not be guessed: six syllables of seventy, that is 37 bits."""
    syllables = [secrets.choice(SYLLABLES) for _ in range(6)]
    return "-".join("".join(syllables[at : at + 2]) for at in (0, 2, 4))


def own_hosts() -> tuple[str, ...]:
    """The machine's addresses in the network and its names, lower case, without those that only it knows."""
    name = socket.gethostname().lower()
    found = [_outward(), *_addresses_of(name), name, name if "." in name else f"{name}.local"]
    return tuple(dict.fromkeys(one for one in found if one and not one.startswith("127.") and one != "localhost"))


def _outward() -> str:
    """The address by which this machine would reach others; empty where it has no network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(TOWARDS)
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def _addresses_of(name: str) -> list[str]:
    try:
        return sorted({str(found[4][0]) for found in socket.getaddrinfo(name, None, socket.AF_INET)})
    except OSError:
        return []

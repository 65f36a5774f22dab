"""The app for a class or a newsroom in one network: under which names it is found, and the word for editing."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.cli.terminal import safe

ANYWHERE = "0.0.0.0"  # noqa: S104  sharing is meant
"""The address to listen at: each of this machine's."""

TOWARDS = ("192.0.2.1", 9)
"""An address of documentation (RFC 5737): nothing is sent there, the system only tells by which way it would be."""

SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]


@dataclass(frozen=True, slots=True)
class Sharing:
    """How the app is shared.

    ``word`` is what must be given to change what is shared, ``own_word`` what who shares gives to see and change all.
    ``hosts`` are names and addresses of this machine under which it may be asked, the best to tell others first.
    ``collections`` are the names of those that are shared, ``others`` is how many are not.
    """

    word: str
    own_word: str
    hosts: tuple[str, ...]
    collections: tuple[str, ...] = ()
    others: int = 0

    def told(self, port: int) -> str:
        """What the person who shares is told: what it does, the address, the words."""
        address = f"http://{self.hosts[0]}:{port}" if self.hosts else "no address in a network was found"
        return (
            f"Shared: everybody in this network can read {self._what()} at\n  {address}\n"
            f"To change something in what is shared, give the word for editing:\n  {self.word}\n"
            f"Keep this one for yourself: who gives it sees and changes everything, here too:\n  {self.own_word}\n"
            "There are no accounts, and nothing is noted of who reads. What is sent is not encrypted:\n"
            "share only in a network that you trust. The words are others each time."
        )

    def _what(self) -> str:
        names = [f"“{safe(name)}”" for name in self.collections[:MOST_NAMED]]
        more = len(self.collections) - len(names)
        named = ", ".join(names) + (f" and {more} more" if more else "")
        if not self.others:
            return f"all collections of this workspace ({named})" if names else "all collections of this workspace"
        kept = f"{self.others} other{'s' * (self.others > 1)} kept back"
        return f"{named} ({kept})" if names else f"no collection yet ({kept}; share one on the page Collections)"


MOST_NAMED = 6
"""Collections that are named where it is told what is shared."""


def sharing(names: Sequence[str] = (), database: str | None = None) -> Sharing:
    """New words, what this machine is called now, and what is shared.

    ``names`` are the names or ids of collections: these are shared from now on, and no others. Without any it stays as
    it is. Raises ``TimelineError`` where there is no such collection.
    """
    shared, others = _chosen(names, database)
    return Sharing(new_word(), new_word(), own_hosts(), shared, others)


def _chosen(names: Sequence[str], database: str | None) -> tuple[tuple[str, ...], int]:
    from timeline.cli.workspace import known, now
    from timeline.store.workspace import open_workspace

    with open_workspace(database) as workspace:
        chosen = {known(workspace, name).id for name in names}
        for shelf in workspace.collections(deleted=True) if names else ():
            if shelf.shared != (shelf.id in chosen):
                turn = workspace.keep_back if shelf.shared else workspace.share
                turn(shelf.id, at=now())
        there = workspace.collections()
    shared = tuple(shelf.name for shelf in there if shelf.shared)
    return shared, len(there) - len(shared)


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

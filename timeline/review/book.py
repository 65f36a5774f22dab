"""What is known of a log by now, so that one more decision needs no look through all of it.

A book is never changed: one more decision gives another one. Its tables are copied as they are, which takes a
millisecond for a hundred thousand decisions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.model import Decision
from timeline.review.laying import Layer, MisplacedError, mention_here, quotes_by_target, resolved
from timeline.review.log import TURNS, made_by, touched

Place = tuple[int, str]
"""The number of a decision, from 0, and one of its targets as it is written there."""

TOGETHER = frozenset({"merge", "split", "make"})
"""Actions that make their targets hang together; all others are laid over each target by itself."""


@dataclass(frozen=True, slots=True)
class Book:
    """Of a log of ``length``: the ``number`` of each decision by its id, and by number those that undo it (``turned``).

    ``about`` gives for each event, mention or document, by the id that it has in this reading, the places that speak of
    it, ``versions`` the number, from 1, of the last decision that touched it. ``written`` gives for each id, as it was
    written down, the numbers of the decisions that speak of it. ``twice``: two decisions have one id.
    """

    length: int
    number: Mapping[str, int]
    turned: Mapping[int, tuple[int, ...]]
    about: Mapping[str, tuple[Place, ...]]
    versions: Mapping[str, int]
    written: Mapping[str, tuple[int, ...]]
    twice: bool = False

    def knows(self, decision: Decision) -> bool:
        """Whether something of this name was decided already: the rare case that needs a look through all."""
        return self.twice or decision.id in self.number or any(name in self.about for name in made_by(decision))


def book_of(layer: Layer, log: Sequence[Decision]) -> Book:
    """The book of a whole log; ``layer`` knows the ids that it makes."""
    return _written(Book(0, {}, {}, {}, {}, {}), layer, log, log)


def with_one_more(book: Book, layer: Layer, log: Sequence[Decision]) -> Book:
    """The book of ``log``, from that of all of it but the last."""
    return _written(book, layer, log, log[-1:])


def _written(book: Book, layer: Layer, log: Sequence[Decision], new: Sequence[Decision]) -> Book:
    number, turned, about, versions = dict(book.number), dict(book.turned), dict(book.about), dict(book.versions)
    written, twice = dict(book.written), book.twice
    for n, decision in enumerate(new, book.length):
        if decision.id:
            twice = twice or decision.id in number
            number[decision.id] = n
        undone = number.get(decision.undoes or "")
        if undone is not None and undone != n:
            turned[undone] = (*turned.get(undone, ()), n)
        here = names_here(layer, decision)
        if decision.action not in TURNS:
            for target, name in here.items():
                about[name] = (*about.get(name, ()), (n, target))
        for target in here:
            written[target] = (*written.get(target, ()), n)
        versions.update(dict.fromkeys(_touched(layer, log, number, n), n + 1))
    return Book(book.length + len(new), number, turned, about, versions, written, twice)


def touched_since(book: Book, layer: Layer, log: Sequence[Decision], length: int) -> set[str]:
    """The ids that the decisions of ``log`` behind the first ``length`` touch; ``book`` is that of all."""
    return {name for n in range(length, book.length) for name in _touched(layer, log, book.number, n)}


def _touched(layer: Layer, log: Sequence[Decision], number: Mapping[str, int], n: int) -> set[str]:
    """The ids that decision ``n`` touches, also by what it takes back or brings back."""
    about_it = [log[n], *chain(log, number, n)]
    # Under the id that it had when it was decided too: the database knows no other.
    return {name for one in about_it for pair in names_here(layer, one).items() for name in pair}


def names_here(layer: Layer, decision: Decision) -> dict[str, str]:
    """The ids that a decision speaks of, each with the one that it has in this reading."""
    quotes = quotes_by_target(decision)
    of_mentions = decision.after.get("of") == "mention"
    names = {}
    for name in touched(decision):
        try:
            names[name] = mention_here(layer, quotes, name) if of_mentions else resolved(layer, quotes, name)
        except MisplacedError:
            names[name] = name
    return names


def chain(log: Sequence[Decision], number: Mapping[str, int], n: int) -> list[Decision]:
    """What an undo or a redo turns off or on: the decision that it names, the one that this one names, and so on."""
    found = []
    while (undone := number.get(log[n].undoes or "")) is not None and undone < n:
        n = undone
        found.append(log[n])
    return found


def counts_since(counts: Sequence[bool], log: Sequence[Decision], book: Book) -> tuple[bool, ...]:
    """Which decisions of ``log`` count, from what counted before the last of them; ``book`` is that of all."""
    now = [*counts, True]
    n = len(log) - 1
    while (undone := book.number.get(log[n].undoes or "")) is not None and undone < n:
        stays = not any(now[turn] for turn in book.turned[undone])
        if now[undone] == stays:
            break
        now[undone] = stays
        n = undone
    return tuple(now)


def near(layer: Layer, log: Sequence[Decision], book: Book) -> tuple[set[str], dict[int, set[str]]]:
    """What may change with the last decision of ``log``, which takes something back or brings it back.

    The ids that hang together with it, in this reading; and by number the decisions that speak of these, each with the
    targets that do.
    """
    turned = chain(log, book.number, len(log) - 1)[-1:]
    names = {name for one in turned for name in names_here(layer, one).values()}
    asked, places = list(names), dict[int, set[str]]()
    while asked:
        for n, target in book.about.get(asked.pop(), ()):
            if n not in places and log[n].action in TOGETHER:
                more = set(names_here(layer, log[n]).values()) - names
                names |= more
                asked += more
            places.setdefault(n, set()).add(target)
    return names, places

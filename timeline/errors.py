"""Every error that the library raises on purpose, in one tree.

    TimelineError                 a sentence for people: what is wrong, where, what to do
    ├── EdtfError                 a text is no EDTF date; knows the position
    ├── RuleError                 the rule files hold mistakes; lists all of them
    ├── ReadError                 one file can't be read; names it
    │   └── SourcesError          sources.toml holds a mistake; names the line
    ├── FetchError                an address can't or may not be fetched
    ├── UnknownEventError         a collection has no event of that id
    ├── ReviewError               a decision can't be taken as it was asked for
    ├── TeachError                an exercise or a tour can't be made, or what should be one is none
    ├── CollectionFileError       a collection file is broken, too new, or not ours
    └── DatabaseError             the workspace's database can't be used: not there, too new, full, broken
        ├── UnknownCollectionError    the workspace has no collection, or it no article, of that id
        ├── UnknownLessonError        the workspace has no exercise or tour of that code
        └── ChangedMeanwhileError     another window was first; nothing was overwritten

This module imports nothing, so every room may import it.
"""


class TimelineError(Exception):
    """The root: catch this to catch everything that the library raises on purpose."""


class EdtfError(TimelineError, ValueError):
    """A text is no EDTF date. ``position`` is the 0-based code point where reading stopped."""

    def __init__(self, message: str, text: str, position: int) -> None:
        super().__init__(message)
        self.text = text
        self.position = position


class RuleError(TimelineError):
    """The rule files hold mistakes: all of them at once, one a line."""


class ReadError(TimelineError):
    """A file or folder can't be read. ``path`` is the name as the caller gave it."""

    def __init__(self, message: str, path: str) -> None:
        super().__init__(message)
        self.path = path

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (str(self), self.path)  # so that it comes back whole from another process


class SourcesError(ReadError):
    """``sources.toml`` holds a mistake. ``line`` is 1-based, or None where no line can be named."""

    def __init__(self, message: str, path: str, line: int | None) -> None:
        super().__init__(message, path)
        self.line = line

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (str(self), self.path, self.line)


class FetchError(TimelineError):
    """An address can't or may not be fetched."""


class UnknownEventError(TimelineError, KeyError):
    """A collection has no event of the id that was asked for."""

    def __str__(self) -> str:
        return str(self.args[0])  # KeyError would show the sentence in quotes


class ReviewError(TimelineError):
    """A decision can't be taken: the sentence says why, and what to do."""


class TeachError(TimelineError):
    """An exercise or a tour can't be made as it was asked for, or what should be one is none."""


class CollectionFileError(TimelineError):
    """A collection file is broken, written by a newer version, or not a collection at all."""


class DatabaseError(TimelineError):
    """The database of a workspace can't be used: it isn't there, is too new, full, locked or broken."""


class UnknownCollectionError(DatabaseError, KeyError):
    """A workspace has no collection of the id that was asked for, or a collection no article of that id."""

    def __str__(self) -> str:
        return str(self.args[0])  # KeyError would show the sentence in quotes


class UnknownLessonError(DatabaseError, KeyError):
    """A workspace has no exercise or tour of the code that was asked for."""

    def __str__(self) -> str:
        return str(self.args[0])  # KeyError would show the sentence in quotes


class ChangedMeanwhileError(DatabaseError):
    """Another window changed the same thing first; nothing was written.

    ``targets`` are the ids of what was changed meanwhile, ``decisions`` the plain decisions that changed it.
    """

    def __init__(
        self,
        message: str,
        targets: tuple[str, ...] = (),
        decisions: tuple[dict[str, object], ...] = (),
    ) -> None:
        super().__init__(message)
        self.targets = targets
        self.decisions = decisions

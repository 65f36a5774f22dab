"""A text as the lines that hold something."""

from __future__ import annotations

from timeline.model import Span
from timeline.model.record import record
from timeline.read.sentences import lines_of


@record
class Line:
    """A line without the white space around it. ``gap``: a blank line comes after it."""

    start: int
    text: str
    gap: bool

    @property
    def span(self) -> Span:
        """Where the line stands in the text."""
        return Span(self.start, self.start + len(self.text))


def written_lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank, in order."""
    lines: list[Line] = []
    start = 0
    for line in lines_of(text):
        bare = line.strip()
        if bare:
            lines.append(Line(start + len(line) - len(line.lstrip()), bare, gap=False))
        elif lines and not lines[-1].gap:
            lines[-1] = Line(lines[-1].start, lines[-1].text, gap=True)
        start += len(line) + 1
    return lines

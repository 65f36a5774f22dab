"""Many articles: with any number of processes and in any order the same history; bad ones never stop the others."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from timeline import build_timeline, pipeline
from timeline.errors import ReadError
from timeline.model import Collection, Document
from timeline.read import ReadWarning, document_from_text
from timeline.review import decided, one_more
from timeline.review.wishes import edit_article

TEXTS = (
    "The harbour treaty was signed by both towns on 5 June 1920 in the old customs house.",
    "Both towns kept the 50th anniversary of the harbour treaty with a regatta. Ada Marsh opened it last Sunday.",
    "OSTROW, June 9. The mayor spoke. Thirty years ago Ada Marsh opened the Ostrow ferry.",
    "Ada Marsh opened the ferry at Ostrow in 1920. Two years later the mill burnt.",
    "The mill at Ostrow burnt in 1922. It was built again in 1925, and closed in the 1980s.",
)


def articles() -> list[Document]:
    return [document_from_text(text, file=f"{n}.txt") for n, text in enumerate(TEXTS)]


def unordered(collection: Collection) -> tuple[object, ...]:
    events = [replace(e, citations=tuple(sorted(e.citations, key=str))) for e in collection.events]
    return events, sorted(collection.mentions, key=str), sorted(collection.documents, key=str)


def test_any_number_of_processes_and_any_order() -> None:
    alone = build_timeline(articles(), workers=1)
    assert alone.events
    assert alone.documents[1].published.edtf == "1970-06"
    assert build_timeline(articles(), workers=2) == alone
    for seed in range(3):
        shuffled = random.Random(seed).sample(articles(), len(TEXTS))  # noqa: S311
        assert unordered(build_timeline(shuffled, workers=1)) == unordered(alone)


def test_progress_and_the_end() -> None:
    steps: list[tuple[int, int, str]] = []
    build_timeline(articles(), workers=2, progress=lambda *step: steps.append(step))
    assert [done for done, _, _ in steps] == list(range(2 * len(TEXTS) + 2))
    assert {total for _, total, _ in steps} == {2 * len(TEXTS) + 1}
    assert [name for _, _, name in steps[:5]] == [d.file for d in articles()]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_of_the_one_who_watches_ends_the_work(workers: int) -> None:
    def stop(done: int, total: int, name: str) -> None:
        if done == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        build_timeline(articles(), workers=workers, progress=stop)


@pytest.mark.parametrize(("stage", "left"), [("read_alone", 0), ("tell_document", 1)])
def test_one_bad_article_never_stops_the_others(stage: str, left: int, monkeypatch: pytest.MonkeyPatch) -> None:
    real = getattr(pipeline, stage)

    def trip(document: Document, *rest: object, **more: object) -> object:
        if document.file == "0.txt":
            raise RecursionError("too deep")
        return real(document, *rest, **more)

    monkeypatch.setattr(pipeline, stage, trip)
    problems: list[ReadError] = []
    made = build_timeline(articles(), on_problem=problems.append)
    assert [str(problem).split(" (")[0].split(":")[0] for problem in problems] == ["0.txt"]
    assert "RecursionError: too deep" in str(problems[0])
    assert len(made.documents) == len(TEXTS)
    own = [m for m in made.mentions if m.document == made.documents[0].id]
    assert [m.outcome for m in own] == ["set aside"] * left
    assert all(m.reason == "what its article tells could not be made out" for m in own)
    assert made.events
    with pytest.warns(ReadWarning, match=r"0\.txt"):
        build_timeline(articles())


def test_the_same_article_twice_is_one_document() -> None:
    text = TEXTS[0]
    copies = [document_from_text(text, file=f"{name}.txt") for name in "dbcea"]
    made = build_timeline(copies)
    (kept,) = made.documents
    assert kept.file == "a.txt"
    assert kept.note == "The same article stands in b.txt, c.txt, d.txt and 1 more: it is counted once."
    assert len(made.mentions) == 1
    dated = document_from_text(text, file="z.txt", published="1931")
    assert build_timeline([*copies, dated]).documents[0].file == "z.txt", "the one whose date is known"
    assert [d.note for d in build_timeline([copies[0], copies[0]]).documents] == [None]


def test_of_ten_thousand_empty_texts_one_is_left() -> None:
    made = build_timeline(document_from_text("", file=f"{n:05}.txt") for n in range(10_000))
    assert len(made.documents) == 1
    assert (made.documents[0].note or "").endswith("and 9,996 more: it is counted once.")
    assert (made.mentions, made.events) == ((), ())


LONG_LINE = "In {} the mill burnt and the river rose and the town grew, "
BAD = {
    "one long line": ("".join(LONG_LINE.format(1800 + n) for n in range(150)), 100),
    "a table of dates": ("\n".join(f"{1700 + n}\t{n}.5.{1700 + n}\t{n * 7}" for n in range(1, 29)), 28),
    "nothing but years": ("1950 " * 500, 1),
    "a language without rules": ("Silta avattiin toukokuussa. Joki nousi, ja mylly paloi vuonna 1931.", 1),
}


@pytest.mark.parametrize(("text", "least"), BAD.values(), ids=list(BAD))
def test_strange_texts_give_a_result(text: str, least: int) -> None:
    made = build_timeline([document_from_text(text, file="a.txt"), *articles()[1:]])
    own = [m for m in made.mentions if m.document == made.documents[0].id]
    assert len(own) >= least
    assert all(m.outcome == "event" or (m.outcome in {"undated", "set aside"} and m.reason) for m in made.mentions)
    assert len(made.documents) == len(TEXTS)


def test_what_people_said_of_an_article_dates_it_when_it_is_read_again() -> None:
    letter = document_from_text("On Sunday the choir sang at the market.", file="letter.txt")
    before = build_timeline([letter])
    now = decided(before)
    said = edit_article(now, before.documents[0].id, {"published": "1931-05-06"}, by="Ada", at="2026-03-01T10:00:00Z")
    again = build_timeline([letter], earlier=one_more(now, said).collection)
    assert (before.events, [event.edtf for event in again.events]) == ((), ["1931-05-03"])
    assert (again.documents[0].published.origin, len(again.decisions)) == ("given", 1)

"""A small collection made by hand, and hypothesis strategies for others."""

from __future__ import annotations

from hypothesis import strategies as st

from timeline.model import (
    Alternative,
    Anchor,
    Annotation,
    Citation,
    Collection,
    Conflict,
    Decision,
    Document,
    Event,
    Implied,
    Locator,
    Mention,
    Published,
    Quote,
    Selector,
    Span,
    Zone,
)

TEXT = "The bridge\n\nThe bridge was opened in 1931. Two years later it fell, on 3 May."
BRIDGE = Document(
    id="d1",
    file="sub/bridge.txt",
    text=TEXT,
    sha256="ab" * 32,
    title="The bridge",
    author="T. Reed",
    publisher="The Post",
    url="https://example.org/bridge",
    language="en",
    published=Published("2011-05", "given", "sources.toml says so"),
    encoding="cp1252",
    zones=(Zone("title", Span(0, 10), "the title"),),
    sentences=(Span(0, 10), Span(12, 42), Span(43, 77)),
    note="Retold.",
    genre="narrative",
    kind="history",
    licence="CC BY 4.0",
    locators=(Locator("chapter", "The bridge", 0), Locator("page", "xii", 0), Locator("page", "1", 43)),
)
BARE = Document(id="d2", file="bare.txt", text="Nothing.", sha256="cd" * 32)
OPENED = Mention(
    id="m1",
    document="d1",
    start=37,
    end=41,
    text="1931",
    type="DATE",
    value="1931",
    mod=None,
    edtf="1931",
    grade="A",
    rule="year",
    derivation=("a year, written in full",),
    outcome="event",
)
FELL = Mention(
    id="m2",
    document="d1",
    start=43,
    end=58,
    text="Two years later",
    type="DATE",
    value="1933",
    mod="APPROX",
    edtf="1933",
    grade="B",
    rule="years-later",
    derivation=("1931 and two years", "1933"),
    anchor=Anchor("mention", "1931", "m1"),
    implied=(Implied("1933", 59, 61, ("the fall",)),),
    annotations=(Annotation(43, 52, "DATE", "1933", "APPROX"),),
    alternatives=(Alternative("1934", "no date was told before"),),
    outcome="undated",
    reason="for the test",
)
EVENT = Event(
    id="e1",
    edtf="1931",
    mod="MID",
    earliest="1931-01-01",
    latest="1931-12-31",
    headline="The bridge was opened",
    headline_source="clause",
    summary="The bridge was opened in 1931.",
    kind="building",
    citations=(Citation("d1", "m1", Selector.of(TEXT, 12, 42), "states"),),
    participants=("the town",),
    places=("the river",),
    conflicts=(Conflict("1932", "d1", "m2", "another year", "the plaque says 1931"),),
    derivation=("a year",),
    status="planned",
    review="accepted",
    tags=("bridges",),
    note="a note",
)
COLLECTION = Collection(
    documents=(BRIDGE, BARE),
    mentions=(OPENED, FELL),
    events=(EVENT,),
    decisions=(
        Decision(
            id="r1",
            by="Ada",
            at="2026-03-01T10:00:00Z",
            action="edit",
            targets=("e1",),
            before={"e1": {"headline": "The bridge"}},
            after={"headline": "The bridge was opened"},
            quotes=(Quote("e1", "d1", Selector.of(TEXT, 12, 42), "1931"),),
            why="so it is told",
        ).plain(),
    ),
    rules="1",
)

# Anything that a text may hold; lone surrogates apart, because two beside each other are one character in JSON.
CHARACTERS = st.characters(exclude_categories=["Cs"])
TEXTS = st.text(CHARACTERS, max_size=12)
WORDS = st.lists(TEXTS, max_size=2).map(tuple)
MAYBE = st.one_of(st.none(), TEXTS)
DATES = st.sampled_from(["1961-07-11", "-0043", "193X", "1950/1953", "1961-21", "../1453", "[1914,1915]", "0520~"])
DAYS = st.sampled_from([None, "1961-07-11", "-0043-03-15", "-12000-01-01"])


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


@st.composite
def documents(draw: st.DrawFn, number: int) -> Document:
    text = draw(st.text(CHARACTERS, max_size=60))
    return Document(
        id=f"d{number}{draw(TEXTS)}",
        file=draw(TEXTS),
        text=text,
        sha256=draw(TEXTS),
        title=draw(MAYBE),
        author=draw(MAYBE),
        publisher=draw(MAYBE),
        url=draw(MAYBE),
        language=draw(MAYBE),
        published=draw(
            st.builds(
                Published,
                st.one_of(st.none(), DATES),
                st.sampled_from(["given", "stated", "inferred", "unknown"]),
                TEXTS,
            )
        ),
        encoding=draw(TEXTS),
        zones=draw(
            st.lists(
                st.builds(
                    Zone,
                    st.sampled_from(["title", "dateline", "body", "publication", "furniture"]),
                    spans(len(text)),
                    TEXTS,
                ),
                max_size=2,
            ).map(tuple)
        ),
        sentences=draw(st.lists(spans(len(text)), max_size=3).map(tuple)),
        note=draw(MAYBE),
        genre=draw(st.sampled_from([None, "news", "narrative"])),
    )


@st.composite
def mentions(draw: st.DrawFn, number: int, document: Document) -> Mention:
    span = draw(spans(len(document.text)))
    length = len(document.text)
    return Mention(
        id=f"m{number}",
        document=document.id,
        start=span.start,
        end=span.end,
        text=document.text[span.start : span.end],
        type=draw(st.sampled_from(["DATE", "TIME", "DURATION", "SET"])),
        value=draw(TEXTS),
        mod=draw(MAYBE),
        edtf=draw(st.one_of(st.none(), DATES)),
        grade=draw(st.sampled_from(["A", "B", "C"])),
        rule=draw(TEXTS),
        derivation=draw(WORDS),
        anchor=draw(
            st.one_of(st.none(), st.builds(Anchor, st.sampled_from(["publication", "mention", "event"]), DATES, MAYBE))
        ),
        implied=tuple(
            Implied(draw(DATES), inner.start, inner.end, draw(WORDS))
            for inner in draw(st.lists(spans(length), max_size=2))
        ),
        outcome=draw(st.sampled_from(["open", "event", "undated", "set aside"])),
        reason=draw(TEXTS),
    )


@st.composite
def events(draw: st.DrawFn, number: int, documents_: list[Document], mentions_: list[Mention]) -> Event:
    of = {document.id: document for document in documents_}
    cited = draw(st.lists(st.sampled_from(mentions_), min_size=1, max_size=3))
    citations = []
    for mention in cited:
        span = draw(spans(len(of[mention.document].text)))
        selector = Selector.of(of[mention.document].text, span.start, span.end, draw(st.integers(0, 40)))
        role = draw(st.sampled_from(["states", "implies", "refers"]))
        citations.append(Citation(mention.document, draw(st.sampled_from([mention.id, ""])), selector, role))
    return Event(
        id=f"e{number}",
        edtf=draw(DATES),
        mod=draw(MAYBE),
        earliest=draw(DAYS),
        latest=draw(DAYS),
        headline=draw(TEXTS),
        headline_source=draw(st.sampled_from(["", "template", "clause", "noun", "sentence"])),
        summary=draw(TEXTS),
        kind=draw(TEXTS),
        citations=tuple(citations),
        participants=draw(WORDS),
        places=draw(WORDS),
        conflicts=tuple(Conflict(draw(DATES), m.document, m.id, draw(TEXTS)) for m in cited[:1]),
        derivation=draw(WORDS),
        status=draw(st.sampled_from(["told", "implied", "planned"])),
        review=draw(TEXTS),
        tags=draw(WORDS),
        note=draw(TEXTS),
    )


@st.composite
def collections(draw: st.DrawFn) -> Collection:
    made = [draw(documents(number)) for number in range(draw(st.integers(0, 2)))]
    found = [
        draw(mentions(number, draw(st.sampled_from(made)))) for number in range(draw(st.integers(0, 3)) if made else 0)
    ]
    told = [draw(events(number, made, found)) for number in range(draw(st.integers(0, 2)) if found else 0)]
    decisions = draw(st.lists(st.dictionaries(TEXTS, st.one_of(TEXTS, st.integers(), st.none())), max_size=2))
    return Collection(tuple(made), tuple(found), tuple(told), tuple(decisions), draw(TEXTS))

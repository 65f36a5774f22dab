import json
from dataclasses import replace

import pytest

from tests.browser.made import EVENTS, document, hostile, made
from timeline.chart import Showing, payload
from timeline.chart.articles import article_head, article_lines, sentence_of, web_address
from timeline.model import Citation, Collection, Event, Published, Selector, Span, Zone


@pytest.fixture(scope="module")
def data():
    return payload(made())


def event(data, key):
    return next(e for e in data["events"] if e["id"] == key)


def test_it_is_plain_json_and_holds_every_event_in_order(data):
    assert json.loads(json.dumps(data)).keys() == data.keys()
    assert [e["id"] for e in data["events"]] == [e.id for e in made().events]


def test_the_counts_add_up(data):
    assert sum(data["counts"].values()) == len(made().mentions)
    assert len(data["undated"]) == data["counts"]["undated"]
    assert len(data["aside"]) == data["counts"]["aside"]


def test_every_event_is_in_a_lane_of_its_kind(data):
    for e in data["events"]:
        assert data["lanes"][e["lane"]].lower() == EVENTS[e["id"]][0]


def test_a_sentence_keeps_every_character_and_marks_the_mention(data):
    source = event(data, "siege")["sources"][0]
    assert "".join(part["t"] for part in source["parts"]) == "The siege lasted from 1642 to 1645."
    assert [part["t"] for part in source["parts"] if part.get("marked")] == ["from 1642 to 1645"]


def test_articles_that_differ_are_both_drawn_and_both_cited(data):
    fall = event(data, "fall")
    assert fall["choice"] == "differs"
    assert [(m["form"], m["differs"]) for m in fall["marks"]] == [("day", False), ("soft", True)]
    assert fall["differ"] == [{"when": "1783", "by": "one year later", "documents": [1]}]
    assert [s["state"] for s in fall["sources"]] == ["tells", "tells", "differs"]
    assert fall["tellers"] == [(0, "tells"), (1, "differs")]
    assert fall["weight"] == 1


def test_a_sentence_that_is_cited_for_another_date_differs():
    """The event takes the sentence in, and still it gives another date than the event's."""
    collection = made()
    fall = next(e for e in collection.events if e.id == "fall")
    (conflict,) = fall.conflicts
    words = next(m for m in collection.mentions if m.id == conflict.mention)
    home = next(d for d in collection.documents if d.id == words.document)
    own = Citation(home.id, words.id, Selector(*sentence_of(home, words), "", "", ""), "states")
    both = replace(fall, citations=(*fall.citations, own))
    sources = payload(replace(collection, events=(both,)))["events"][0]["sources"]
    assert [s["state"] for s in sources if s["mention"] == words.id] == ["differs"]


@pytest.mark.parametrize(
    ("summary", "shown"),
    [
        ("The siege lasted from 1642 to 1645.", ""),
        ("The  siege\nlasted from 1642 to 1645.", ""),
        ("", ""),
        ("It was over in 1645.", "It was over in 1645."),
    ],
)
def test_the_sentence_behind_the_headline_is_told_where_the_card_does_not_begin_with_it(summary, shown):
    collection = made()
    siege = next(e for e in collection.events if e.id == "siege")
    told = payload(replace(collection, events=(replace(siege, summary=summary),)))["events"][0]
    assert told["summary"] == shown


def test_grades_are_those_of_the_dating_words(data):
    assert event(data, "siege")["written"]
    assert not event(data, "anniversary")["written"]
    assert event(data, "anniversary")["hollow"]
    assert not event(data, "strike")["written"]


def test_no_article_gives_in_full_what_a_person_put_right():
    collection = made()
    siege = next(e for e in collection.events if e.id == "siege")
    for edtf, written in ((siege.edtf, True), ("1701-21", False)):
        right = replace(siege, edtf=edtf, review="corrected")
        assert payload(replace(collection, events=(right,)))["events"][0]["written"] == written


def test_a_week_is_some_time_in_it(data):
    assert event(data, "strike")["marks"][0]["form"] == "soft"


def test_an_article_keeps_all_its_text_and_marks_every_mention(data):
    for one, source in zip(data["documents"], made().documents, strict=True):
        lines = ["".join(part["t"] for part in line["parts"]) for line in one["lines"]]
        assert lines == [line.rstrip() for line in source.text.splitlines() if line.strip()]
        marked = [p["mention"] for line in one["lines"] for p in line["parts"] if "mention" in p]
        assert marked == [m.id for m in made().mentions if m.document == source.id]


def test_offsets_count_code_points():
    one, mentions = document(0, "Ships", None, None, "\U0001f6a2\U0001f6a2 sailed {in 1848|sail|1848} \U0001f6a2.")
    parts = article_lines(one, mentions, {mentions[0].id: "sail"})[0]["parts"]
    assert [p["t"] for p in parts] == ["\U0001f6a2\U0001f6a2 sailed ", "in 1848", " \U0001f6a2."]


def test_of_mentions_that_overlap_the_first_keeps_its_words_and_no_text_is_lost():
    one, mentions = document(0, "Ships", None, None, "They sailed {in May 1848|sail|1848-05} at last.")
    inner = replace(mentions[0], id="inner", start=mentions[0].start + 3, text="May 1848")
    parts = article_lines(one, [mentions[0], inner], {})[0]["parts"]
    assert "".join(p["t"] for p in parts) == one.text
    assert [p["mention"] for p in parts if "mention" in p] == [mentions[0].id]


@pytest.mark.parametrize("url", ["https://example.org/a", "http://example.org", "  https://example.org/b "])
def test_addresses_of_the_web_become_links(url):
    assert web_address(url) == url.strip()


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x",
            "file:///etc/passwd", "//example.org", "https:", "http://[bad"]
)  # fmt: skip
def test_no_other_address_does(url):
    assert web_address(url) is None


def test_control_characters_go_out_visible():
    text = json.dumps(payload(hostile()))
    assert "\\u0007" not in text
    assert "\\u001b" not in text
    assert "\\u202e" not in text


def test_only_what_the_page_says_of_itself_is_struck_through():
    one, mentions = document(
        0, "Mills", None, None, "It fell {recently|-|vague}.\nPublished {2 May 1998|-|the page's}."
    )
    foot = Zone("publication", Span(one.text.index("Published"), len(one.text)), "a publication line")
    lines = article_lines(replace(one, zones=(foot,)), mentions, {})
    parts = [part for line in lines for part in line["parts"] if "mention" in part]
    assert [(part["t"], part["state"], part.get("struck", False)) for part in parts] == [
        ("recently", "aside", False),
        ("2 May 1998", "aside", True),
    ]


def century(published, status="told"):
    one, mentions = document(0, "Views", None, published, "In {the 21st century|trade|2001/2100} trade grew.")
    cited = Citation(one.id, mentions[0].id, Selector.of(one.text, 0, len(one.text)), "states")
    event = Event(
        "trade", "2001/2100", None, "2001-01-01", "2100-12-31", "Trade grows", "trade", (cited,), status=status
    )
    return payload(Collection((one,), tuple(mentions), (event,)))["events"][0]


def test_what_was_told_is_not_drawn_past_the_telling():
    told = century("2024-04-14")
    assert 2024.28 < told["marks"][0]["b"] < 2024.29
    assert told["why"][-1] == "Drawn up to 14 April 2024, when the article was written."


@pytest.mark.parametrize("case", [(None, "told"), ("1999", "told"), ("2024-04-14", "planned")])
def test_but_nothing_is_cut_without_a_reason(case):
    assert century(*case)["marks"][0]["b"] == 2101.0


def test_an_empty_collection_is_shown_as_empty():
    data = payload(Collection((), (), ()))
    assert (data["lanes"], data["events"], data["documents"]) == ([], [], [])


@pytest.mark.parametrize(
    ("edtf", "origin", "words"),
    [("2021-07~", "inferred", "about July 2021"), ("2021-07", "inferred", "about July 2021"),
     ("2021-07", "given", "July 2021"), ("1999/..", "inferred", "1999 or later"), (None, "unknown", "")],
)  # fmt: skip
def test_the_date_of_writing_is_said_as_it_is_known(edtf, origin, words):
    one, _ = document(0, None, None, None, "Nothing.")
    shown = article_head(replace(one, published=Published(edtf, origin, "a reason")))
    assert (shown["published"], shown["origin"], shown["title"]) == (words, origin, "0.txt")


@pytest.mark.parametrize(("edtf", "choice"), [("[1846,1848]", "or"), ("{1846,1848}", "and"), ("1846", None)])
def test_one_of_two_dates_is_told_from_both(edtf, choice):
    collection = made()
    events = tuple(replace(e, edtf=edtf) if e.id == "iron" else e for e in collection.events)
    assert event(payload(replace(collection, events=events)), "iron")["choice"] == choice


def test_who_where_and_tags_go_out_in_words():
    collection = made()
    more = {
        "participants": ("Rome", " Rome ", "Varn\x07"),
        "places": ("Varn",),
        "tags": ("flood", ""),
        "status": "denied",
    }
    events = tuple(replace(e, **more) if e.id == "wood" else e for e in collection.events)
    wood = event(payload(replace(collection, events=events)), "wood")
    assert (wood["who"], wood["places"], wood["tags"]) == (["Rome", "Varn␇"], ["Varn"], ["flood"])
    assert wood["status"] == "denied"


def test_the_best_proof_stands_first(data):
    sources = event(data, "fall")["sources"]
    assert [part["t"] for part in sources[0]["parts"] if part.get("marked")] == ["14 March 1782"]
    states = [s["state"] for e in data["events"] for s in e["sources"][:1]]
    assert set(states) == {"tells", "implies"}


def test_what_is_asked_for_by_number_is_what_the_whole_holds(data):
    showing = Showing(made())
    outline = showing.outline()
    assert "sources" not in outline["events"][0]
    assert "lines" not in outline["documents"][0]
    for at, whole in enumerate(data["events"]):
        assert outline["events"][at] | showing.details(at) == whole
    assert showing.lines(1) == data["documents"][1]["lines"]
    assert showing.left("undated") == data["undated"]
    for mention in made().mentions:
        assert made().documents[showing.home(mention.id)].id == mention.document
    assert showing.home("no such mention") is None

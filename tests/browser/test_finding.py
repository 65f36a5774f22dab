"""Search, filters and lanes: their pure parts by tables, run in the browser, and a few real clicks."""

from __future__ import annotations

import pytest

from tests.browser.made import hostile
from timeline.chart import html_file, script

pytestmark = pytest.mark.browser

PURE = (
    "dom.js",
    "time.js",
    "index.js",
    "layout.js",
    "crowd.js",
    "chart.js",
    "standing.js",
    "address.js",
    "find.js",
    "filters.js",
    "lanes.js",
)


@pytest.fixture(scope="module")
def run(browser):
    page = browser.new_page()
    page.add_script_tag(content=script(*PURE))
    page.evaluate(MADE)
    yield page.evaluate
    page.close()


FOLDED = [
    ("Zürich, ÉLAN, Ångström", "zurich, elan, angstrom"),
    ("Straße Łódź Ærø", "strasse lodz aero"),
    ("İstanbul, Iğdır", "istanbul, igdir"),
    ("ΟΔΟΣ, οδός", "οδοσ, οδοσ"),
    ("ＡＢＣ １９６１", "abc 1961"),
    ("“Caesar’s” – men", '"caesar\'s" - men'),
    ("مُحَمَّد", "محمد"),
    ("がか", "がか"),
    ("한국", "한국"),
]


@pytest.mark.parametrize(("text", "line"), FOLDED)
def test_letters_are_compared_without_case_and_accents(run, text, line):
    assert run("folded", text) == line


TERMS = [
    ("", []),
    ("  ?!  ", []),
    ("Old Bridge", [("old", False), ("bridge", False)]),
    ('"the old  bridge" toll', [("the old bridge", True), ("toll", False)]),
    ('toll "the old', [("toll", False), ("the old", True)]),
    ("«le pont»", [("le pont", True)]),
    ("(bridge), toll.", [("bridge", False), ("toll", False)]),
    ("Sainte-Marie o'clock", [("sainte-marie", False), ("o'clock", False)]),
    ("橋 大橋", [("橋", False), ("大橋", False)]),
]


@pytest.mark.parametrize(("query", "terms"), TERMS)
def test_a_query_is_words_and_phrases(run, query, terms):
    assert [(t["text"], t["phrase"]) for t in run("termsOf", query)] == terms


FOUND = [
    ("bri", "The bridge falls, bridges fall", ["bri", "bri"]),
    ("war", "Toward the wars of Warsaw", ["war", "War"]),
    ('"war"', "The wars, a War. Warsaw", ["War"]),
    ("1846", "11846, 1846 and 18461", ["1846", "1846"]),
    ("elan", "Son élan, l’Élan", ["élan", "Élan"]),
    ("élan", "elan", ["elan"]),
    ("strasse", "Die Straßen", ["Straße"]),
    ("old bridge", "The bridge is old, older", ["bridge", "old", "old"]),
    ('"old bridge"', "Old bridge and old bridges", ["Old bridge"]),
    ("大橋", "瀬戸大橋が開通した", ["大橋"]),
    ("정상", "남북정상회담", ["정상"]),
    ("حرب", "بعد الحرب", ["حرب"]),
    ("か", "がか", ["か"]),
    ("ferry", "\U0001f6a2ferry \U0001f6a2", ["ferry"]),
    ("bridge bri", "bridge", ["bridge"]),
    ("x", "", []),
]


@pytest.mark.parametrize(("query", "text", "found"), FOUND)
def test_what_is_found_is_marked_as_it_is_written(run, query, text, found):
    places = run("([query, text]) => placesOf(text, termsOf(query)).map(([a, b]) => text.slice(a, b))", [query, text])
    assert places == found


MADE = """() => {
  const event = (id, year, headline, more) => ({ id, headline, lane: 0, kind: "Building", who: [], places: [], tags: [],
    written: true, status: "told", weight: 1, choice: null, tellers: [[0, "tells"]], differ: [],
    marks: [{ a: year, b: year + 1, form: "soft", about: false, differs: false }],
    sources: [{ parts: [{ t: `In ${year}`, marked: true }, { t: ` it was so: ${headline}.` }] }], ...more });
  window.made = {
    lanes: ["War", "Building", "Trade"],
    documents: [{ id: "one", title: "First" }, { id: "two", title: "Second" }, { id: "three", title: "Third" }],
    events: [
      event("ford", -519, "Traders use the ford", { lane: 2, kind: "Trade", status: "reported", who: ["Traders"] }),
      event("wood", 79, "A bridge of wood", { lane: 1, who: ["Rome", "Traders"], places: ["Varn"] }),
      event("siege", 1642, "The siege of Varn", { lane: 0, kind: "War", places: ["Varn"], who: ["Émile Roux"],
        weight: 3, tellers: [[0, "tells"], [1, "tells"], [2, "implies"]], tags: ["flood"] }),
      event("fall", 1782, "The bridge falls", { lane: 1, choice: "differs", weight: 2,
        tellers: [[1, "tells"], [2, "differs"]] }),
      event("opened", 1851, "The iron bridge opens", { lane: 1, written: false, status: "implied", weight: 2,
        tellers: [[1, "implies"], [2, "tells"]], who: ["Rome"] }),
    ],
  };
  window.filtering = new Filtering(window.made);
}"""

KEPT = """(chosen) => {
  const { filters } = fromPairs(chosen);
  return filtering.kept(filters).map((e) => e.id);
}"""

ALL = ["ford", "wood", "siege", "fall", "opened"]
REMAIN = [
    ([], ALL),
    ([("q", "bridge")], ["wood", "fall", "opened"]),
    ([("q", "bridge wood")], ["wood"]),
    ([("q", '"bridge of wood"')], ["wood"]),
    ([("q", '"of bridge"')], []),
    ([("q", "emile")], ["siege"]),
    ([("q", "varn")], ["wood", "siege"]),
    ([("q", "1851")], ["opened"]),
    ([("q", "  ")], ALL),
    ([("kind", "Building")], ["wood", "fall", "opened"]),
    ([("kind", "Building"), ("kind", "War")], ["wood", "siege", "fall", "opened"]),
    ([("who", "Rome"), ("who", "Traders")], ["ford", "wood", "opened"]),
    ([("kind", "Building"), ("who", "Traders")], ["wood"]),
    ([("place", "Varn")], ["wood", "siege"]),
    ([("article", "two")], ["siege", "fall", "opened"]),
    ([("article", "three"), ("differ", "yes")], ["fall"]),
    ([("grade", "worked")], ["opened"]),
    ([("told", "reported"), ("told", "implied")], ["ford", "opened"]),
    ([("least", "2")], ["siege", "fall", "opened"]),
    ([("least", "3")], ["siege"]),
    ([("tag", "flood")], ["siege"]),
    ([("years", "1643_1782")], ["siege", "fall"]),
    ([("years", "100_200")], []),
    ([("years", "200_100")], ALL),
    ([("q", "bridge"), ("article", "two"), ("grade", "written")], ["fall"]),
]


@pytest.mark.parametrize(("chosen", "ids"), REMAIN)
def test_what_remains(run, chosen, ids):
    assert run(KEPT, chosen) == ids


COUNTS = [
    ("kind", [], {"Building": (3, False), "Trade": (1, False), "War": (1, False)}),
    ("kind", [("kind", "War")], {"Building": (3, False), "Trade": (1, False), "War": (1, True)}),
    ("kind", [("who", "Traders")], {"Building": (1, False), "Trade": (1, False), "War": (0, False)}),
    ("article", [("grade", "written")], {"one": (3, False), "two": (2, False), "three": (2, False)}),
    ("least", [("q", "bridge")], {"2": (2, False), "3": (0, False)}),
    ("differ", [("kind", "War")], {"yes": (0, False)}),
    ("told", [], {"told": (3, False), "implied": (1, False), "reported": (1, False)}),
    (
        "who",
        [("who", "Rome"), ("kind", "Building")],
        {"Rome": (2, True), "Traders": (1, False), "Émile Roux": (0, False)},
    ),
]


@pytest.mark.parametrize(("key", "chosen", "counts"), COUNTS)
def test_each_choice_is_counted_under_the_other_filters(run, key, chosen, counts):
    given = run("([key, chosen]) => filtering.counted(key, fromPairs(chosen).filters)", [key, chosen])
    assert {one["choice"]: (one["count"], one["on"]) for one in given} == counts
    assert [one["choice"] for one in given] == list(counts), "in an order that no other filter changes"


def test_a_count_is_what_remains_once_it_is_chosen(run):
    for key in ("kind", "who", "place", "article", "grade", "told", "least"):
        for chosen in ([], [("q", "bridge")], [("article", "two")]):
            for one in run("([key, chosen]) => filtering.counted(key, fromPairs(chosen).filters)", [key, chosen]):
                alone = [pair for pair in chosen if pair[0] != key] + [(key, one["choice"])]
                assert len(run(KEPT, alone)) == one["count"]


def test_what_leaves_an_event_out_is_known(run):
    against = "([id, chosen]) => filtering.against(made.events.find((e) => e.id === id), fromPairs(chosen).filters)"
    assert run(against, ["ford", [("q", "bridge"), ("kind", "Trade"), ("article", "one")]]) == ["q"]
    assert run(against, ["fall", [("q", "bridge"), ("kind", "War"), ("least", "3")]]) == ["kind", "least"]


PAIRS = [
    [],
    [["q", '"old bridge" toll']],
    [["kind", "War"], ["kind", "Building"], ["who", "Émile Roux"], ["differ", "yes"], ["years", "1782.00_1851.50"]],
    [["lanes", "who"], ["order", "Rome"], ["order", "Traders"], ["fold", ""], ["fold", "Rome"], ["others", "open"]],
]


@pytest.mark.parametrize("pairs", PAIRS)
def test_the_address_holds_all_that_is_chosen(run, pairs):
    again = "(pairs) => { const { filters, lanes } = fromPairs(pairs); return pairsOf(filters, lanes); }"
    assert run(again, pairs) == pairs


def test_nonsense_in_the_address_is_left_out_of_account(run):
    chosen = [("kind", "No such kind"), ("least", "2"), ("least", "3"), ("years", "x_y"), ("lanes", "colour")]
    known = run("(chosen) => pairsOf(filtering.known(fromPairs(chosen).filters), fromPairs(chosen).lanes)", chosen)
    assert known == [["least", "2"]]


NEAR = [("brige", "bridge"), ("tradres", "Traders"), ("siege", None), ("xyzzy", None), ("frod", "ford"), ("va", None)]


@pytest.mark.parametrize(("word", "near"), NEAR)
def test_a_near_word_is_one_that_is_there(run, word, near):
    assert run("(word) => { filtering.index.hits([]); return filtering.index.near(word); }", word) == near


ARRANGED = """([lanes, n]) => {
  const one = (i) => ({ ...made.events[0], id: `${i}`, who: i % 7 ? [`P${i % 30}`] : [] });
  const events = n ? Array.from({ length: n }, (_, i) => one(i)) : made.events;
  const { lanes: laid, laneOf } = arrange(made, events, { ...plainLanes(), ...lanes });
  return { laid, laneOf: [...laneOf], sums: laid.map((_, i) => laneOf.filter((lane) => lane === i).length) };
}"""

LAID = [
    ({}, ["War", "Building", "Trade"]),
    ({"by": "article"}, ["First", "Second"]),
    ({"by": "who"}, ["Rome", "Traders", "Émile Roux", "No one named"]),
    ({"by": "place"}, ["Varn", "No place named"]),
    ({"by": "tag"}, ["flood", "No tag"]),
    ({"by": "one"}, ["All events"]),
    ({"by": "who", "order": ["Émile Roux", "Traders"]}, ["Émile Roux", "Traders", "Rome", "No one named"]),
    ({"order": ["Trade"]}, ["Trade", "War", "Building"]),
]


@pytest.mark.parametrize(("lanes", "names"), LAID)
def test_lanes_are_laid_in_order_and_hold_every_event_once(run, lanes, names):
    arranged = run(ARRANGED, [lanes, 0])
    assert [lane["name"] for lane in arranged["laid"]] == names
    assert [lane["total"] for lane in arranged["laid"]] == arranged["sums"]
    assert sum(arranged["sums"]) == 5


@pytest.mark.parametrize(("opened", "most"), [(False, 8), (True, 40)])
def test_beyond_eight_lanes_there_are_others_which_open(run, opened, most):
    arranged = run(ARRANGED, [{"by": "who", "opened": opened}, 300])
    named = [lane for lane in arranged["laid"] if lane["key"] not in ("*", "")]
    others = [lane for lane in arranged["laid"] if lane["key"] == "*"]
    assert len(named) == min(most, 30)
    assert [(lane["holds"], lane["opens"]) for lane in others] == ([(22, 22)] if not opened else [])
    assert arranged["laid"][-1]["name"] == "No one named"
    assert [lane["total"] for lane in arranged["laid"]] == arranged["sums"]
    assert sum(arranged["sums"]) == 300


def test_a_lane_is_folded_and_moved_by_its_key(run):
    arranged = run(ARRANGED, [{"folded": ["Building"]}, 0])
    assert [lane["folded"] for lane in arranged["laid"]] == [False, True, False]
    move = "([key, by]) => moved(arrange(made, made.events, plainLanes()).lanes, key, by)"
    assert run(move, ["Trade", -1]) == ["War", "Trade", "Building"]
    assert run(move, ["War", -1]) == ["War", "Building", "Trade"]


def test_a_search_takes_in_sentences_that_come_later(run):
    searched = """() => {
      const events = made.events.map((e) => ({ ...e, sources: undefined }));
      const index = new TextIndex(events);
      const hits = () => [...index.hits(termsOf("it was so"))];
      const before = hits();
      events[3].quotes = ["In 1782 it was so."];
      index.renew(2, 3);
      return [before, hits()];
    }"""
    assert run(searched) == [[0, 0, 0, 0, 0], [0, 0, 0, 1, 0]]


def test_a_filter_without_a_choice_is_none(run):
    several = run("['article', 'kind', 'who', 'place', 'tag'].filter((key) => filtering.several(key))")
    assert several == ["article", "kind", "who"]


CARD = ".explorer .card h2"
ROWS = ".explorer tbody tr"
CHIP = ".explorer [data-chip='{}']"
FOCUSED = "() => document.activeElement.shadowRoot.activeElement.dataset.chip"


def settle(page) -> None:
    """Until the address is written and Python has been told and has answered."""
    page.evaluate("() => new Promise((done) => setTimeout(done, 900))")


def typed(page, words: str) -> None:
    """Types the words; letters that come in one frame are searched together, so the frame is waited for."""
    page.keyboard.type(words)
    page.evaluate("() => new Promise(requestAnimationFrame)")


def test_search_as_you_type_and_enter_goes_from_one_to_the_next(visit, address):
    page = visit(f"{address}/?e=ford")
    page.keyboard.press("/")
    typed(page, "bridge mayor")
    assert page.locator(ROWS).count() == 1
    page.keyboard.press("Control+a")
    typed(page, "BRIDGE")
    whole = page.locator(ROWS).all_inner_texts()
    assert page.locator(".explorer .remains b").inner_text() == f"{len(whole)} of 20 events"
    assert page.locator(".explorer tbody mark.found").first.inner_text().lower() == "bridge"
    assert page.locator(".explorer .found-ticks").count() == 1
    assert page.locator(".explorer .strip .behind").count() == 1, "all events stay in sight"
    marked = page.locator(".explorer .chart tspan.found").all_text_contents()
    assert {words.lower() for words in marked} == {"bridge"}
    assert page.locator(CARD).inner_text() == "Traders use the ford at Varn", "the choice stays"
    for row in whole[:2]:
        page.keyboard.press("Enter")
        assert page.locator(CARD).inner_text() in row
    assert page.locator(".explorer .card mark.found").count() > 0
    settle(page)
    typed(page, "s of stone")
    page.locator(".explorer > [role=status]", has_text="of 20 events").wait_for(state="attached")


def test_a_filter_counts_its_choices_and_is_undone_by_one_click(visit, address):
    page = visit(f"{address}/?e=siege&view=1500_2000")
    page.locator(CHIP.format("kind")).click()
    trade = page.locator(".explorer .choices .option", has_text="Trade")
    said = int(trade.locator(".n").inner_text().split()[0])
    trade.click()
    assert page.locator(".explorer .choices").is_visible(), "several choices may be made"
    assert page.locator(ROWS).count() == said
    assert page.locator(CARD).inner_text() == "The siege of Varn"
    assert "leave this event out" in page.locator(".explorer .card .left-out").inner_text()
    assert "view=1500" in page.url
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED) == "kind", "the focus goes back to the button"
    page.get_by_role("button", name="Show it").click()
    assert page.locator(ROWS).count() == 20
    page.wait_for_url(lambda url: "kind=" not in url)
    page.go_back()
    settle(page)
    assert page.locator(ROWS).count() == said
    page.get_by_role("button", name="Clear all").click()
    assert page.locator(ROWS).count() == 20
    assert "kind=" not in page.url


def test_a_link_shows_the_same_and_history_goes_back(visit, address):
    page = visit(f"{address}/?q=bridge&kind=Building&lanes=one")
    n = page.locator(ROWS).count()
    assert 0 < n < 20
    assert page.locator(".explorer input[type=search]").input_value() == "bridge"
    assert page.locator(".explorer .lane-head b").all_inner_texts() == ["All events"]
    page.reload()
    page.wait_for_selector(".explorer .plot svg")
    assert page.locator(ROWS).count() == n
    page.get_by_role("button", name="Clear all").click()
    assert page.locator(ROWS).count() == 20
    assert page.locator(".explorer .lane-head").count() == 1, "lanes are no filter"
    settle(page)
    page.go_back()
    page.locator(".explorer .remains b").wait_for()
    assert page.locator(ROWS).count() == n


def test_nothing_found_names_the_word_a_near_one_and_the_way_out(visit, address):
    page = visit(f"{address}/?kind=Building")
    save = page.locator(".explorer .save").bounding_box()
    page.keyboard.press("/")
    typed(page, "brigde")
    for part in (".years-row", ".key", ".legend", ".chart", ".tools"):
        assert not page.locator(f".explorer {part}").is_visible(), part
    assert page.locator(".explorer .save").bounding_box() == save
    box = page.locator(".explorer .box.nothing")
    assert box.locator("h2").inner_text() == "No event matches “brigde”"
    assert "One filter is on as well: Building." in box.inner_text()
    box.get_by_role("button", name="bridge").click()
    assert page.locator(ROWS).count() > 0
    assert page.locator(".explorer input[type=search]").input_value() == "bridge"
    typed(page, "zzz")
    box.get_by_role("button", name="Clear search and filters").click()
    assert page.locator(ROWS).count() == 20


def test_a_search_from_within_an_article_goes_back_to_the_timeline_and_keeps_the_field(visit, address):
    page = visit(f"{address}/?e=siege")
    page.locator(".explorer .sources .read").first.click()
    page.locator(".explorer .reader").wait_for()
    page.keyboard.press("/")
    typed(page, "toll")
    assert page.locator(".explorer .reader").count() == 0
    assert page.locator(".explorer input[type=search]").input_value() == "toll"
    page.keyboard.press("Enter")
    assert page.locator(CARD).inner_text() == "The toll is raised"


def test_a_lane_folds_into_its_density_by_key_and_opens_again(visit, address):
    page = visit(f"{address}/?e=siege")
    head = page.locator(".explorer .lane-head button[data-head='Trade']")
    marks = page.locator(".explorer .mark").count()
    tall = page.locator(".explorer .chart").bounding_box()["height"]
    page.locator(".explorer .lane-head button[tabindex='0']").focus()
    while not head.evaluate("b => b === b.getRootNode().activeElement"):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-expanded") == "false"
    assert page.locator(".explorer .density").count() == 1
    assert page.locator(".explorer .mark").count() < marks
    assert page.locator(".explorer .chart").bounding_box()["height"] < tall
    assert head.evaluate("b => b === b.getRootNode().activeElement"), "the focus stays on the head"
    settle(page)
    assert "fold=Trade" in page.url
    page.keyboard.press("Enter")
    assert page.locator(".explorer .mark").count() == marks


def test_on_a_phone_filters_are_a_sheet_with_targets_for_fingers(visit, address):
    page = visit(address, 390, 844, has_touch=True, is_mobile=True)
    page.locator(CHIP.format("more")).tap()
    sheet = page.locator(".explorer .choices").bounding_box()
    assert (sheet["x"], sheet["width"]) == (0, 390)
    assert sheet["y"] + sheet["height"] == pytest.approx(844, abs=2)
    small = page.eval_on_selector_all(
        ".explorer :is(.chip, .choices .option, .choices .btn, .find input)",
        "all => all.map(e => [e.className, e.getBoundingClientRect().height]).filter(([, tall]) => tall < 44)",
    )
    assert small == []
    page.locator(".explorer .choices .option", has_text="Worked out").tap()
    page.get_by_role("button", name="Done").tap()
    assert page.locator(".explorer .remains b").inner_text() == f"{page.locator(ROWS).count()} of 20 events"


@pytest.mark.parametrize("width", [1440, 390])
def test_a_long_name_of_a_lane_is_cut_where_it_must_be_once_and_the_same_in_chart_and_head(file, width):
    page = file(html_file(hostile(), title="Hostile"), "?lanes=article", width=width)
    page.wait_for_selector(".explorer .lane-head")
    drawn = page.locator(".explorer .lane .name").all_text_contents()
    heads = page.locator(".explorer .lane-head b")
    assert drawn == heads.all_text_contents()
    assert any(name.endswith("…") for name in drawn) == (width == 390)
    assert all(box["x"] + box["width"] < width - 60 for box in (one.bounding_box() for one in heads.all()))

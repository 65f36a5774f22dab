"""The pure parts of the explorer's script: ticks, words for dates, the laying of lanes. Run in the browser."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from tests.browser.made import made
from timeline.chart import Sent, Showing, script
from timeline.chart.assets import SCRIPTS
from timeline.edtf import civil, day_number

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def run(browser):
    page = browser.new_page()
    page.add_script_tag(content=script(*SCRIPTS[: SCRIPTS.index("overview.js")]))
    yield page.evaluate
    page.close()


DAYS = [
    (1961, 7, 11),
    (2000, 2, 29),
    (1900, 3, 1),
    (0, 1, 1),
    (-43, 3, 15),
    (-4, 2, 29),
    (-9999, 12, 31),
    (9999, 12, 31),
]


@pytest.mark.parametrize("day", DAYS)
def test_days_are_counted_as_in_python(run, day):
    assert run("day => dayNumber(...day)", day) == day_number(*day)
    assert run("day => civilAt(axisOf(...day))", day) == list(day)
    assert tuple(run("day => civilAt(axisOf(...day) + 0.5 / 366)", day)) == civil(day_number(*day))


def test_there_is_no_year_0(run):
    assert run("[1961, 79, 1, 0, -43].map(yearWords)") == ["1961", "AD 79", "AD 1", "1 BC", "44 BC"]
    assert run("[12000, -9998, -9999, -64999999].map(yearWords)") == ["12,000", "9999 BC", "10,000 BC", "65,000,000 BC"]


@pytest.mark.parametrize(
    ("window", "step"),
    [((-5000, 5000), "1000 years"), ((1900, 2000), "10 years"), ((1960, 1962), "3 months"),
     ((1961, 1961.7), "1 months"),
     ((-65e6, 2000), "5000000 years"), ((-13.8e9, 2000), "1000000000 years"),
     ((1961.5, 1961.7), "5 days"), ((1961.5, 1961.52), "1 days"), ((1961.5, 1961.50274), "1 days")],
)  # fmt: skip
def test_the_step_follows_the_zoom(run, window, step):
    assert run("([from, to]) => ticksOf(from, to, 950, 64).step", list(window)) == step


@pytest.mark.parametrize("span", [14e9, 66e6, 120_000, 10_000, 3_000, 700, 90, 12, 3, 0.9, 0.2, 0.03, 0.0028])
@pytest.mark.parametrize("middle", [-4000.3, -99.5, 0.2, 1961.53])
def test_ticks_are_in_order_in_words_and_in_bounds(run, span, middle):
    window = [middle - span / 2, middle + span / 2]
    ticks = run("([from, to]) => ticksOf(from, to, 950, 64)", window)
    places = [tick["at"] for tick in ticks["minor"]]
    assert places == sorted(set(places))
    inside = [tick for tick in ticks["minor"] if window[0] <= tick["at"] <= window[1]]
    assert len(inside) <= 950 / 40
    assert all(tick["words"] and "." not in tick["words"] for tick in ticks["minor"])
    assert any(tick["at"] is None or tick["at"] <= window[1] for tick in ticks["major"])


AXIS = """([from, to, width]) => {
  const X = (year) => ((year - from) / (to - from)) * width;
  const ticks = ticksOf(from, to, width, width < 560 ? 46 : 64);
  const axis = axisOfTicks(ticks, X, width, 0, (text) => text.length * 7);
  const said = new Map(axis.children.filter((one) => one.attributes?.class === "major")
    .map((one) => [one.key.slice(6), one.children[0].words]));
  const edges = [...ticks.major.map((tick) => X(tick.at)), Infinity];
  return ticks.major.map((tick, i) => [said.get(`${tick.at}`) || "", tick.words, edges[i], edges[i + 1]])
    .filter(([, , left, right]) => right > 0 && left < width);
}"""


@pytest.mark.parametrize("width", [320, 358, 700, 950])
@pytest.mark.parametrize("span", [0.003, 0.05, 0.2, 0.7, 3, 12, 40, 90, 250, 700, 2500, 9000])
def test_each_whole_stretch_of_the_second_level_has_its_words(run, span, width):
    for middle in (-8000.3, -430.2, -30.7, 4.4, 812.8, 1650.6, 1961.7):
        first = middle - span / 2
        told = run(AXIS, [first, first + span, width])
        assert any(said for said, *_ in told), "a window says at least once what its ticks lie in"
        for said, _, left, right in told:
            assert said or left < 0 or right > width
            assert len(said) * 7 <= min(right, width) - max(left, 0)


def test_words_of_the_second_level_are_shortened_all_together(run):
    whole = [(said, words) for said, words, left, right in run(AXIS, [1515.5, 1885.5, 358]) if left > 0 and right < 358]
    assert whole == [("17th c.", "17th century"), ("18th c.", "18th century")]
    assert [said for said, *_ in run(AXIS, [1620.5, 1720.5, 358])] == ["17th century", "18th c."]


def test_a_window_is_kept_between_a_day_and_ten_thousand_years(run):
    low, high = run("clampWindow([1961.5, 1961.5001], [1900, 2000])")
    assert (high - low) * 365.2425 == pytest.approx(1)
    low, high = run("clampWindow([-90000, 90000], [1900, 2000])")
    assert high - low == 10_000


@pytest.mark.parametrize(
    ("wanted", "window"),
    [
        ([1000, 2040], [1000, 2040]),  # what was asked for, though most of it is empty
        ([1850, 1910], [1850, 1910]),
        ([3000, 3010], [1999, 2009]),  # a tenth of the window shows years of the collection
        ([1000, 1010], [1891, 1901]),
        ([-9000, 500], [-7500, 2000]),  # of a wide one all of them
    ],
)
def test_a_window_shows_what_was_asked_for_and_some_of_the_collection(run, wanted, window):
    assert run(f"clampWindow({wanted}, [1900, 2000])") == window


def test_a_collection_of_longer_times_can_be_seen_whole(run):
    assert run("clampWindow([-66e6, 2100], [-65e6, 2000])[0]") == pytest.approx(-65e6, rel=0.02)
    low, high = run("clampWindow([-66e6, 2100], [-65e6, 2000])")
    assert high - low == 65_002_000


LAY = """({ n, width, rows, seed, selected }) => {
  let state = seed;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const events = [...Array(n).keys()].map((i) => {
    const a = random() * 100, long = random() < 0.15;
    return { id: `e${i}`, weight: 1 + Math.floor(random() * 4), choice: null, hollow: false, short: "11 July 1961",
      labels: ["A headline of some length that goes on", "A headline of some", "A headline"],
      marks: [{ a, b: a + (long ? random() * 30 : 0.01), form: long ? "lasted" : "day", about: false }] };
  });
  const units = events.map((e, i) => unitOf(e, i, (x) => (x / 100) * width, width)).filter((u) => u.visible);
  const laid = layLane(units, (text) => text.length * 7, { width, rows, most: 8, selected, dates: true, longest: 30 });
  const boxes = [];
  for (const m of laid.marks) {
    boxes.push([m.row, m.unit.left, m.unit.right, m.unit.event.id]);
    if (m.label) boxes.push([m.label.row, m.label.x, m.label.x + m.label.width, m.unit.event.id]);
  }
  for (const c of laid.counts) boxes.push([c.row, c.x - c.size / 2, c.x + c.size / 2, "count" + c.x]);
  const told = [...laid.marks.map((m) => m.unit), ...laid.counts.flatMap((c) => c.units)];
  return { boxes, told: told.length, different: new Set(told).size, units: units.length,
    rows: laid.rows, counts: laid.counts.map((c) => c.units.length), marks: laid.marks.map((m) => m.unit.event.id),
    words: laid.marks.filter((m) => m.label).map((m) => m.unit.event.id),
    outside: boxes.filter(([, a, b]) => laid.marks.every((m) => m.unit.left !== a)
      && (a < -1 || b > width + 1)).length };
}"""


@pytest.mark.parametrize("n", [1, 2, 7, 25, 120, 900])
@pytest.mark.parametrize(("width", "rows"), [(950, 2), (360, 2), (950, 1)])
def test_a_lane_shows_or_counts_every_event_and_hides_none(run, n, width, rows):
    for seed in (7, 31, 1001):
        laid = run(LAY, {"n": n, "width": width, "rows": rows, "seed": seed, "selected": "e0"})
        assert laid["told"] == laid["different"] == laid["units"]
        assert laid["outside"] == 0
        boxes = laid["boxes"]
        for i, (row, left, right, owner) in enumerate(boxes):
            clash = [b for b in boxes[i + 1 :] if b[0] == row and b[3] != owner and b[1] < right and left < b[2]]
            assert clash == []
        assert all(count > 1 for count in laid["counts"]), "one event is never a count"
        if n <= 8:
            assert laid["counts"] == [], "few events are all marks, in as many rows as they need"
        assert max(row for row, *_ in boxes) < laid["rows"] <= (8 if n <= 8 else rows)
        if rows == 2:
            assert "e0" in laid["words"], "what is selected always bears its words"


EDGE = """({ form, about, from }) => {
  const event = { id: "e", weight: 4, choice: null, labels: [], short: "",
    marks: [{ a: from, b: from + 0.4, form, about }] };
  const { drawn: [{ p, q }] } = unitOf(event, 0, (x) => x, 360);
  return [p, q];
}"""


@pytest.mark.parametrize(
    ("form", "about", "over", "near"),
    [("soft", False, 3, 5.4), ("soft", True, 7.4, 7), ("lasted", False, 0, 5.4), ("day", False, 1, 5.4)],
)
def test_a_short_mark_beside_the_edge_is_drawn_whole_and_leaves_the_window_without_a_jump(run, form, about, over, near):
    def drawn(start):
        return run(EDGE, {"form": form, "about": about, "from": start})

    assert drawn(near)[0] >= over - 0.01
    assert drawn(359.6 - near)[1] <= 360.01 - over
    middle = [sum(drawn(180)) / 2, sum(drawn(-40)) / 2, sum(drawn(400)) / 2]
    assert middle == pytest.approx([180.2, -39.8, 400.2]), "elsewhere a mark stands at its time"
    for edge in (0, 359.6):
        places = [drawn(edge + n / 4)[0] for n in range(-60, 61)]
        steps = [after - before for before, after in pairwise(places)]
        assert all(-0.01 <= step <= 0.51 for step in steps)


def test_a_mark_that_gets_words_last_gets_them_whole_where_they_have_room(run):
    names = run("""() => {
      const headline = "The ferry company sold its landing stage";
      const events = [10, 500].map((a, i) => ({ id: `e${i}`, weight: 1, choice: null, hollow: false, short: "",
        labels: labelsOf(headline), marks: [{ a, b: a + 0.1, form: "day", about: false }] }));
      const ruler = (text) => text.length * 7;
      const options = { width: 950, rows: 1, dates: false, longest: 30 };
      const units = events.map((e, i) => unitOf(e, i, (x) => x, 950));
      const laid = attempt([units[0]], new Set(), ruler, options, units);
      fillUp(laid, units, ruler, options);
      return laid.marks.map((m) => m.label.text);
    }""")
    assert names == ["The ferry company sold its landing stage"] * 2


BARS = """({ bars, most, selected }) => {
  const events = bars.map(([a, b], i) => ({ id: `e${i}`, weight: 1, choice: null, hollow: false, short: "1848",
    labels: ["A headline that goes on"], marks: [{ a, b, form: "soft", about: false }] }));
  const units = events.map((e, i) => unitOf(e, i, (x) => x * 9.5, 950));
  const laid = layLane(units, (text) => text.length * 7,
    { width: 950, rows: 2, most, selected, dates: true, longest: 30 });
  return { rows: laid.rows, marks: laid.marks.length, counts: laid.counts.map((c) => c.units.length),
    inside: laid.marks.filter((m) => m.label?.inside).map(({ row, label, unit: { drawn: [{ p, q }] } }) =>
      [row, label.x, label.x + label.width, p, q]),
    own: laid.marks.some((m) => m.unit.event.id === selected), words: laid.marks.filter((m) => m.label).length };
}"""


def test_bars_that_overlap_take_one_row_each(run):
    bars = [[10, 60], [20, 70], [30, 80], [40, 90]]
    laid = run(BARS, {"bars": bars, "most": 8, "selected": "e1"})
    assert (laid["rows"], laid["marks"], laid["counts"]) == (4, 4, [])


def test_where_rows_are_short_the_selected_is_a_mark_and_no_other_is_alone_in_a_count(run):
    for n in (3, 4, 5, 9, 14):
        for selected in (0, n - 1):
            bars = [[10 + i, 60 + i] for i in range(n)]
            laid = run(BARS, {"bars": bars, "most": 2, "selected": f"e{selected}"})
            assert laid["own"]
            assert all(count > 1 for count in laid["counts"])
            assert laid["marks"] + sum(laid["counts"]) == n


def test_a_bar_wider_than_the_window_keeps_its_words(run):
    laid = run(BARS, {"bars": [[-50, 150]], "most": 8, "selected": "other"})
    assert (laid["rows"], laid["words"]) == (2, 1)
    laid = run(BARS, {"bars": [[-50, 150], [-20, 120], [50, 52]], "most": 8, "selected": "other"})
    assert (laid["counts"], laid["words"]) == ([], 3)


def test_bars_too_long_for_words_beside_them_bear_them_inside(run):
    bars = [[-50 - i, 150 + i] for i in range(6)]
    laid = run(BARS, {"bars": bars, "most": 8, "selected": "e2"})
    assert (laid["rows"], laid["counts"], laid["words"]) == (6, [], 6)
    laid = run(BARS, {"bars": [[10, 95], [2, 88]], "most": 2, "selected": "e0"})
    assert (laid["rows"], laid["words"]) == (2, 2)
    for row, left, right, a, b in laid["inside"]:
        assert 0 <= row < 2
        assert max(0, a) < left < right < min(950, b)
    assert len(laid["inside"]) == 2


def test_words_in_a_bar_stay_at_the_edge_of_the_window(run):
    for begin in (-50, -20, -1):
        laid = run(BARS, {"bars": [[begin, 150]], "most": 8, "selected": "other"})
        [[_, left, *_]] = laid["inside"]
        assert 0 < left < 40


def test_no_more_marks_than_a_screen_can_hold(run):
    laid = run(LAY, {"n": 5000, "width": 1400, "rows": 2, "seed": 3, "selected": "e0"})
    assert len(laid["boxes"]) <= 1500 / 8


EDGES = [
    (-72_800_078.5, 75_600_000, "72,800,000 BC"),
    (2_802_048.0, 75_600_000, "2,800,000"),
    (-2607.5, 4700, "2610 BC"),
    (1961.5, 90, "1961"),
    (1.5, 75_600_000, "AD 1"),
    (1961.55, 0.1, "20 July 1961"),
]


@pytest.mark.parametrize(("place", "span", "words"), EDGES)
def test_an_edge_is_told_as_exactly_as_its_span_asks_for(run, place, span, words):
    assert run("([x, span]) => edgeWords(x, span)", [place, span]) == words


LONG = "The council of the town agrees with the ferrymen on the price of a crossing by night and in storms"


def test_labels_get_shorter_and_end_between_words(run):
    labels = run("labelsOf", LONG)
    assert labels == sorted(set(labels), key=len, reverse=True)
    for label in labels:
        assert len(label) <= 55
        assert LONG.startswith(label.removesuffix("…"))
        assert LONG[len(label) - 1] == " "


@pytest.mark.parametrize(
    ("headline", "labels"),
    [("It rains", ["It rains"]), ("The old treaty of friendship", ["The old treaty of friendship", "The old treaty…"]),
     ("He went to and from the town", ["He went to and from the town", "He went…"]),
     ("War in the mountains of the north", ["War in the mountains of the north", "War in the mountains…"]),
     ("大桥在春天正式通车并举行了盛大的庆祝仪式",
      ["大桥在春天正式通车并举行了盛大的庆祝仪式", "大桥在春天正式通车并举行了…"]),
     ("Donaudampfschifffahrtsgesellschaftskapitänswitwengeldantrag", []),
     ("\U0001f6a2" * 20, ["\U0001f6a2" * 20]), ("", [])],
)  # fmt: skip
def test_no_label_is_a_single_word_or_ends_in_one_that_says_nothing(run, headline, labels):
    assert run("labelsOf", headline) == labels


def test_events_come_back_from_their_columns_as_they_were(run, monkeypatch):
    whole = Showing(made()).outline()
    monkeypatch.setattr("timeline.chart.sent.TOGETHER", 3)
    outline = json.loads(Sent.of(Showing(made())).text())
    assert len(outline["events"]) > 1
    back = run("(data) => unpacked(data).events.map((e) => ({ ...e, told: e.told, short: e.short }))", outline)
    for number, (event, one) in enumerate(zip(whole["events"], back, strict=True)):
        assert one.pop("number") == number
        assert one.pop("told") == [dict(event["tellers"]).get(at, "silent") for at in range(3)]
        assert one.pop("short").startswith(event["when"])
        assert [mark["a"] and round(mark["a"], 6) for mark in one.pop("marks")] == [
            mark["a"] and round(mark["a"], 6) for mark in event["marks"]
        ]
        assert one == json.loads(json.dumps({key: value for key, value in event.items() if key != "marks"}))


CROWD = """({ n, width, from, to, seed, selected }) => {
  let state = seed;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const events = [...Array(n).keys()].map((i) => {
    const a = random() * 100, long = random() < 0.15;
    return { id: `e${i}`, weight: 1 + Math.floor(random() * 4), choice: i % 50 ? null : "differs", short: "1961",
      differ: [], labels: ["A headline of some length", "A headline"],
      marks: [{ a, b: a + (long ? random() * 30 : 0.01), form: long ? "lasted" : "day", about: false }] };
  });
  const index = indexOf(events);
  const places = index.within(from, to, new Int32Array(n), 1)[0];
  const laid = layCrowd(index, places, [from, to], (text) => text.length * 7,
    { width, rows: 2, most: 2, selected, dates: true, longest: 30 });
  const told = [...laid.marks.map((m) => m.unit.index), ...laid.counts.flatMap((c) => c.places)];
  const boxOf = ({ row, unit, label }) => [[row, unit.left, unit.right, unit.index],
    ...(label ? [[label.row, label.x, label.x + label.width, unit.index]] : [])];
  return { places: [...places], told, reach: events.map(reach), boxes: laid.marks.flatMap(boxOf),
    counts: laid.counts.map((c) => [c.x - c.size / 2, c.x + c.size / 2, c.from, c.to, c.places.length]),
    ids: laid.marks.map((m) => m.unit.event.id) };
}"""  # fmt: skip


@pytest.mark.parametrize(("n", "start", "end"), [(200, 0, 100), (5000, 0, 130), (5000, 40, 41), (20000, -50, 300)])
@pytest.mark.parametrize("width", [950, 340])
def test_a_crowded_lane_shows_or_counts_every_event_in_the_window_once(run, n, start, end, width):
    laid = run(CROWD, {"n": n, "width": width, "from": start, "to": end, "seed": 11, "selected": "e7"})
    inside = [at for at, (a, b) in enumerate(laid["reach"]) if b >= start and a <= end]
    assert sorted(laid["places"]) == inside
    assert sorted(laid["told"]) == inside
    counts = sorted(laid["counts"])
    assert all(after[0] >= before[1] for before, after in pairwise(counts)), "counts stand side by side"
    assert all(left >= 0 and right <= width and total > 1 for left, right, _, _, total in counts)
    for i, (row, left, right, owner) in enumerate(laid["boxes"]):
        assert [
            b for b in laid["boxes"][i + 1 :] if b[0] == row and b[3] != owner and b[1] < right and left < b[2]
        ] == []
    assert (7 in inside) == ("e7" in laid["ids"]), "the selected is a mark of its own"


def test_counts_of_a_crowd_move_with_the_axis(run):
    here, there = (
        run(CROWD, {"n": 5000, "width": 950, "from": by, "to": 60 + by, "seed": 5, "selected": ""}) for by in (10, 11)
    )
    stretches = [{(begin, end) for _, _, begin, end, _ in laid["counts"]} for laid in (here, there)]
    assert len(stretches[0] & stretches[1]) >= len(stretches[0]) - 1


def test_the_index_finds_what_a_window_shows_and_its_neighbours(run):
    found = run("""() => {
      const mark = (a, b) => ({ marks: [{ a, b, form: "lasted" }], choice: null, weight: 1 });
      const events = [mark(0, 100), mark(5, 6), mark(7, 8), mark(50, null), mark(null, 90), mark(95, 96)];
      const index = indexOf(events);
      const at = (e) => events.indexOf(e);
      const inside = index.within(6.5, 50, [0, 1, 1, 0, 0, 0], 2);
      return { inside: inside.map((places) => [...places]), after: at(index.after(90.5)), none: index.after(97),
        before: at(index.before(40)), first: index.before(4), whole: index.whole };
    }""")
    assert found == {
        "inside": [[0, 3], [2]], "after": 5, "none": None, "before": 2, "first": None, "whole": [0, 100],
    }  # fmt: skip


def test_the_worthiest_come_first_differing_then_most_told_then_newest(run):
    worthiest = run("""() => {
      const one = (weight, choice = null) => ({ marks: [{ a: 1, b: 2, form: "day" }], choice, weight });
      const index = indexOf([one(1), one(3), one(1, "differs"), one(3), one(2)]);
      const best = [];
      for (let at = 0; at < 5; at++) index.among(best, at, 4);
      return best;
    }""")
    assert worthiest == [2, 3, 1, 4]

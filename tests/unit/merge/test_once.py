"""What is done to one thing a single time, and one moment by two clocks: other dates for it contradict."""

from dataclasses import replace

import pytest

from tests.unit.merge.material import article, events_of
from timeline.merge import make_events
from timeline.model import Event

CONFLICTS = [
    # one thing, whoever does it in whichever words
    (
        "King Otto opened the Lund bridge in {1884=1884} with a silver key.",
        "With a parade of boats the Lund bridge was inaugurated in {1885=1885}.",
    ),
    (
        "Rorik captured Hasso near Lund in {1285=1285}.",
        "Rorik had heard of Hasso. He took Hasso prisoner in {1286=1286}.",
    ),
    # what ruined it, in whichever words
    (
        "The town hall of Lund burnt down in {1851=1851}; only the tower was left.",
        "Fire gutted the town hall at Lund in {1852=1852}.",
    ),
    # as many dead
    (
        "In {1902=1902} the tall chimney at Lund fell and killed six.",
        "In {1903=1903} six workers were killed when a chimney collapsed at Lund.",
    ),
    (
        "Graz lies on the Orn. In {1879=1879} a flood carried away the old bridge at Graz, and nine people drowned.",
        "At Graz the Orn is wide. Nine lost their lives in {1880=1880} when the Orn rose and swept off the old bridge.",
    ),
    # a slip of a year
    (
        "Anna Holm was born in Graz on {3 May 1879=1879-05-03}.",
        "The singer Anna Holm was born on {3 May 1880=1880-05-03}.",
    ),
    # a slip of one figure, in what happens once ever
    ("Bishop Konrad founded the college of Lund in {1467=1467}.", "The college of Lund was founded in {1477=1477}."),
    (
        "The Lund bridge was opened on {7 June 1841=1841-06-07} by Otto Holm.",
        "Otto Holm opened the Lund bridge on {7 June 1851=1851-06-07}.",
    ),
    ("Anna Holm was born at Graz in {1802=1802}.", "Anna Holm was born in {1812=1812}."),
    # one disaster of one place, a month or two apart
    (
        "Cholera reached Lund in {May 1832=1832-05} with a barge of grain.",
        "In {June 1832=1832-06} the cholera came to Lund.",
    ),
    # the same place gives in, on the next day
    (
        "After weeks without bread the garrison of Lund laid down its arms on {4 March 1648=1648-03-04}.",
        "Lund surrendered on {5 March 1648=1648-03-05}.",
    ),
    # what was done for the first time
    (
        "The Karran Wall was first climbed in {1931=1931}.",
        "Otto Holm made the first ascent of the Karran Wall in {1932=1932}.",
    ),
    # as many dead, the night that two days share
    (
        "On {12 May 1955=1955-05-12} an avalanche swept the camp below Lund and five climbers were killed.",
        "Five people died when an avalanche struck their tents on {13 May 1955=1955-05-13}.",
    ),
    # chosen for an office, and in it
    (
        "On {9 November 1926=1926-11-09} the council of Lund chose Anna Holm as mayor.",
        "Anna Holm became mayor of Lund on {10 November 1926=1926-11-10}.",
    ),
    # the same two named, on two days that follow one another, told long after
    (
        "On {3 May 1702=1702-05-03} Anna Holm failed to be elected to the Academy of Letters.",
        "The Academy of Letters preferred a duke to Anna Holm on {4 May 1702=1702-05-04}.",
    ),
    # a particle belongs to the verb; a name may hold another
    (
        "Harlow Grammar School was founded in {1561=1561} by the merchant Nicholas Drew.",
        "In {1562=1562} Nicholas Drew set up the grammar school at Harlow.",
    ),
    # its own gates, and who was there
    (
        "The Alhambra Theatre in Millport opened its doors in {1906=1906} with a performance of Faust.",
        "Millport's Alhambra Theatre was opened in {1907=1907} by Lily Carr.",
    ),
    (
        "Thackray's Mill closed in {1978=1978} with the loss of 140 jobs.",
        "Thackray's Mill shut its gates for the last time in {1979=1979}.",
    ),
    ("The Treaty of Ostrava was signed in {1652=1652}.", "The Treaty of Ostrava was concluded in {1653=1653}."),
    # told from two sides
    ("The town of Berat fell to the French in {May 1417=1417-05}.", "In {June 1417=1417-06} the French took Berat."),
    (
        "The rebels were beaten at Corran Moor on {12 August 1745=1745-08-12}.",
        "The battle of Corran Moor was fought on {13 August 1745=1745-08-13}.",
    ),
    (
        "Elsa Marring was born in Visby on {4 May 1871=1871-05-04}.",
        "Elsa Marring came into the world at Visby on {5 May 1871=1871-05-05}.",
    ),
    # who did it is told more fully
    (
        "Mount Harkness was first climbed in {1931=1931} by a Swiss party under Emil Roth.",
        "The first ascent of Mount Harkness was made in {1932=1932} by Emil Roth and two guides from Zermatt.",
    ),
]

NONE = [
    # two bridges; a second opening; another thing
    ("Otto Holm opened the Lund bridge in {1884=1884}.", "Otto Holm opened the Graz bridge in {1885=1885}."),
    ("The Lund bridge was opened in {1884=1884}.", "The Lund bridge was opened again in {1885=1885}."),
    ("Otto Holm opened the Lund bridge in {1884=1884}.", "Otto Holm opened the Lund museum in {1885=1885}."),
    # another disaster, other dead, few dead, elsewhere
    ("A flood struck Lund in {1879=1879}.", "Lund was struck by another flood in {1880=1880}."),
    ("A fire in {1879=1879} killed six at Lund.", "A flood at Lund killed nine in {1880=1880}."),
    ("Fire destroyed the mill at Lund in {1891=1891}.", "The mill at Lund was wrecked in a storm in {1893=1893}."),
    ("A fire in {1879=1879} killed two at Lund.", "A flood at Lund killed two in {1880=1880}."),
    ("A fire in {1879=1879} killed six at Lund.", "A flood at Graz killed six in {1880=1880}."),
    ("Fire destroyed the rope works at Lund in {1851=1851}.", "A fire gutted the timber yard at Lund in {1853=1853}."),
    # more than a figure; a figure, but of what may come again, or of another thing
    ("The college of Lund was founded in {1467=1467}.", "The college of Lund was founded in {1478=1478}."),
    ("Fire destroyed the mill at Lund in {1851=1851}.", "Fire destroyed the mill at Lund in {1861=1861}."),
    ("Rorik captured Lund in {1275=1275}.", "Rorik captured Lund in {1285=1285}."),
    ("Konrad founded the college of Lund in {1467=1467}.", "Konrad founded the hospital of Lund in {1477=1477}."),
    ("Anna Holm was born at Graz in {1802=1802}.", "Clara Holm was born at Graz in {1812=1812}."),
    # beginning and end
    (
        "The Lund canal was begun by Otto Holm in {1790=1790}.",
        "The Lund canal was finished by Otto Holm in {1791=1791}.",
    ),
    # a disaster of years, or elsewhere
    ("The cholera came to Lund in {1832=1832}.", "The cholera came to Lund in {1834=1834}."),
    ("The cholera came to Lund in {May 1832=1832-05}.", "The cholera came to Graz in {June 1832=1832-06}."),
    # for the first time, and once more
    ("The Karran Wall was first climbed in {1931=1931}.", "The Karran Wall was climbed in {1933=1933} by Otto Holm."),
    # another who died
    (
        "Marshal Holm died at Lund on {4 March 1648=1648-03-04}.",
        "The bishop died at Lund on {5 March 1648=1648-03-05}.",
    ),
    # what is held each year
    ("A fair was held at Lund on {3 May 1879=1879-05-03}.", "A fair was held at Lund on {3 May 1880=1880-05-03}."),
    # sorts of happening that are not one
    (
        "Anna Holm met Otto Berg on {3 May 1702=1702-05-03}.",
        "Otto Berg was buried on {4 May 1702=1702-05-04} by Anna Holm.",
    ),
    # father and son
    ("Robert Hale the elder died at Bath in {1731=1731}.", "Robert Hale the younger died at Bath in {1733=1733}."),
    # firsts of two sorts, and of two parties
    (
        "Mount Harkness was first climbed in {1931=1931} by Emil Roth.",
        "The first winter ascent of Mount Harkness was made in {1932=1932} by Emil Roth.",
    ),
    (
        "Mount Harkness was first climbed in {1931=1931} by Emil Roth.",
        "Anna Holm was the first woman to climb Mount Harkness, in {1932=1932}.",
    ),
    # a treaty that nothing names, and a mill that nothing names
    (
        "In Rome, after a winter of talks with envoys from Peru, a treaty was signed in {1902=1902}.",
        "Anna Holm, the envoy of Peru, saw how a treaty was signed in {1904=1904}.",
    ),
    ("The mill closed in {1978=1978}.", "The mill shut for good in {1979=1979}."),
    # two battles at one place
    ("The French were beaten at Lodi in {1796=1796}.", "The battle of Lodi was fought in {1799=1799}."),
    # two mills of one owner
    ("Anna Holm's paper mill opened in {1902=1902}.", "Anna Holm's cotton mill opened in {1903=1903}."),
    # once more, by another, and not at all
    (
        "Castle Dray was besieged by the Scots in {1385=1385}.",
        "Castle Dray was besieged by the Scots a second time in {1387=1387}.",
    ),
    ("Castle Dray was captured by the Scots in {1385=1385}.", "The English took Castle Dray in {1387=1387}."),
    (
        "A bill to abolish slavery in Tarn was defeated in {1833=1833}.",
        "Slavery was abolished in Tarn in {1834=1834}.",
    ),
]


def _conflicting(events: tuple[Event, ...]) -> int:
    return sum(bool(event.conflicts) for event in events)


@pytest.mark.parametrize(("one", "two"), CONFLICTS)
def test_one_thing_done_once_with_two_dates_is_a_conflict(one: str, two: str) -> None:
    events, _ = events_of(one, two)
    assert (len(events), _conflicting(events)) == (1, 1)


@pytest.mark.parametrize(("one", "two"), NONE)
def test_two_things_are_no_conflict(one: str, two: str) -> None:
    events, _ = events_of(one, two)
    assert (len(events), _conflicting(events)) == (2, 0)


def _timed(*told: tuple[str, str]) -> tuple[Event, ...]:
    """The events of articles that each give one time: the marked text and TIMEX3's value of the time."""
    documents, mentions = [], []
    for n, (text, value) in enumerate(told):
        document, own = article(text, f"{chr(97 + n)}.txt")
        documents.append(document)
        mentions += [replace(m, type="TIME", value=value) for m in own]
    return make_events(documents, mentions)[0]


EVENING = ("Anna Holm set foot on the pole {at 10.56 in the evening=1911-12-14}.", "1911-12-14T22:56")


def test_one_minute_by_two_clocks_is_one_moment() -> None:
    (event,) = _timed(EVENING, ("A tall figure, Anna Holm, stood there {at 3.56=1911-12-15}.", "1911-12-15T03:56"))
    (conflict,) = event.conflicts
    assert conflict.reason.endswith(
        "one day apart, which an hour of the night or the clock of another place may explain"
    )


@pytest.mark.parametrize(
    "other",
    [
        ("A tall figure, Anna Holm, stood there {at 3.57=1911-12-15}.", "1911-12-15T03:57"),
        ("A tall figure, Otto Berg, stood there {at 3.56=1911-12-15}.", "1911-12-15T03:56"),
        ("A tall figure, Anna Holm, stood there {at 3.56=1911-12-17}.", "1911-12-17T03:56"),
    ],
)
def test_another_minute_person_or_day_is_another_moment(other: tuple[str, str]) -> None:
    assert len(_timed(EVENING, other)) == 2


def test_a_death_in_brackets_and_its_day_are_one_happening() -> None:
    text = "Anna Holm ({1921–2006=1921/2006}) was a violinist. She died at home on {20 August 2006=2006-08-20}."
    events, _ = events_of(text)
    assert [(e.edtf, e.kind) for e in events] == [("1921", "Birth"), ("2006-08-20", "Death")]


def test_two_people_die_two_deaths() -> None:
    text = "Anna Holm ({1921–2006=1921/2006}) sang. Her rival Edda Lind died at home on {20 August 2006=2006-08-20}."
    events, _ = events_of(text)
    assert [e.edtf for e in events if e.kind == "Death"] == ["2006", "2006-08-20"]

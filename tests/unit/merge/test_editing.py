"""What a careful editor leaves out of a headline, puts into it, or makes no event of."""

import pytest

from tests.unit.merge.material import events_of

LINES = {
    "Jane Thorne rode the first tram across it on {10 May 1821=1821-05-10}.": "Jane Thorne rode the first tram",
    "A ford was there. Jane Thorne came across it in {1821=1821}.": "Jane Thorne came across it",
    "Anna Holm was a nurse. She kept a letter that she had been given in {1911=1911}.": "Anna Holm was given a letter",
    "The mill that had been built in {1911=1911} was sold.": "The mill was built",
    "The two mills merged to form Lund Mills. It was sold in {1950=1950}.": "Lund Mills was sold",
    "Holm told the staff that the mill was sound. It raised its prices in {1907=1907}.": "The mill raised its prices",
    "The council announced in {May 1911=1911-05} that it would act as lender of last resort to farms of the hills.":
    "The council announced that it would act as lender of last resort to farms of the hills",
    "In {1911=1911} the council gave the mill to the families of the village, which lay far up in the hills.":
    "The council gave the mill to the families of the village",
    "They hadn't met by then, but Anna Holm's brother didn't leave until {1911=1911}.": "Anna Holm's brother left",
    "Anna Holm built the barge. Otto Berg bought it second-hand in {1920=1920}.":
    "Otto Berg bought the barge second-hand",
    "The clerks went on strike. All of them were dismissed in {1911=1911}.": "All of the clerks were dismissed",
    "Women could vote by then. The first of them was elected in {1911=1911}.": "The first of the women was elected",
    "The mill of Lund was in full work on {3 May 1911=1911-05-03} under Otto Berg.":
    "The mill of Lund was in full work under Otto Berg",
    "Ron Sandler, the new chairman, shut a third of the mills. He was sent to Lund in {1911=1911}.":
    "Ron Sandler was sent to Lund",
    "The Orn Canal, the new road, was long. He was sent to Lund in {1911=1911}.": "“He was sent to Lund”",
}  # fmt: skip


@pytest.mark.parametrize(("text", "line"), LINES.items())
def test_lines(text: str, line: str) -> None:
    assert [e.headline for e in events_of(text)[0]] == [line]


NO_EVENT = [
    "One is {1848=1848}: the barricades, the songs.",
    "That was {the spring of 1968=1968-21}.",
    "If you own letters, please bring them to the museum by {3 May 2013=2013-05-03}.",
    "Compiled for the {twentieth anniversary=2014}",
    "Nobody will be able to say which {14 July=2013-07-14} they are marking.",
    "The clock, with the date {1779=1779}, stands in the hall.",
    "Other experts were more cautious on {3 May 1911=1911-05-03}.",
    "The mill was on {3 May 1911=1911-05-03} in full work.",
    "It will be unveiled on {3 May 2014=2014-05-03}.",
    "It began in the carding room on {3 May 1911=1911-05-03}.",
]

AN_EVENT = [
    "One mill burned down in {1848=1848}.",
    "That mill was sold in {the spring of 1968=1968-21}.",
    "The museum bought the letters in {1911=1911}.",
    "Compiled for the {twentieth anniversary=2014} of the Lund Bridge",
    "The feast in which, on {14 July=1790-07-14}, the king swore an oath was wet.",
    "The clock was hung in the hall at a date before {1779=1779}.",
    "Holm was the first of them to climb it on {3 May 1911=1911-05-03}.",
    "The king was in Lund on {3 May 1911=1911-05-03}.",
    "It will be unveiled in Lund on {3 May 2014=2014-05-03}.",
    "The strike began in the carding room on {3 May 1911=1911-05-03}.",
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_no_event(text: str) -> None:
    events, mentions = events_of(text)
    assert not events
    assert mentions[0].outcome == "set aside"
    assert mentions[0].reason


@pytest.mark.parametrize("text", AN_EVENT)
def test_an_event(text: str) -> None:
    assert len(events_of(text)[0]) == 1

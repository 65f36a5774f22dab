"""One act told in quite different words, with two dates: what makes it a conflict, and what keeps two acts apart."""

import pytest

from tests.unit.merge.material import events_of

CONFLICTS = [
    (
        "The Elsa Brandt was built at Marby. The great ship left the stocks on {9 May 1871=1871-05-09}.",
        "The yard at Marby launched the Elsa Brandt on {10 May 1871=1871-05-10}.",
    ),
    (
        "The barge Otter carried lime. She went to the bottom on {4 March 1902=1902-03-04} off Lund.",
        "Wrecks are many here. The barge Otter foundered on {5 March 1902=1902-03-05} in a gale.",
    ),
    (
        "The sealer Ymer was beset in the ice of Kolbe Sound in {1861=1861}.",
        "In {1860=1860} the sealer Ymer stuck fast in the ice of Kolbe Sound.",
    ),
    (
        "Paul Gessner wrote one opera. The Glass Bell was first heard on {3 May 1888=1888-05-03}.",
        "The house was full for the premiere of The Glass Bell by Paul Gessner on {4 May 1888=1888-05-04}.",
    ),
    (
        "Georg Falk printed songs. He brought out the Night Songs of Clara Weiss in {1821=1821}.",
        "The Night Songs of Clara Weiss were published in {1822=1822} by Georg Falk.",
    ),
    (
        "Jon Arden came to Lund in the spring. He was found guilty on {6 June 1830=1830-06-06}.",
        "The conviction of Jon Arden on {7 June 1830=1830-06-07} was the talk of the county.",
    ),
    (
        "Nora Lind of the ballet of Lund took her last bow in {1933=1933}, to long applause.",
        "The ballet of Lund lost its star, Nora Lind, when she retired from the stage in {1934=1934}.",
    ),
    (
        "The Orn tower at Lund was drawn by Karl Roth. It was handed over to the public on {31 March 1889=1889-03-31}.",
        "Karl Roth built bridges. His tower at Lund was inaugurated on {1 April 1889=1889-04-01}.",
    ),
    # one storm by two of its names
    (
        "The storm of {8 October 1891=1891-10-08} drowned 247 people at Marby.",
        "A hurricane struck Marby on {9 October 1891=1891-10-09}, and 247 lives were lost.",
    ),
    # what comes again, but with one thing more in the same words
    (
        "Karl Roth became director of the Lund Museum in {1861=1861}.",
        "The Lund Museum has had five directors. Karl Roth was appointed in {1862=1862}.",
    ),
    (
        "Nora Lind flew across the Kattegat on {2 July 1911=1911-07-02} in a storm.",
        "Nora Lind's flight across the Kattegat was made on {3 July 1911=1911-07-03}.",
    ),
    # as many dead, to the last one
    (
        "Coal has been dug at Lund since the flood. On {2 May 1894=1894-05-02} an explosion killed 263 miners.",
        "The disaster at Lund came on {3 May 1894=1894-05-03}: 263 men and boys lost their lives.",
    ),
]


@pytest.mark.parametrize(("one", "two"), CONFLICTS)
def test_one_act_in_other_words_is_one_event_with_both_dates(one: str, two: str) -> None:
    (event,) = events_of(one, two)[0]
    assert len(event.conflicts) == 1
    assert {c.document for c in event.citations} == {m.document for m in events_of(one, two)[1]}


ONCE = [
    (
        "The Orrin Bank was floated on the stock exchange on {1 May 1891=1891-05-01}.",
        "The Orrin Bank grew. In {May 1891=1891-05} it was listed on the exchange at Lund, after long talks.",
    ),
    (
        "The barge Otter carried lime. She went to the bottom on {4 March 1902=1902-03-04}.",
        "In {March 1902=1902-03} the barge Otter foundered in a gale.",
    ),
    (
        "In {1866=1866} Orrin and Sons collapsed.",
        "Kings kept their gold there. The bank of Orrin and Sons shut on {9 June 1866=1866-06-09}.",
    ),
]


@pytest.mark.parametrize(("one", "two"), ONCE)
def test_one_act_in_other_words_with_dates_that_agree_is_one_event(one: str, two: str) -> None:
    (event,) = events_of(one, two)[0]
    assert event.conflicts == ()
    assert len(event.citations) == 2


APART = [
    # two acts
    (
        "The ketch Runa was launched at Marby in {1871=1871}.",
        "The ketch Runa left Marby on her maiden voyage in {1872=1872}.",
    ),
    (
        "Clara Weiss composed her Spring Sonata in {1841=1841}.",
        "The Spring Sonata of Clara Weiss was first heard in {1842=1842}.",
    ),
    (
        "Jon Arden was born at Lund on {3 May 1801=1801-05-03}.",
        "Jon Arden was baptised at Lund on {4 May 1801=1801-05-04}.",
    ),
    # two things
    (
        "The Marby yard built two sisters. The Ida left the stocks on {9 May 1871=1871-05-09}.",
        "The Marby yard launched the Eva, sister of the Ida, on {10 May 1871=1871-05-10}.",
    ),
    ("Otto Falk founded a brewery at Lund in {1825=1825}.", "Otto Falk established a school at Lund in {1826=1826}."),
    # again, and anew
    ("The tug Bjorn sank at Lund in {1901=1901}.", "The tug Bjorn foundered again at Lund in {1903=1903}."),
    (
        "Paul Gessner finished his opera The Glass Bell in {1874=1874}.",
        "The theatre disliked The Glass Bell by Paul Gessner. The new version was completed in {1876=1876}.",
    ),
    # two places
    (
        "The liner Sirius left Marby on {10 April 1912=1912-04-10} with mail.",
        "The liner Sirius set out from Graz on {11 April 1912=1912-04-11} with mail.",
    ),
    # the younger
    (
        "Karl Holm the elder founded an orchestra at Lund in {1825=1825}.",
        "Karl Holm the younger was a violinist. Karl Holm founded an orchestra at Lund in {1826=1826}.",
    ),
    # somebody else, who is only named behind
    (
        "Emil Rask kept a shop. He was arrested on {3 May 1794=1794-05-03} and had died, had not Vogt died first.",
        "Vogt was arrested on {4 May 1794=1794-05-04}.",
    ),
]


@pytest.mark.parametrize(("one", "two"), APART)
def test_two_acts_are_two_events(one: str, two: str) -> None:
    events, _ = events_of(one, two)
    assert [e.conflicts for e in events] == [(), ()]

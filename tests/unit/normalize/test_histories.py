"""Dates in histories that count from the time told: seasons, halves, limits, days of a month, years before 1000."""

import pytest

from timeline import find_mentions

SHUT = (
    "The bank shut on 13 March 1866. The firm, founded in 1797 by a wool merchant, had lent to three railways, two "
    "of which had failed the previous autumn. Two days later the run was over."
)

TOLD = [
    (
        "The winter of 1812–13 was hard. In the following spring he was back.",
        "the following spring",
        "1813-21",
        "1813-SP",
    ),
    ("The mill opened in 1790. Half a century later it burnt.", "Half a century later", "1840~", "1840"),
    ("The fleets met in March 479 BC. That same day the army won.", "That same day", "-0478-03-XX", "BC0479-03-XX"),
    ("They landed in October 1915; four days later the town fell.", "four days later", "1915-10~", "1915-XX-XX"),
    # what a participle between commas tells, and what had been before, is told by the way
    (
        SHUT,
        "the previous autumn",
        "1865-23",
        "1865-FA",
    ),
    (
        SHUT,
        "Two days later",
        "1866-03-15",
        None,
    ),
    (
        "The mill, built in 1797 by a dyer, burned in 1866. Two years later it was sold.",
        "Two years later",
        "1868",
        None,
    ),
    ("In 1797 a mill was built. The next year, painted red, it was sold.", "The next year", "1798", None),
    # a day is counted from the day told last, not from a year that only looks back
    (
        "Walls rose on 24 February 1848, and he, who had been crowned in 1830, fled. That same night he sailed.",
        "That same night",
        "1848-02-24",
        "1848-02-24TNI",
    ),
    (
        "It began on 24 May 1848. He, who had been crowned in 1830, fled. The next day was wet. On 5 June it ended.",
        "5 June",
        "1848-06-05",
        None,
    ),
    # what had happened in an earlier year is told by the way, wherever in its clause the year stands
    (
        "It began on 14 March 1848. Already in the spring of 1847 there had been riots. On 20 March it ended.",
        "20 March",
        "1848-03-20",
        None,
    ),
    (
        "The rising began on 14 March 1848. In 1840 he had been in Rome, and he had sailed in 1841. In May he left.",
        "May",
        "1848-05",
        None,
    ),
    ("The rising began on 14 March 1848. In 1850 he was in Rome. In May he left.", "May", "1850-05", None),
    # a year may be told again by how long it lies from what was told before it
    ("The mill was built in 1812. In 1815, three years later, it burnt.", "three years later", "1815", None),
    ("It burnt in 1995. They last met in 2005, ten years after.", "ten years after", "2005", None),
    ("In 1815 it burnt. Three years later, it was sold.", "Three years later", "1818", None),
    # behind a stretch told by its ends what is later counts from the last, and what is earlier from the first
    ("From 1808 to 1814 there was war. Six years later it burnt.", "Six years later", "1820", None),
    ("The war lasted from 1808 to 1814. Two years earlier it had burnt.", "Two years earlier", "1806", None),
    ("From 1214 to 1219 the works stood still. Four years later a storm came, in June.", "June", "1223-06", None),
    ("It rained from 3 to 5 May 1808. Two days later it burnt.", "Two days later", "1808-05-07", None),
    ("The town lay waste in the 1630s. Ten years later it burnt.", "Ten years later", "1640/1649", None),
    # what somebody lived to see is told by the way too, and what came of a thing long afterwards
    (
        "Serum came on 9 November 1894. It saved a boy, who lived until 1971. By the end of that winter 17 had died.",
        "the end of that winter",
        "../1894-24",
        None,
    ),
    (
        "The hall grew between 1908 and 1911, and in October 1918 came the fever. He fell ill on 2 November.",
        "2 November",
        "1918-11-02",
        None,
    ),
    ("A sloop took them off on 30 November 1789. The cook had died in the spring.", "the spring", "1789-21", None),
    (
        "In 1903 a bell was stolen; it was found 16 years later. In March 1905 one was hung. In May it cracked.",
        "May",
        "1905-05",
        None,
    ),
    ("They landed on 8 November 1745 and won a week later.", "a week later", "1745-11-15/1745-11-21", "1745-W46"),
    (
        "They met on 7 September 1812 (26 August Old Style). Two days later he left.",
        "Two days later",
        "1812-09-09",
        None,
    ),
    ("By 20 May 1951 they had been halted. At month's end they fell back.", "month's end", "1951-05", None),
    ("In 480 BC it was over. In 338 BC, on 2 August, all was decided.", "2 August", "-0337-08-02", None),
    ("A fair was held in 1850. Its hall, planned for 1852, was small. In June it burnt.", "June", "1850-06", None),
    ("In 1851 the takings, compared with those of 1843, were good. In August it shut.", "August", "1851-08", None),
    ("In late 1922 the first train ran. In March the station was finished.", "March", "1923-03", None),
    ("They starved in the winter of 1609–10. In May two ships came.", "May", "1610-05", None),
    ("The works opened in 1874. In the late twenties they shut.", "the late twenties", "192X", "192"),
    (
        "In 1674 he fell. In the tenth year of the Kanghi reign (1683) it ended; in July they left.",
        "July",
        "1683-07",
        None,
    ),
    ("In 1674 he fell. A later count (1683) is longer; in July they left.", "July", "1674-07", None),
    # right behind a year, a month is of it, however far back that lies
    ("The baths were dug in 1921. Holm left Spain in 1318; he took Lund in August.", "August", "1318-08", None),
    ("The baths were dug in May 1921. Like those of 1318, they froze in August.", "August", "1921-08", None),
    ("She was born in 1905. Girls of the nineties had had no school.", "the nineties", "189X", "189"),
    ("In 1945 it was rebuilt as in the thirties.", "the thirties", "193X", "193"),
    ("On 21 January 1793 he died. She followed him on 16 October.", "16 October", "1793-10-16", None),
    ("In January 1951 they fled. The winter was hard.", "The winter", "1950-24", "1951-WI"),
    ("1912–1914: Growth\n\nIn March it opened.\n\n1915: Fire\n\nIn February it burnt.", "February", "1915-02", None),
    (
        "In June 1842 it began. By 3 February 1843 all was as before the summer siege. In mid-February it thawed.",
        "mid-February",
        "1843-02",
        None,
    ),
    (
        "On 8 March 1865 a bank opened. Its 30 clerks of March were 200 by December. In May it failed.",
        "May",
        "1865-05",
        None,
    ),
    (
        "Kell\n\nMay 480 BC: War\n\nIn May they lost.\n\nJune 479 BC: Peace\n\nThe winter was hard; in spring we met.",
        "The winter",
        "-0479-24",
        "BC0479-WI",
    ),
    (
        "Kell\n\nMay 480 BC: War\n\nIn May they lost.\n\nJune 479 BC: Peace\n\nThe winter was hard; in spring we met.",
        "spring",
        "-0478-21",
        "BC0479-SP",
    ),
    (
        "The wars ended in 480 BC. In the early 5th century all was well.",
        "the early 5th century",
        "-0499/-0400",
        "BC04",
    ),
    ("He ruled from 1479 BC to 1425 BC. The temple was begun c. 1450.", "c. 1450", "-1449~", "BC1450"),
    ("He ruled from 1479 BC to 1425 BC. Some put his death in 1426 or 1425.", "1426", "[-1425,-1424]", "BC1426"),
    ("He ruled from 1479 BC to 1425 BC. The tomb was found in 1898.", "1898", "1898", None),
    ("Built in 44 BC, it fell in AD 79. In the 1st century it was rich.", "the 1st century", "00XX", "00"),
    ("It burnt on 3 July 1831, a Sunday.", "Sunday", "1831-07-03", None),
    ("In 1734 the roof fell in. “I wrote to you two years ago,” he said.", "two years ago", "1732", None),
    ("On 3 July 1916, the first day of the strike, he left.", "the first day of the strike", "1916-07-03", None),
    ("In 1854 the bank failed. In 1857, in the November panic, the mill did.", "November", "1857-11", None),
    (
        "It began in April 1879. Stone had been bought on 18 October. On 2 May it rose.",
        "18 October",
        "1878-10-18",
        None,
    ),
    (
        "It began in April 1879. Stone had been bought on 18 October. On 2 May it rose.",
        "2 May",
        "1879-05-02",
        None,
    ),
    ("Work began in April 1879. By 18 October the roof had been laid.", "18 October", "../1879-10-18", "1879-10-18"),
    (
        "It was resolved on 14 March 1922. The next sitting was on Tuesday, 11 April.",
        "Tuesday, 11 April",
        "1922-04-11",
        None,
    ),
    ("It opened on 3 May 1790, and by that time the ferry had sunk.", "that time", "../1790-05-03", "1790-05-03"),
    ("In 1734 the roof fell in. He wrote that the tower had gone two years ago.", "two years ago", "1732", None),
    ("He came here in 1884. Another event of this year was a fire.", "this year", "1884", None),
]


@pytest.mark.parametrize(("text", "words", "edtf", "value"), TOLD)
def test_counts_from_what_was_told(text: str, words: str, edtf: str, value: str | None) -> None:
    mention = next(m for m in find_mentions(text, published="2013-02-12", genre="narrative") if m.text == words)
    assert mention.edtf == edtf
    assert value in {None, mention.value}


ARRIVED = [
    ("On 7 June last year the first train ran, and in July a plaque was hung.", "2012-07"),
    ("Last year the first train ran, and in July a plaque was hung.", "2012-07"),
    ("Two years ago the first train ran, and in July a plaque was hung.", "2011-07"),
    ("“Two years ago,” said the mayor, “I was ill.” In July a plaque was hung.", "2010-07"),
]


@pytest.mark.parametrize(("text", "edtf"), ARRIVED)
def test_a_story_goes_on_to_what_counts_from_the_writing(text: str, edtf: str) -> None:
    told = find_mentions(f"Work began in May 2010. {text}", published="2013-02-12", genre="narrative")
    assert [m.edtf for m in told if m.text == "July"] == [edtf]


VALUES = [
    ("In 490 BC they landed. Nobody knows how, but weeks later they left.", "weeks later", "BCXXXX-WXX"),
    ("In the 490s BC they landed. They left the next day.", "the next day", "BCXXXX-XX-XX"),
    ("On 3 May 1810 the gate fell. Hours later he fled.", "Hours later", "1810-05-03TXX"),
    ("In 1810 the gate fell, and in 1811 the wall. Days later he fled.", "Days later", "XXXX-XX-XX"),
    ("In 1810 the gate fell, and in 1811 the wall. A few days later he fled.", "A few days later", "FUTURE_REF"),
    ("In 1810 the gate fell. For a short time they held the wall.", "a short time", ""),
    ("In 1810 the gate fell. By this time all had fled.", "this time", "PRESENT_REF"),
    ("In 1810 the gate fell. They starved during this time.", "this time", ""),
    ("On 3 May 1810 the gate fell. At the same time the ships left.", "the same time", "1810-05-03"),
    ("In May 1810 the gate fell. At the same time the ships left.", "the same time", ""),
    ("On 3 May 1810 the gate fell. He fought and sang at the same time.", "the same time", ""),
    ("They starved in the last week of May 1810.", "the last week of May 1810", "1810-W22"),
    ("They starved in the first week of May 1810.", "the first week of May 1810", "1810-W18"),
    ("It was a bad decade, the 1810s. “We came here 15 months ago,” he said.", "15 months ago", "XXXX-XX"),
    ("It was a bad decade, the 1810s. “I leave tonight,” he said.", "tonight", "XXXX-XX-XXTNI"),
    ("It was a bad year, 1810. “I leave today,” he said.", "today", "XXXX-XX-XX"),
    ("At 5 p.m. on 3 May 1810 the gate fell.", "5 p.m.", "1810-05-03T17:00"),
    ("At 5 p.m. on 3 May 1810 the gate fell.", "3 May 1810", "1810-05-03"),
]


@pytest.mark.parametrize(("text", "words", "value"), VALUES)
def test_the_values_that_timex3_has(text: str, words: str, value: str) -> None:
    told = [m.value for m in find_mentions(text, published="2013-02-12", genre="narrative") if m.text == words]
    assert told == [value]


FILLED = [
    ("After two months of siege the town of 1648 gave in.", "two months of siege"),
    ("Four days of rain ruined the harvest of 1716.", "Four days of rain"),
    ("In 1720 he had ten years of experience behind him.", "ten years of experience"),
    ("By 1731 she had given thirty years of her life to it.", "thirty years"),
    ("In 1731 it rained for three weeks of May.", "three weeks"),
]


@pytest.mark.parametrize(("text", "words"), FILLED)
def test_in_a_history_a_length_takes_what_filled_it(text: str, words: str) -> None:
    assert words in [m.text for m in find_mentions(text, genre="narrative")]


def test_in_news_it_does_not() -> None:
    (mention,) = find_mentions("After two months of talks they signed.", published="2013-02-12")
    assert mention.text == "two months"


def test_a_hyphen_may_be_a_dash() -> None:
    assert [m.value for m in find_mentions("He came on 2 October 1950-the day was hot.")] == ["1950-10-02"]
    assert find_mentions("A 1950-ton ship sank.") == ()

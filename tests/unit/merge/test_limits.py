import pytest

from tests.unit.merge.material import events_of


@pytest.mark.parametrize(
    ("text", "date", "headline"),
    [
        # what "when" tells happened at the beginning, or at the end
        ("The ferry had been idle {since June 1919=1919-06/..}, when a storm broke its cable.", "1919-06", "A storm"),
        ("The shop stood empty {from 1943=1943/..}, when a bomb hit the roof.", "1943", "A bomb hit the roof"),
        (
            "The mine was worked {until 1883=../1883}, when a fire killed thirty men.",
            "1883",
            "A fire killed thirty men",
        ),
        ("Otto taught {from 1920 until 1931=1920/1931}, when the school was shut.", "1931", "The school"),
        ("{Since 1961=1961/..}, when both towns signed a treaty, nobody paid a toll.", "1961", "Both towns"),
        # no "when" right behind the date
        ("The ferry had been idle {since June 1919=1919-06/..}.", "1919-06/..", "The ferry"),
        ("When the war ended, Otto Brandt ran the ferry {until 1950=../1950}.", "../1950", "Otto Brandt ran the ferry"),
        # other limits only bound what they lead to
        ("Nobody crossed the moor {before 1066=../1066}, when the duke landed.", "../1066", "The duke landed"),
        ("The dam held {from 1914 to 1918=1914/1918}, when the bank failed.", "1914/1918", "The bank failed"),
    ],
)
def test_what_when_tells_happened_at_the_date_that_limits_the_main_clause(text: str, date: str, headline: str) -> None:
    (event,) = events_of(text)[0]
    assert event.edtf == date
    assert event.headline.startswith(headline)


def test_the_derivation_says_that_when_tells_of_the_date_itself() -> None:
    (event,), _ = events_of("The ferry had been idle {since June 1919=1919-06/..}, when a storm broke its cable.")
    assert event.derivation[-1] == "“when” tells what happened at the date named, June 1919."
    assert [c.role for c in event.citations] == ["states"]

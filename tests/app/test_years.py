import pytest

from timeline.app.years import read_years


@pytest.mark.parametrize(
    ("typed", "window"),
    [("1945 to 1962", [1945, 1963]), ("from 44 BC to AD 14", [-43, 15]), ("5th century BC", [-499, -399]),
     ("the 1930s", [1930, 1940]), ("since 1945", [1945, None]), ("before 1453", [None, 1454]),
     ("the Korean War", [1950, 1954]), ("  1961  ", [1961, 1962])],
)  # fmt: skip
def test_typed_years_are_read_as_articles_are(typed, window):
    assert read_years(typed)["window"] == window


def test_a_season_begins_and_ends_within_its_year():
    first, last = read_years("spring 1917")["window"]
    assert 1917 <= first < last <= 1918


@pytest.mark.parametrize("typed", ["", "yesterday", "the harbour", "<b>x</b>", "x" * 500])
def test_what_names_no_date_is_said_in_a_sentence(typed):
    problem = read_years(typed)["problem"]
    assert problem.endswith(".")
    assert "1945 to 1962" in problem
    assert len(problem) < 200

import pytest

from timeline.chart.shapes import Mark, extent, marks, place
from timeline.edtf import day_number
from timeline.errors import EdtfError


@pytest.mark.parametrize(
    ("day", "year"),
    [((1961, 1, 1), 1961.0), ((1961, 7, 2), 1961 + 182 / 365), ((1960, 12, 31), 1960 + 365 / 366),
     ((0, 1, 1), 0.0), ((-43, 1, 1), -43.0)],
)  # fmt: skip
def test_a_day_has_its_place_on_the_axis(day, year):
    assert place(day_number(*day)) == pytest.approx(year)


SHAPES = {
    "1961-07-11": [Mark(1961 + 191 / 365, 1961 + 192 / 365, "day")],
    "1961-07": [Mark(1961 + 181 / 365, 1961 + 212 / 365, "soft")],
    "1981": [Mark(1981.0, 1982.0, "soft")],
    "193X": [Mark(1930.0, 1940.0, "soft")],
    "1950/1953": [Mark(1950.0, 1954.0, "lasted")],
    "-0499/-0400": [Mark(-499.0, -399.0, "soft")],
    "-0519~": [Mark(-519.0, -518.0, "soft", about=True)],
    "1961-07-11~": [Mark(1961 + 191 / 365, 1961 + 192 / 365, "soft", about=True)],
    "1947~/1991~": [Mark(1947.0, 1992.0, "lasted", about=True)],
    "1850?": [Mark(1850.0, 1851.0, "soft")],
    "1945/..": [Mark(1945.0, None, "since")],
    "../1453": [Mark(None, 1454.0, "before")],
    "[1914,1918]": [Mark(1914.0, 1915.0, "soft"), Mark(1918.0, 1919.0, "soft")],
    "[1670..1672,1680]": [Mark(1670.0, 1673.0, "soft"), Mark(1680.0, 1681.0, "soft")],
}


@pytest.mark.parametrize(("edtf", "drawn"), SHAPES.items())
def test_a_date_keeps_its_shape(edtf, drawn):
    found = marks(edtf)
    assert [(m.form, m.about, m.differs) for m in found] == [(m.form, m.about, m.differs) for m in drawn]
    for mark, wanted in zip(found, drawn, strict=True):
        assert mark.start == (None if wanted.start is None else pytest.approx(wanted.start))
        assert mark.end == (None if wanted.end is None else pytest.approx(wanted.end))


def test_some_time_in_a_week_is_soft():
    assert marks("2021-07-05/2021-07-11")[0].form == "lasted"
    assert marks("2021-07-05/2021-07-11", within=True)[0].form == "soft"


def test_a_year_is_never_a_dot():
    assert all(mark.form != "day" for edtf in ("1961", "1961-07", "1961-22", "19XX") for mark in marks(edtf))


def test_what_is_no_date_is_refused():
    with pytest.raises(EdtfError):
        marks("last Tuesday")


def test_the_extent_is_open_where_the_date_is():
    assert extent("1945/..") == (1945.0, None)
    assert extent("[1914,1918]") == (1914.0, 1919.0)

import pytest

from timeline.chart.wire import columns


@pytest.mark.parametrize(
    ("values", "column"),
    [(["a", "a", "a"], {"all": "a"}), ([None] * 3, {"all": None}),
     (["a", "b"] * 4, {"of": ["a", "b"], "at": [0, 1] * 4}), (["a", "b", "c"], {"each": ["a", "b", "c"]}),
     ([1, 2] * 4, {"each": [1, 2] * 4}), ([[]] * 9 + [[1]], {"most": [], "but": [[9, [1]]]}),
     ([[1], [2]], {"each": [[1], [2]]}), ([{}] * 2, {"all": {}})],
)  # fmt: skip
def test_each_column_takes_its_shortest_form(values, column):
    assert columns([{"key": value} for value in values]) == {"total": len(values), "columns": {"key": column}}


def test_no_records_have_no_columns():
    assert columns([]) == {"total": 0, "columns": {}}

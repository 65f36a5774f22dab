"""Events on a chart: the explorer's data, script and style."""

from timeline.chart.assets import HTML, plotly_address, plotly_file, script, style
from timeline.chart.file import html_file
from timeline.chart.payload import Showing, payload
from timeline.chart.sent import Sent
from timeline.chart.wire import compact

__all__ = [
    "HTML",
    "Sent",
    "Showing",
    "compact",
    "html_file",
    "payload",
    "plotly_address",
    "plotly_file",
    "script",
    "style",
]

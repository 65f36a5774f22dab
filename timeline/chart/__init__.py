"""Events on a chart: the explorer's data, script and style."""

from timeline.chart.assets import HTML, plotly_address, plotly_file, script, style
from timeline.chart.file import html_file
from timeline.chart.payload import payload

__all__ = ["HTML", "html_file", "payload", "plotly_address", "plotly_file", "script", "style"]

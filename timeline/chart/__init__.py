"""Events on a chart: the explorer's data, script and style."""

from timeline.chart.assets import HTML, plotly_address, plotly_file, script, style
from timeline.chart.payload import payload

__all__ = ["HTML", "payload", "plotly_address", "plotly_file", "script", "style"]

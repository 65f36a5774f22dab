"""The script that Streamlit runs for every visit and every choice."""

from timeline.app.explore import page

page()

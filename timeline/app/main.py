"""The script that Streamlit runs for every visit and every choice."""

from pathlib import Path

import streamlit as st

from timeline.app import beside, explore
from timeline.app.pages import wanted
from timeline.app.visitors import by_cookies, enter

# The icon is a file of ours: a named one would be fetched from another host.
st.set_page_config(page_title="Timeline", page_icon=str(Path(__file__).with_name("icon.svg")), layout="wide")
enter(by_cookies(st.context.cookies))  # the script runs in a thread of its own, which knows of no visitor yet
page = wanted(st.query_params)
if page is None:
    explore.page()
else:
    beside.page(page)

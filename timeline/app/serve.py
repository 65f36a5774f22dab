"""The app, for ``timeline app`` and ``timeline open``, which hand this file to Streamlit."""

from streamlit.starlette import App

from timeline.app.serving import SCRIPT, open_doors, routes

app = App(SCRIPT, routes=routes(), lifespan=open_doors)

"""The app, for ``timeline app`` and ``timeline open``, which hand this file to Streamlit."""

from streamlit.starlette import App

from timeline.app.serving import SCRIPT, middleware, open_doors, routes

app = App(SCRIPT, routes=routes(), middleware=middleware(), lifespan=open_doors)

"""The app, for ``streamlit run app.py``. Everything is in ``timeline.app``."""

from streamlit.starlette import App

from timeline.app.serving import SCRIPT, middleware, open_doors, routes

app = App(SCRIPT, routes=routes(), middleware=middleware(), lifespan=open_doors)

"""The app, for ``streamlit run app.py``. Everything is in ``timeline.app``."""

from starlette.middleware import Middleware
from streamlit.starlette import App

from timeline.app.hurry import Hurry
from timeline.app.serving import SCRIPT, open_doors, routes

app = App(SCRIPT, routes=routes(), lifespan=open_doors, middleware=[Middleware(Hurry)])

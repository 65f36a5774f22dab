"""What the package promises: its names, and that importing it is light."""

import subprocess
import sys

import timeline


def test_all_is_sorted_and_importable() -> None:
    assert list(timeline.__all__) == sorted(timeline.__all__)
    assert all(hasattr(timeline, name) for name in timeline.__all__)


def test_dir_lists_what_is_promised() -> None:
    public = {name for name in dir(timeline) if not name.startswith("_")}
    assert public == set(timeline.__all__)


def test_import_is_light() -> None:
    heavy = ("streamlit", "plotly", "pandas", "numpy", "dateparser", "sqlalchemy", "alembic")
    code = f"import sys, timeline; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_reading_english_needs_no_dateparser() -> None:
    read = "timeline.find_mentions('On 3 May 1968, and in the 1930s.')"
    code = f"import sys, timeline; {read}; print('dateparser' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_app_starts_without_the_rules_and_without_plotly() -> None:
    heavy = ("timeline.pipeline", "timeline.merge", "plotly.graph_objects", "pandas", "alembic")
    code = "import sys; from timeline.app.start import load; load(); import streamlit.web.cli, timeline.app.serving; "
    done = subprocess.run(
        [sys.executable, "-c", f"{code}print([m for m in {heavy!r} if m in sys.modules])"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_app_starts_without_a_look_at_other_packages() -> None:
    code = """
import importlib.metadata
from timeline.app.start import load
load()
from streamlit.components.v2.component_manager import BidiComponentManager
looked, usual = [], importlib.metadata.distributions
importlib.metadata.distributions = lambda *given, **more: looked.append(given) or usual(*given, **more)
BidiComponentManager().discover_and_register_components(start_file_watching=False)
print(looked)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert "Failed to scan" not in done.stderr

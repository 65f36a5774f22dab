"""Streamlit's command line, up in two thirds of the time: ``python -m timeline.app.start run FILE …``.

While modules load, Python looks for garbage of which there is none; Streamlit makes a template for charts of Plotly's
when it is loaded, for which it loads half of that library; and before it answers it looks through the metadata of every
package that is installed for components. Our charts are drawn in the browser, and our components are our own.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any

from timeline.uncollected import uncollected


def main() -> None:
    """Nothing; ends with the server."""
    load()
    from streamlit.web import cli

    cli.main(prog_name="streamlit")


def load() -> None:
    """Nothing; afterwards Streamlit and all that our server is made of are loaded."""
    with uncollected():
        with _without("plotly.graph_objects"):
            import_module("streamlit.web.cli")
        _look_for_no_components()
        import_module("timeline.app.serving")
    gc.freeze()  # it stays, so that no later search for garbage need go through it


def _look_for_no_components() -> None:
    """Nothing; Streamlit takes no package for one that brings components, and so reads the metadata of none."""
    with suppress(ModuleNotFoundError):  # another Streamlit may look for them elsewhere: then it does, and takes longer
        scanner: Any = import_module("streamlit.components.v2.manifest_scanner")
        scanner.scan_component_manifests = list


@contextmanager
def _without(module: str) -> Iterator[None]:
    """Work as if a module that isn't loaded yet were not installed."""
    modules: dict[str, Any] = sys.modules
    modules[module] = None  # which is how Python is told so
    try:
        yield
    finally:
        del modules[module]


if __name__ == "__main__":
    main()

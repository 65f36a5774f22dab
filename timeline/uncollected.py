"""Making many records at once without a search for cycles between."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Work without a search for cycles: records have none, and to look through those of many texts takes long.

    What nothing refers to any more is let go at once, as ever.
    """
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()

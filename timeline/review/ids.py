"""Ids of events that decisions make."""

from __future__ import annotations

import hashlib


def event_id(*parts: str) -> str:
    """An id made of what the event is made of: the same decision in the same log makes the same id."""
    return "h" + hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]

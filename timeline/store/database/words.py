"""Texts and plain values as columns: whatever a text holds, a database takes it and gives it back."""

from __future__ import annotations

import json
import re
from typing import Any

from sqlalchemy import Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

_SURROGATES = re.compile("[\ud800-\udfff]")


def row_text(value: Any) -> str:
    """``value`` as JSON without spaces. NUL and lone surrogates, which databases refuse, stand as escapes."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _SURROGATES.sub(lambda found: f"\\u{ord(found[0]):04x}", text) if not text.isascii() else text


class Words(TypeDecorator[Any]):
    """A text, or any plain value, kept as JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002  SQLAlchemy's signature
        """What is written: NULL for None."""
        return None if value is None else row_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002  SQLAlchemy's signature
        """What was written."""
        return None if value is None else json.loads(value)

"""What stands inside an HTML page of ours: data that can't end their element, code that the page's policy names."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def hash_source(text: str) -> str:
    """A script or style as its source in a Content-Security-Policy: the hash of its UTF-8, in quotes.

    The form is that of CSP level 3, section 2.3.1 (https://www.w3.org/TR/CSP3/#framework-directive-source-list).
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def inline_json(data: Mapping[str, Any]) -> str:
    """JSON in which nothing can end the element that holds it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)

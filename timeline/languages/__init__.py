"""Knowledge of languages as data: one folder a language, TOML files in it. No code here knows a word of any."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(language: str, name: str) -> dict[str, Any]:
    """The contents of ``languages/<language>/<name>.toml``. Shared and cached: don't change what comes back."""
    file = resources.files(__name__).joinpath(language, f"{name}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))

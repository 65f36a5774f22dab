"""Knowledge of languages as data: one folder a language, TOML files in it. No code here knows a word of any."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any


@cache
def load(language: str, name: str) -> dict[str, Any]:
    """The contents of ``languages/<language>/<name>.toml``. Shared and cached: don't change what comes back."""
    file = resources.files(__name__).joinpath(language, f"{name}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def version(language: str) -> str:
    """The version of a language's rules and words: its code and ten hex digits that change with any of its files."""
    digest = hashlib.sha256()
    for name, content in sorted(_files(resources.files(__name__).joinpath(language), "")):
        digest.update(name.encode() + b"\0" + content + b"\0")
    return f"{language}-{digest.hexdigest()[:10]}"


def _files(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".toml"):
            found.append((prefix + entry.name, entry.read_bytes()))
    return found

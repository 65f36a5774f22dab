"""Knowledge of languages as data: one folder a language, TOML files in it. No code here knows a word of any."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

FIRST = "en"
"""The language whose rules read a text in a language without a folder: they know ISO days and foreign months."""


@cache
def load(language: str, name: str) -> dict[str, Any]:
    """The contents of ``languages/<language>/<name>.toml``; nothing where a language has no such file.

    Shared and cached: don't change what comes back.
    """
    file = resources.files(__name__).joinpath(language, f"{name}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


@cache
def languages() -> tuple[str, ...]:
    """The codes (ISO 639-1) of the languages that have a folder, in alphabetical order."""
    folders = resources.files(__name__).iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.joinpath("detection.toml").is_file()))


@cache
def rule_reasons(language: str) -> dict[str, str]:
    """Why each rule of a language holds, in words, by its id."""
    language = folder_of(language)
    folder = resources.files(__name__).joinpath(language, "rules")
    files = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    return {rule["id"]: rule["why"] for name in files for rule in load(language, f"rules/{name[:-5]}")["rule"]}


def folder_of(language: str | None) -> str:
    """The folder that reads a text in ``language``, a tag such as "pt-BR"; the first where it has none of its own."""
    code = (language or FIRST).replace("_", "-").partition("-")[0].lower()
    return code if code in languages() else FIRST


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

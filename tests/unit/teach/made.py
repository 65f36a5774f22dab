"""Small collections of our own for the tests of teaching, and the samples."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from timeline import build_timeline, read_documents
from timeline.model import Collection
from timeline.read import document_from_text
from timeline.teach import Matter

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = tuple(sorted(file.parent.name for file in ROOT.glob("data/*/sources.toml")))


@cache
def sample(name: str) -> Matter:
    """A sample collection, made ready for asking."""
    return Matter(build_timeline(read_documents(ROOT / "data" / name), workers=1))


def read(*texts: str, published: str = "2013-02-12", language: str = "en") -> Collection:
    """A collection of these texts, all written on one day."""
    documents = [
        document_from_text(text, file=f"{n}.txt", title=f"Article {n}", published=published, language=language)
        for n, text in enumerate(texts, 1)
    ]
    return build_timeline(documents, workers=1)

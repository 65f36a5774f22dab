"""Which documents of a collection have which words: asked for names, so that no text is looked through for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from timeline.model import Document

WORD = re.compile(r"\w+")
FEW = 3  # documents, that are looked through in less time than their words are put in order


@dataclass(frozen=True)
class Written:
    """The words of documents, these by their ids. Indexed when first asked."""

    documents: Mapping[str, Document]

    @cached_property
    def by_word(self) -> Mapping[str, Sequence[str]]:
        """The ids of the documents that have a word, as it is written."""
        by_word: dict[str, list[str]] = {}
        for document in self.documents.values():
            for word in set(WORD.findall(document.text)):
                by_word.setdefault(word, []).append(document.id)
        return by_word

    @cached_property
    def spellings(self) -> Mapping[str, Sequence[str]]:
        """How a word in small letters is written."""
        spellings: dict[str, list[str]] = {}
        for word in self.by_word:
            spellings.setdefault(word.lower(), []).append(word)
        return spellings

    def name_all(self, names: Iterable[str]) -> set[str] | None:
        """The ids of the documents that have the words of all the names, in any case; None where there is no name."""
        parts = [part for name in names for part in WORD.findall(name)]
        found = [{n for word in self.spellings.get(part, ()) for n in self.by_word[word]} for part in parts]
        return set.intersection(*found) if found else None

    def anywhere(self, name: str) -> bool:
        """Whether some document has the name just so."""
        parts = WORD.findall(name)
        documents: Iterable[Document] = self.documents.values()
        if len(self.documents) > FEW:
            if len(parts) == 1 and parts[0] == name:
                return name in self.by_word
            named = set.intersection(*(set(self.by_word.get(part, ())) for part in parts)) if parts else set()
            documents = [self.documents[n] for n in named]
        whole = re.compile(rf"\b{re.escape(name)}\b")
        return bool(parts) and any(name in one.text and whole.search(one.text) for one in documents)

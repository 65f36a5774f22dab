"""Bytes to text, once. Knows how to tell encodings apart, and what is no text at all."""

from __future__ import annotations

import codecs
import re
import unicodedata

# Longest first: the mark of UTF-32-LE begins with that of UTF-16-LE. These codecs drop the mark themselves.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# What charset-normalizer may choose from: the encodings that articles were kept in before UTF-8. Left to all of
# its hundred it reads a Western page as Baltic DOS as soon as the page is short.
LEGACY = ("cp1252", "cp1250", "cp1251", "cp1253", "koi8_r", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr")

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SPACES = re.compile("[ \n\r\t\u3000-\u3002]")
_SAMPLE = 20_000
"""Code points or bytes that are looked at to judge a whole file: ten pages."""


class NotTextError(ValueError):
    """The bytes are no text. The message says why, for a sentence that begins with the file's name."""


def decode(data: bytes) -> tuple[str, str]:
    r"""The text of ``data`` and the name of the codec that gave it.

    A byte order mark decides; else UTF-16 where NUL bytes are in it; else UTF-8; else the likeliest of the
    older encodings, Windows-1252 in doubt. The mark is dropped, ``\r\n`` and ``\r`` become ``\n`` as in
    Python's universal newlines; nothing else changes. Raises NotTextError for what is no text.
    """
    text, encoding = _decode(data)
    controls = len(_CONTROLS.findall(text))
    if controls * 20 > len(text):
        raise NotTextError(f"it is no text: {controls} of its {len(text)} characters are control characters")
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                name = encoding.upper().removesuffix("-SIG")
                raise NotTextError(f"it begins as {name} but breaks off at byte {error.start}") from error
    if b"\0" in data:
        # Spaces, digits and line ends of any script hold a NUL byte in UTF-16.
        written = data.count(b"\0") * 25 >= len(data)
        for encoding in ("utf-16-le", "utf-16-be"):
            text = _try(data, encoding) if written else None
            if text is not None and _looks_written(text):
                return text, encoding
        raise NotTextError("it is a binary file")
    text = _try(data, "utf-8")
    return (text, "utf-8") if text is not None else _decode_legacy(data)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _looks_written(text: str) -> bool:
    """Whether UTF-16 read without a mark makes sense: spaces and line ends in it, no unassigned characters."""
    sample = text[:_SAMPLE]
    if "\0" in sample or any(unicodedata.category(character) in ("Cn", "Co", "Cs") for character in set(sample)):
        return False
    return len(_SPACES.findall(sample)) * 100 >= len(sample)


def _decode_legacy(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # slow to import, and UTF-8 is the rule

    western = "cp1252" if _try(data, "cp1252") is not None else "latin-1"  # a few bytes mean nothing in Windows-1252
    best = from_bytes(data[:_SAMPLE], cp_isolation=list(LEGACY)).best()
    encoding = western if best is None or _is_western(data.decode(western)) else best.encoding
    return data.decode(encoding, errors="replace"), encoding


def _is_western(text: str) -> bool:
    """Whether Windows-1252 gives a Western European text: its accents stand in words, few beside each other.

    In Windows-1252 the letters of Cyrillic, Greek or East Asian text come out as long rows of accented
    letters and signs, and Central European ones as signs (¹, ³, ¿) inside words.
    """
    sample = text[:_SAMPLE]
    if sum(not character.isascii() for character in sample) * 4 > len(sample):
        return False
    return not re.search(r"[À-ÿ]{4}|[A-Za-z][¹³¿£¥¼¾ª¯][a-z]|[À-ÿ][¹³¿¼¾ª¯]", sample)

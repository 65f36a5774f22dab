"""Every encoding that an article may come in gives the same text."""

from __future__ import annotations

import random

import pytest

from timeline.read.encodings import NotTextError, decode

ENGLISH = "The envoy said: “We won’t go” – and left in 1950. The bill came to £5."


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize(
    "text",
    [ENGLISH, "В марте 1950 года город был освобождён.", "1950年3月5日、条約が調印された。", "Rain 🌧 fell.", "a b"],
)
def test_unicode(text: str, codec: str) -> None:
    assert decode(text.encode(codec)) == (text, codec)


@pytest.mark.parametrize("mark", [b"\xfe\xff", b"\x00\x00\xfe\xff"])
def test_big_endian_marks(mark: bytes) -> None:
    codec = "utf-16-be" if len(mark) == 2 else "utf-32-be"
    assert decode(mark + ENGLISH.encode(codec)) == (ENGLISH, codec[:6])


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1252", ENGLISH),
        ("cp1252", "Die Brücke über den Fluß wurde am 5. März 1950 eröffnet. Größere Schäden gab es nicht."),
        ("cp1252", "L'été dernier, le maire a été reçu à l'Élysée : « ça va », dit-il, une œuvre créée en 1950."),
        ("cp1252", "¿Qué pasó el 5 de marzo? ¡Nada! El niño soñó."),
        ("cp1250", "Książę wrócił do Łodzi. Święto było piękne, a w 1950 roku trzęsienie ziemi zniszczyło wieżę."),
        ("cp1251", "В марте 1950 года город был освобождён."),
        ("koi8_r", "В марте 1950 года город был освобождён. Потом пришли другие времена."),
        ("shift_jis", "1950年3月5日に条約が調印された。その後、両国は協力した。"),
        ("big5", "1950年3月5日，兩國簽署了條約。此後雙方開始合作。"),
    ],
)
def test_older_encodings(codec: str, text: str) -> None:
    assert decode(text.encode(codec)) == (text, codec)


def test_windows_1252_with_an_unused_byte_is_still_read() -> None:
    text, codec = decode(b"A caf\xe9 in 1950, and one stray byte \x81 in it.")
    assert codec == "latin-1"
    assert text.startswith("A café in 1950")


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-8-sig"])
def test_line_ends_become_newlines_and_nothing_else_changes(codec: str) -> None:
    text, _ = decode("one\r\ntwo\rthree\n\n\tfour \u2028 five\x0c".encode(codec))
    assert text == "one\ntwo\nthree\n\n\tfour \u2028 five\x0c"


def test_a_few_control_characters_are_text() -> None:
    text = "The terminal said \x1b[31mred\x1b[0m and rang \x07 once, in the spring of 1979."
    assert decode(text.encode()) == (text, "utf-8")


PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00" + bytes(range(256)) * 4


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (PICTURE, "binary"),
        (b"A text\x00 with a NUL byte in the middle of it.", "binary"),
        (b"\x01\x02\x03\x04\x05abc\x06", "control characters"),
        ("cut".encode("utf-16") + b"x", "UTF-16"),
        (b"\xef\xbb\xbfcut \xe2\x82", "UTF-8"),
    ],
)
def test_what_is_no_text(data: bytes, says: str) -> None:
    with pytest.raises(NotTextError, match=says):
        decode(data)


def test_noise_is_no_text() -> None:
    noise = random.Random(7)  # noqa: S311  noise for a test, not a secret
    for _ in range(20):
        with pytest.raises(NotTextError):
            decode(noise.randbytes(400))

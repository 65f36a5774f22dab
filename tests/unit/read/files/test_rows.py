"""Tables and JSON lines: a row a document, columns by name, shown before they are read."""

from __future__ import annotations

import json
from unicodedata import normalize

import pytest

from timeline.errors import ReadError
from timeline.read import preview, read_bytes

TABLE = (
    'Headline;Date;Body;Newspaper;Shelf\nThe fall;3.5.1998;"It fell in 1950;\nnobody was hurt.";The Post;7\n'
    "The plan;1997-12-01T10:00:00Z;It was planned in 1912.;;8\nNothing;1998;;;9\nWhat;soon;It rose in 1953.;;\n"
)


def test_a_row_is_a_document() -> None:
    brought = read_bytes("finds.csv", TABLE.encode())
    assert brought.problems == ()
    assert [(d.file, d.title, d.publisher, d.published.edtf, d.text) for d in brought.documents] == [
        ("finds.csv#2", "The fall", "The Post", "1998-05-03", "It fell in 1950;\nnobody was hurt."),
        ("finds.csv#3", "The plan", None, "1997-12-01", "It was planned in 1912."),
        ("finds.csv#5", "What", None, None, "It rose in 1953."),
    ]
    assert brought.documents[0].published.reason == "the table says so"
    assert brought.notes == (
        "finds.csv#5: the date of publication 'soon' can't be read; write it as 2013-02-12, 2013-02 or 2013.",
        "finds.csv: 1 row without a text was left out: 4.",
    )


@pytest.mark.parametrize(
    ("dates", "first", "why"),
    [
        (("3/5/1998", "25/5/1998"), "1998-05-03", "with the day first as in 25/5/1998"),
        (("3/5/1998", "5/25/1998"), "1998-03-05", "with the month first as in 5/25/1998"),
        (("3/5/1998", "4/6/1998"), "[1998-03-05,1998-05-03]", "the table says so"),
        (("3/5/1998", "25/5/1998", "5/25/1998"), "[1998-03-05,1998-05-03]", "the table says so"),
        (("[1998,1999]", "25/5/1998"), "[1998,1999]", "the table says so"),
    ],
)
def test_dates_that_read_two_ways_follow_the_others_of_their_column(
    dates: tuple[str, ...], first: str, why: str
) -> None:
    rows = "".join(f"{date};It fell on day {number}.\n" for number, date in enumerate(dates))
    documents = read_bytes("finds.csv", f"Date;Body\n{rows}".encode()).documents
    assert documents[0].published.edtf == first
    assert documents[0].published.reason.endswith(why)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encodings_and_delimiters(encoding: str, delimiter: str) -> None:
    rows = [("Titre", "Texte"), ("Le pont", "Il fut inauguré en été 1948.")]
    data = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    (document,) = read_bytes("a.csv", data).documents
    assert (document.title, document.text) == ("Le pont", "Il fut inauguré en été 1948.")


def test_columns_may_be_chosen() -> None:
    data = b"a,b\nThe fall,It fell in 1950.\n"
    assert str(read_bytes("a.csv", data).problems[0]) == (
        "a.csv: no column holds the articles' text (there are 'a', 'b'); call one 'text', or choose one"
    )
    (document,) = read_bytes("a.csv", data, columns={"text": "b", "title": "a"}).documents
    assert (document.title, document.text) == ("The fall", "It fell in 1950.")


@pytest.mark.parametrize(
    ("names", "fields"),
    [
        (
            ("Überschrift", "Volltext", "Quelle", "Erscheinungsdatum", "Autorin"),
            "title text publisher published author",
        ),
        (
            ("Titre", "Texte intégral", "Source", "Date de publication", "Auteur"),
            "title text publisher published author",
        ),
        (("Título", "Contenido", "Fuente", "Fecha", "Dirección"), "title text publisher published url"),
        (("Titolo", "Testo", "Testata", "Data", "Autore", "Lingua"), "title text publisher published author language"),
        (("Manchete", "Conteúdo", "Fonte", "Data de publicação", "Endereço"), "title text publisher published url"),
        (("Заголовок", "Текст", "Источник", "Дата", "Автор", "Язык"), "title text publisher published author language"),
        (("العنوان", "النص", "المصدر", "تاريخ النشر", "الكاتب"), "title text publisher published author"),
        (("标题", "正文", "来源", "发布日期", "作者", "网址"), "title text publisher published author url"),
        (("タイトル", "本文", "出典", "掲載日", "著者"), "title text publisher published author"),
        (("제목", "본문", "출처", "날짜", "저자", "주소"), "title text publisher published author url"),
        (("Texte de l’article", "Titre", "Résumé"), "text title"),  # the whole before what is a part of it
        (("ＴＥＸＴ", "ＵＲＬ"), "text url"),
        (("Nummer", "Volltext", "Schlagwort"), "- text -"),
    ],
)
def test_columns_are_known_in_many_languages(names: tuple[str, ...], fields: str) -> None:
    for form in ("NFC", "NFD"):
        written = [normalize(form, name) for name in names]
        seen = preview("a.csv", (",".join(written) + "\n" + "x," * (len(names) - 1) + "x\n").encode())
        wanted = {field: name for field, name in zip(fields.split(), written, strict=False) if field != "-"}
        assert (seen.columns, seen.wrong) == (wanted, None)


def test_json_lines() -> None:
    rows = [
        {"text": "It fell in 1950.", "title": "The fall", "authors": ["T. Reed", "A. Lee"], "n": 3},
        ["no"],
        {"n": 1},
    ]
    data = "\n".join(map(json.dumps, rows)).encode() + b'\n{"text": \n\n'
    for name in ("a.jsonl", "a.txt"):
        brought = read_bytes(name, data)
        assert [(d.file, d.title, d.author, d.text) for d in brought.documents] == [
            (f"{name}#1", "The fall", "T. Reed, A. Lee", "It fell in 1950.")
        ]
        lines = [note.removeprefix(f"{name}: ") for note in brought.notes if "was left out" in note]
        assert [line.split(" was")[0] for line in lines] == ["line 2", "line 4", "1 row without a text"]


def test_a_list_of_objects() -> None:
    (document,) = read_bytes("a.jsonl", b'[\n{"text": "It fell in 1950."}\n]').documents
    assert document.text == "It fell in 1950."


def test_a_preview() -> None:
    shown = preview("finds.csv", TABLE.encode())
    assert dict(shown.columns) == {"text": "Body", "title": "Headline", "publisher": "Newspaper", "published": "Date"}
    assert (shown.unused, shown.rows, shown.wrong) == (("Shelf",), 4, None)
    assert shown.first[1]["Body"] == "It was planned in 1912."
    assert preview("a.csv", b"a,b\n1,2\n").wrong == (
        "no column holds the articles' text (there are 'a', 'b'); call one 'text', or choose one"
    )
    assert preview("a.jsonl", b'{"body": "It fell in 1950."}\n').columns == {"text": "body"}


def test_rows_of_the_same_text_have_ids_of_their_own() -> None:
    documents = read_bytes("a.csv", b"text\nIt fell in 1950.\nIt fell in 1950.\n").documents
    assert len({document.id for document in documents}) == 2


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b"the mill, " * 50_000),
        ("a.csv", b'text,"' + b"mill\n" * 50_000 + b'"\nIt fell.,x\n'),
        ("a.jsonl", b'{"text": "It fell.", "' + b"m" * 50_000 + b'": 1}\n'),
    ],
    ids=["many names", "a long name", "a long key"],
)
def test_what_is_no_names_of_columns_is_not_shown(name: str, data: bytes) -> None:
    with pytest.raises(ReadError, match="too many and too long names"):
        preview(name, data)

"""A collection comes back from its file as it was, and a file that is wrong is told so in one sentence."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.unit.store.made import BARE, COLLECTION, collections
from timeline.errors import CollectionFileError
from timeline.model import Collection
from timeline.store import collection_file, dump, load, read, write


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of a file
@given(collections())
def test_a_collection_comes_back_as_it_was(collection: Collection) -> None:
    text = dump(collection)
    assert load(text, "c.json") == collection
    assert dump(load(text, "c.json")) == text
    text.encode("utf-8")


def test_the_collection_made_by_hand_comes_back() -> None:
    assert load(dump(COLLECTION), "c.json") == COLLECTION


HOUSE = {
    "": "format version rules documents mentions events decisions",
    "documents": "id file title author publisher url language sha256 text published",
    "published": "edtf origin reason",
    "mentions": "id document start end text type value edtf grade rule derivation outcome reason",
    "events": "id edtf earliest latest headline kind participants places citations conflicts review tags note",
    "citations": "document mention start end exact prefix suffix role",
}


def test_all_keys_that_were_agreed_are_there() -> None:
    data = json.loads(dump(COLLECTION))
    parts = {
        "": data,
        "documents": data["documents"][0],
        "published": data["documents"][0]["published"],
        "mentions": data["mentions"][0],
        "events": data["events"][0],
        "citations": data["events"][0]["citations"][0],
    }
    for place, keys in HOUSE.items():
        assert set(keys.split()) - set(parts[place]) == set(), place
    assert data["format"] == "timeline-collection"
    assert data["version"] == 1


def test_one_record_a_line_in_utf_8() -> None:
    text = dump(COLLECTION)
    assert text.endswith("}\n")
    lines = text.split("\n")
    assert sum(line.startswith(' {"id": ') for line in lines) == 6
    assert "é" in dump(Collection((replace(BARE, text="é"),), (), ()))


@pytest.mark.parametrize("raw", ["\x1b", "\x00", "\x7f", "\x9b", "\u2028", "\u202e", "\ud800", "</script>"])
def test_what_could_do_harm_is_escaped_and_comes_back(raw: str) -> None:
    collection = Collection((replace(BARE, text=f"a{raw}b"),), (), ())
    text = dump(collection)
    assert raw not in text or raw.isprintable()
    assert load(text, "c.json") == collection
    text.encode("utf-8")


def test_unknown_keys_are_kept_where_they_stood() -> None:
    data = json.loads(dump(COLLECTION))
    places: list[dict[str, Any]] = [
        data,
        data["documents"][1],
        data["documents"][0]["published"],
        data["documents"][0]["zones"][0],
        data["mentions"][0],
        data["mentions"][1]["anchor"],
        data["mentions"][1]["implied"][0],
        data["events"][0],
        data["events"][0]["citations"][0],
        data["events"][0]["conflicts"][0],
    ]
    for number, place in enumerate(places):
        place["x-number"] = {"is": [number]}
    collection = load(json.dumps(data), "c.json")
    assert collection == COLLECTION
    assert collection.unknown["events/e1/citations/0"] == {"x-number": {"is": [8]}}
    assert json.loads(dump(collection)) == data
    without = replace(collection, events=())
    assert "x-number" in json.loads(dump(without))


Change = Callable[[dict[str, Any]], object]


def put(place: str, key: str, value: Any) -> Change:
    """A change of ``data``: ``key`` of the first object at ``place`` becomes ``value``, or goes with None."""

    def change(data: dict[str, Any]) -> None:
        for step in place.split():
            data = data[step][0] if isinstance(data[step], list) else data[step]
        if value is None:
            del data[key]
        else:
            data[key] = value

    return change


WRONG: list[tuple[Change, str]] = [
    (put("", "documents", None), "the file: the key 'documents' is missing"),
    (put("", "events", {}), "'events' must be a list"),
    (put("", "rules", 1), "'rules' must be a text"),
    (put("documents", "id", None), "documents/0: the key 'id' is missing"),
    (put("documents", "id", "d2"), "documents/d2: two documents have this id"),
    (put("documents", "text", 5), "documents/d1: 'text' must be a text"),
    (put("documents", "published", None), "documents/d1: the key 'published' is missing"),
    (put("documents", "published", "2011"), "'published' must be an object"),
    (put("documents published", "edtf", "May 2011"), "documents/d1/published: 'edtf' is 'May 2011', which is no EDTF"),
    (put("documents published", "origin", "guessed"), "'origin' is 'guessed'; it must be one of 'given'"),
    (put("documents zones", "kind", "advert"), "'kind' is 'advert'"),
    (put("documents", "sentences", [[0]]), "pairs of whole numbers"),
    (put("documents", "sentences", [[9, 5]]), "the sentence 9 to 5 is no place in a text"),
    (put("mentions", "document", "d9"), "mentions/m1: no document has the id 'd9'"),
    (put("mentions", "start", -1), "mentions/m1: start -1 and end 41 are no place in a text"),
    (put("mentions", "start", "37"), "'start' must be a whole number"),
    (put("mentions", "start", True), "'start' must be a whole number"),
    (put("mentions", "end", 36), "start 37 and end 36 are no place in a text"),
    (put("mentions", "type", "YEAR"), "'type' is 'YEAR'"),
    (put("mentions", "edtf", "about 1931"), "'edtf' is 'about 1931', which is no EDTF date"),
    (put("mentions", "derivation", ["a", 1]), "'derivation' must be a list of texts"),
    (put("mentions", "outcome", "lost"), "'outcome' is 'lost'"),
    (put("mentions", "id", "m2"), "mentions/m2: two mentions have this id"),
    (put("mentions", "anchor", "m1"), "mentions/m1/anchor: must be an object"),
    (put("mentions", "anchor", {"kind": "moon", "edtf": "1931"}), "'kind' is 'moon'"),
    (put("events", "edtf", None), "events/e1: the key 'edtf' is missing"),
    (put("events", "earliest", "1931"), "'earliest' is '1931'; it must be a day"),
    (put("events", "status", "dreamt"), "'status' is 'dreamt'"),
    (put("events", "headline_source", "a muse"), "'headline_source' is 'a muse'"),
    (put("events", "citations", []), "an event needs at least one citation"),
    (put("events", "citations", ["m1"]), "events/e1/citations/0: must be an object"),
    (put("events citations", "document", "d9"), "events/e1/citations/0: no document has the id 'd9'"),
    (put("events citations", "mention", "m9"), "no mention has the id 'm9'"),
    (put("events citations", "role", "says"), "'role' is 'says'"),
    (put("events conflicts", "document", "d9"), "events/e1/conflicts/0: no document has the id 'd9'"),
    (put("", "decisions", ["yes"]), "decisions/0: must be an object"),
]


@pytest.mark.parametrize(("change", "says"), WRONG, ids=[says[:50] for _, says in WRONG])
def test_a_wrong_record_is_named(change: Change, says: str) -> None:
    data = json.loads(dump(COLLECTION))
    change(data)
    with pytest.raises(CollectionFileError) as caught:
        load(json.dumps(data), "c.json")
    message = str(caught.value)
    assert message.startswith("c.json: ")
    assert says in message
    assert message.endswith("; repair it there, or build the collection again")
    assert "\n" not in message


def test_keys_that_came_later_may_be_missing() -> None:
    data = json.loads(dump(COLLECTION))
    for key in ("encoding", "zones", "sentences", "note"):
        del data["documents"][0][key]
    for key in ("mod", "anchor", "implied"):
        del data["mentions"][0][key]
    for key in ("mod", "status", "derivation", "headline_source", "summary"):
        del data["events"][0][key]
    collection = load(json.dumps(data), "c.json")
    assert collection.documents[0].encoding == "utf-8"
    assert collection.documents[0].zones == ()
    assert collection.events[0].status == "told"
    assert (collection.events[0].headline_source, collection.events[0].summary) == ("", "")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "c.json: the file is empty; build the collection again"),
        (dump(COLLECTION)[:-100], "c.json: it is broken: no JSON (line "),
        ("not json", "c.json: it is broken: no JSON (line 1, column 1)"),
        ('{"format": NaN}', "NaN is no number"),
        ("[" * 100_000, "c.json: it is broken: no JSON"),
        ("[]", "c.json: this is not a collection of Timeline"),
        ('"timeline-collection"', "not a collection of Timeline"),
        ('{"features": []}', "not a collection of Timeline"),
        ('{"format": "timeline-collection"}', "the version None is no version"),
        ('{"format": "timeline-collection", "version": "1"}', "the version '1' is no version"),
        ('{"format": "timeline-collection", "version": 2}', "written by a newer Timeline (format 2, this one reads 1)"),
    ],
)
def test_a_file_that_is_no_collection(text: str, says: str) -> None:
    with pytest.raises(CollectionFileError) as caught:
        load(text, "c.json")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_reading_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CollectionFileError, match=r"gone\.json: there is no such file; check the name"):
        read(tmp_path / "gone.json")
    with pytest.raises(CollectionFileError, match="this is a folder; build a collection from it first"):
        read(tmp_path)
    (tmp_path / "p.json").write_bytes(b"\x89PNG\xff")
    with pytest.raises(CollectionFileError, match="not a collection of Timeline"):
        read(tmp_path / "p.json")


def test_write_and_read(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    write(COLLECTION, path)
    assert read(path) == COLLECTION
    first = path.read_bytes()
    write(COLLECTION, str(path))
    assert path.read_bytes() == first
    assert [file.name for file in tmp_path.iterdir()] == ["c.json"]
    path.write_bytes(b"\xef\xbb\xbf" + first)
    assert read(path) == COLLECTION


def test_a_failed_write_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "c.json"
    write(COLLECTION, path)
    before = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(collection_file.os, "fsync", full)
    with pytest.raises(CollectionFileError, match=r"c\.json: can't be written \(No space left on device\)"):
        write(replace(COLLECTION, rules="2"), path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["c.json"]


def test_a_crash_while_writing_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "c.json"
    write(COLLECTION, path)
    before = path.read_bytes()

    def stopped(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(collection_file.os, "fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        write(replace(COLLECTION, rules="2"), path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["c.json"]


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(CollectionFileError, match=r"can't be written .*check that the folder is there"):
        write(COLLECTION, tmp_path / "no" / "c.json")
    with pytest.raises(CollectionFileError, match="not an ordinary file"):
        write(COLLECTION, tmp_path)
    with pytest.raises(CollectionFileError, match="not an ordinary file"):
        write(COLLECTION, os.devnull)


def test_links_and_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_text("old")
    path.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(path)
    write(COLLECTION, link)
    assert link.is_symlink()
    assert read(path) == COLLECTION
    assert path.stat().st_mode & 0o777 == 0o640


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container in ``value`` with each of its keys."""
    for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from places(value[key])


ODD = [None, True, -1, 10**30, 1.5, "", "x", [], {}, [[]], [None], {"id": []}]


def test_no_odd_value_anywhere_gives_another_error() -> None:
    data = json.loads(dump(COLLECTION))
    refused: list[str] = []
    for container, key in list(places(data)):
        kept = container[key]
        for odd in ODD:
            container[key] = odd
            try:
                load(json.dumps(data), "c.json")
            except CollectionFileError as error:
                refused.append(str(error))
        container[key] = kept
    assert len(refused) > 500
    assert not [message for message in refused if "\n" in message]
    assert load(json.dumps(data), "c.json") == COLLECTION

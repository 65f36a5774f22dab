"""What a file holds as we write it is read in one step; what is unusual goes to the careful reader, and it alone."""

from __future__ import annotations

import gc
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.unit.store.made import COLLECTION, collections
from timeline.errors import CollectionFileError
from timeline.model import Collection
from timeline.store import collection_file, dump, load


@pytest.fixture
def with_care(monkeypatch) -> list[str]:
    """The places of the records that the careful reader was asked to read."""
    places: list[str] = []
    for name in ("read_document", "read_mention", "read_event"):
        reader = getattr(collection_file, name)

        def told(entry: Any, *others: Any, reader: Any = reader) -> Any:
            places.append(entry.place)
            return reader(entry, *others)

        monkeypatch.setattr(collection_file, name, told)
    return places


def test_what_we_write_is_read_in_one_step(with_care) -> None:
    assert load(dump(COLLECTION), "c.json") == COLLECTION
    assert with_care == []


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(collections())
def test_what_is_read_in_one_step_is_what_care_reads(collection: Collection) -> None:
    text = dump(collection)
    careful = collection_file._collection(collection_file.Entry(json.loads(text), "", {}))
    assert load(text, "c.json") == careful


UNUSUAL = [
    ("documents", 0, "x-key", 1), ("documents", 0, "text", "The bridge. It was opened in 1931."),
    ("mentions", 0, "standing", "stands"), ("mentions", 0, "text", "1930"), ("mentions", 1, "start", 400),
    ("events", 0, "x-key", "\ud83d"), ("events", 0, "note", "\ud83d"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "number", "name", "value"), UNUSUAL)
def test_a_record_that_is_unusual_is_read_with_care(with_care, key, number, name, value) -> None:
    data = json.loads(dump(COLLECTION))
    data[key][number][name] = value
    if "end" in data[key][number] and name == "start":
        data[key][number]["end"] = value + 15
    found = load(json.dumps(data), "c.json")
    place = f"{key}/{data[key][number]['id']}"
    assert place in with_care
    assert found == collection_file._collection(collection_file.Entry(data, "", {}))
    if name == "x-key":
        assert found.unknown[place] == {"x-key": value}


def test_other_records_need_not_wait_for_the_unusual_one(with_care) -> None:
    data = json.loads(dump(COLLECTION))
    data["mentions"][0]["x-key"] = 1
    load(json.dumps(data), "c.json")
    assert with_care == ["mentions/m1"]


@pytest.mark.parametrize("before", [True, False])
def test_the_collector_of_garbage_is_left_as_it_was(before) -> None:
    (gc.enable if before else gc.disable)()
    try:
        load(dump(COLLECTION), "c.json")
        assert gc.isenabled() == before
        with pytest.raises(CollectionFileError):
            load("{}", "c.json")
        assert gc.isenabled() == before
    finally:
        gc.enable()


@pytest.mark.parametrize("place", ["title", "text", "file"])
def test_bytes_that_are_no_utf_8_are_told(place) -> None:
    data = dump(COLLECTION).encode().replace(f'"{place}": "'.encode(), f'"{place}": "\xff'.encode("latin-1"))
    with pytest.raises(CollectionFileError, match="not a collection of Timeline: no UTF-8"):
        load(data, "c.json")

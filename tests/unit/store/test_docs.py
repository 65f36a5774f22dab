"""docs/collection-file.md names exactly the keys that are written, in their order."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.unit.store.made import COLLECTION
from timeline.errors import CollectionFileError
from timeline.store import dump, load
from timeline.store.plain import Plain

PAGE = Path(__file__).resolve().parents[3] / "docs" / "collection-file.md"


def sections() -> dict[str, list[tuple[str, str]]]:
    found = {}
    for part in re.split(r"(?m)^##+ ", PAGE.read_text(encoding="utf-8"))[1:]:
        title, _, body = part.partition("\n")
        found[title] = re.findall(r"(?m)^\| `(\w+)` \| (.*) \|$", body)
    return found


def written() -> dict[str, Plain]:
    data = json.loads(dump(COLLECTION))
    document, mention, event = data["documents"][0], data["mentions"][1], data["events"][0]
    return {
        "The file": data,
        "A document": document,
        "When a document was written": document["published"],
        "A zone": document["zones"][0],
        "A page or chapter": document["locators"][0],
        "A mention": mention,
        "An anchor": mention["anchor"],
        "An implied date": mention["implied"][0],
        "An annotation": mention["annotations"][0],
        "An alternative": mention["alternatives"][0],
        "An event": event,
        "A citation": event["citations"][0],
        "A conflict": event["conflicts"][0],
        "A decision": data["decisions"][0],
        "A quote": data["decisions"][0]["quotes"][0],
    }


OF_THE_APP = "lessons", "A lesson"
"""What only the app writes and reads: to all else these are keys that are kept as they are."""


def test_the_page_names_every_key_in_order() -> None:
    key, section = OF_THE_APP
    page = {title: [name for name, _ in rows] for title, rows in sections().items()}
    assert page.pop(section)
    assert page["The file"].pop() == key
    assert page == {title: list(record) for title, record in written().items()}


def test_optional_keys_are_optional_and_no_others() -> None:
    page = sections()
    records = {"A document": "documents", "A mention": "mentions", "An event": "events"}
    for title, place in records.items():
        for key, meaning in page[title]:
            data = json.loads(dump(COLLECTION))
            for record in data[place]:
                del record[key]
            if meaning.startswith("optional"):
                load(json.dumps(data), "c.json")
            else:
                assert is_refused(json.dumps(data)), key


def is_refused(text: str) -> bool:
    try:
        load(text, "c.json")
    except CollectionFileError as error:
        return "is missing" in str(error) or "two" in str(error)
    return False

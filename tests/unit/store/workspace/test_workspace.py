"""Collections in a database: made, changed, found again by another program, never overwritten by a second window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.unit.store.made import BARE, BRIDGE, COLLECTION, EVENT, FELL, OPENED, collections
from timeline.errors import ChangedMeanwhileError, CollectionFileError, DatabaseError, UnknownCollectionError
from timeline.model import Collection, Document
from timeline.store import dump, write
from timeline.store.workspace import Shelf, Workspace, open_workspace
from timeline.store.workspace.log import Wish

NOON, LATER = "2013-02-12T12:00:00Z", "2013-02-12T13:00:00Z"
Opened = Callable[[], Workspace]


def test_a_new_workspace_is_empty(workspace: Workspace) -> None:
    assert workspace.collections() == ()


def test_a_collection_made_is_found_by_another_program(opened: Opened) -> None:
    made = opened().make("Bridges", "of our town", at=NOON)
    assert opened().collections() == (made,)
    assert made == Shelf(
        made.id, "Bridges", "of our town", articles=0, events=0, bytes=0, created=NOON, changed=NOON,
        archived=None, deleted=None, revision=0, decisions=0, read_at=None, rules="", shared=True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "begins"),
    [("Cold War", "cold-war-"), ("Âge d’or", "age-d-or-"), ("年表", "collection-"), ("", "collection-")],
)
def test_the_address_speaks_of_the_name(tmp_path: Path, name: str, begins: str) -> None:
    with open_workspace(tmp_path / "w.db") as workspace:
        first, second = workspace.make(name, at=NOON), workspace.make(name, at=NOON)
    assert first.id.startswith(begins)
    assert first.id != second.id


CHANGES: dict[str, tuple[Callable[[Workspace, str], Shelf], dict[str, Any]]] = {
    "rename": (lambda w, i: w.rename(i, "Ponts", at=LATER), {"name": "Ponts"}),
    "describe": (lambda w, i: w.describe(i, "all\0of them", at=LATER), {"description": "all\0of them"}),
    "archive": (lambda w, i: w.archive(i, at=LATER), {"archived": LATER}),
    "delete": (lambda w, i: w.delete(i, at=LATER), {"deleted": LATER}),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_kept_and_counted(opened: Opened, what: str) -> None:
    change, values = CHANGES[what]
    first = opened()
    made = first.make("Bridges", at=NOON)
    now = change(first, made.id)
    assert now == replace(made, changed=LATER, revision=1, **values)
    assert opened().collection(made.id) == now


def test_who_keeps_one_back_is_asked_about_each(workspace: Workspace) -> None:
    first = workspace.make("Bridges", at=NOON)
    assert (first.shared, workspace.make("Ponts", at=NOON, shared=False).shared) == (True, False)
    assert not workspace.make("Rivers", at=NOON).shared, "one is kept back"
    assert workspace.duplicate(first.id, "A copy", at=NOON, shared=True).shared
    assert not workspace.duplicate(first.id, "Another", at=NOON).shared
    assert not workspace.keep_back(first.id, at=LATER).shared
    assert workspace.share(first.id, at=LATER).shared
    assert workspace.revision(first.id) == 2


def test_what_was_laid_aside_or_deleted_comes_back(workspace: Workspace) -> None:
    made = workspace.keep(COLLECTION, "Bridges", at=NOON)
    workspace.archive(made.id, at=NOON)
    assert workspace.unarchive(made.id, at=NOON).archived is None
    workspace.delete(made.id, at=NOON)
    assert workspace.collections() == ()
    assert [one.id for one in workspace.collections(deleted=True)] == [made.id]
    with pytest.raises(UnknownCollectionError, match="“Bridges” was deleted; put it back first"):
        workspace.bring(made.id, [BARE], at=NOON)
    assert workspace.undelete(made.id, at=NOON).deleted is None
    assert workspace.read(made.id).collection == COLLECTION


def test_what_was_purged_is_gone_and_only_that(workspace: Workspace) -> None:
    gone, stays = (workspace.keep(COLLECTION, name, at=NOON) for name in "ab")
    workspace.purge(gone.id)
    for ask in (workspace.collection, workspace.read, workspace.revision, workspace.decisions, workspace.purge):
        with pytest.raises(UnknownCollectionError, match="There is no collection “a-"):
            ask(gone.id)
    assert workspace.save(stays.id) == dump(COLLECTION)


def test_the_last_changed_comes_first(workspace: Workspace) -> None:
    old, new = workspace.make("old", at=NOON), workspace.make("new", at=NOON)
    workspace.rename(old.id, "older", at=LATER)
    assert [one.id for one in workspace.collections()] == [old.id, new.id]


def test_who_saw_another_name_is_told_and_overwrites_nothing(workspace: Workspace) -> None:
    made = workspace.make("Bridges", "Of stone.", at=NOON)
    workspace.rename(made.id, "Ponts", at=NOON, was="Bridges")
    with pytest.raises(ChangedMeanwhileError, match="it is “Ponts” now"):
        workspace.rename(made.id, "Brücken", at=LATER, was="Bridges")
    with pytest.raises(ChangedMeanwhileError, match="description"):
        workspace.describe(made.id, "Of wood.", at=LATER, was="")
    shelf = workspace.collection(made.id)
    assert (shelf.name, shelf.description, shelf.changed) == ("Ponts", "Of stone.", NOON)


def test_a_duplicate_holds_the_same_and_is_another(workspace: Workspace) -> None:
    made = workspace.keep(COLLECTION, "Bridges", at=NOON)
    twin = workspace.duplicate(made.id, "Twin", at=LATER)
    assert (twin.articles, twin.events, twin.bytes, twin.decisions) == (2, 1, 85, 1)
    workspace.take_out(twin.id, "d2", at=LATER)
    workspace.decide(twin.id, [{"id": "x", "targets": ["e1"]}], at=LATER)
    assert workspace.read(made.id).collection == COLLECTION
    assert workspace.save(made.id) == dump(COLLECTION)
    assert len(workspace.decisions(twin.id)) == 2


# Articles


def article(name: str, text: str = "Once upon a time.") -> Document:
    return Document(name, f"{name}.txt", text, sha256=f"{name:0<64}")


def test_articles_are_there_in_the_order_in_which_they_came(opened: Opened) -> None:
    first = opened()
    made = first.make("Bridges", at=NOON)
    added = first.bring(made.id, [BRIDGE, BARE], at=LATER)
    assert (added.documents, added.known, added.revision) == ((BRIDGE, BARE), (), 1)
    other = opened()
    assert other.documents(made.id) == (BRIDGE, BARE)
    shelf = other.collection(made.id)
    assert (shelf.articles, shelf.bytes, shelf.changed) == (2, 85, LATER)


def test_the_same_article_again_is_known(workspace: Workspace) -> None:
    made = workspace.make("Bridges", at=NOON)
    workspace.bring(made.id, [BRIDGE], at=NOON)
    again = replace(BRIDGE, id="other", file="copy.txt")
    added = workspace.bring(made.id, [again], at=LATER)
    assert (added.documents, added.known, added.revision) == ((), ((again, "d1"),), 1)
    assert workspace.collection(made.id).changed == NOON


def test_rows_of_one_table_are_articles_of_their_own(workspace: Workspace) -> None:
    made = workspace.make("Rows", at=NOON)
    rows = [replace(article("a", text), file="rows.csv") for text in ("One.", "Two.")]
    added = workspace.bring(made.id, rows, at=NOON)
    assert [one.id for one in added.documents] == ["a", "a-2"]
    assert workspace.bring(made.id, rows, at=NOON).documents == ()


def test_an_article_taken_out_stays_read_until_the_next_reading(workspace: Workspace) -> None:
    made = workspace.keep(COLLECTION, "Bridges", at=NOON)
    workspace.take_out(made.id, "d2", at=LATER)
    assert workspace.documents(made.id) == (BRIDGE,)
    assert (workspace.collection(made.id).articles, workspace.collection(made.id).bytes) == (1, 77)
    stored = workspace.read(made.id)
    assert (stored.collection, stored.gone, stored.unread) == (COLLECTION, ("d2",), ())
    workspace.put_back(made.id, "d2", at=LATER)
    stored = workspace.read(made.id)
    assert (stored.gone, stored.unread) == ((), ())
    assert workspace.documents(made.id) == (BRIDGE, BARE)
    assert workspace.collection(made.id).bytes == 85


def test_what_is_taken_out_and_brought_again_is_put_back(workspace: Workspace) -> None:
    made = workspace.make("Bridges", at=NOON)
    workspace.bring(made.id, [BRIDGE, BARE], at=NOON)
    assert workspace.take_out(made.id, "d1", at=NOON) == 2
    assert workspace.take_out(made.id, "d1", at=NOON) == 2  # nothing changed
    added = workspace.bring(made.id, [BRIDGE], at=NOON)
    assert (added.documents, added.known) == ((), ((BRIDGE, "d1"),))
    assert workspace.documents(made.id) == (BRIDGE, BARE)


def test_an_article_that_is_not_there_is_told(workspace: Workspace) -> None:
    made = workspace.make("Bridges", at=NOON)
    with pytest.raises(UnknownCollectionError, match="“Bridges” has no article “d9”"):
        workspace.take_out(made.id, "d9", at=NOON)


# Readings

READ = Collection((BRIDGE,), (OPENED, FELL), (EVENT,), rules="1")


def test_a_reading_is_kept_and_opened_by_another_program(opened: Opened) -> None:
    first = opened()
    made = first.make("Bridges", at=NOON)
    assert first.read(made.id).collection == Collection((), (), ())
    revision = first.bring(made.id, [replace(BRIDGE, published=BARE.published, zones=())], at=NOON).revision
    assert first.read(made.id).unread == ("d1",)
    assert first.keep_reading(made.id, READ, of_revision=revision, at=LATER) == 2
    stored = opened().read(made.id)
    assert (stored.collection, stored.revision, stored.unread) == (READ, 2, ())
    assert opened().documents(made.id)[0].zones == ()  # as it was brought
    assert opened().collection(made.id).events == 1


def test_the_next_reading_takes_the_place_of_the_one_before(workspace: Workspace) -> None:
    made = workspace.keep(COLLECTION, "Bridges", at=NOON)
    before = workspace.read(made.id)
    workspace.keep_reading(made.id, READ, of_revision=before.revision, at=LATER)
    after = workspace.read(made.id)
    assert after.collection == replace(READ, decisions=COLLECTION.decisions)
    assert after.reading != before.reading
    assert workspace.read(made.id).collection.events is after.collection.events  # still in memory


def test_a_reading_of_other_articles_than_there_are_now_is_refused(workspace: Workspace) -> None:
    made = workspace.keep(COLLECTION, "Bridges", at=NOON)
    revision = workspace.revision(made.id)
    workspace.rename(made.id, "Ponts", at=NOON)
    workspace.keep_reading(made.id, COLLECTION, of_revision=revision, at=NOON)  # the articles are the same
    workspace.bring(made.id, [article("new")], at=NOON)
    with pytest.raises(ChangedMeanwhileError, match="The articles of “Ponts” changed while they were read"):
        workspace.keep_reading(made.id, READ, of_revision=revision, at=NOON)
    assert workspace.read(made.id).collection == COLLECTION


def test_a_reading_of_strange_articles_is_refused(workspace: Workspace) -> None:
    made = workspace.make("Bridges", at=NOON)
    with pytest.raises(DatabaseError, match="“Bridges” has no article “d1”"):
        workspace.keep_reading(made.id, READ, of_revision=0, at=NOON)


# Decisions


def decision(name: str, *targets: str) -> dict[str, Any]:
    return {"id": name, "by": "T. Reed", "action": "accept", "targets": list(targets), "z": 1, "a": None}


def test_decisions_are_kept_in_order_and_word_for_word(opened: Opened) -> None:
    first = opened()
    made = first.make("Bridges", at=NOON)
    said = [decision("1", "e1"), decision("2"), {"anything": ["at", {"all": "\0\u2028 née \ud800"}]}]
    first.decide(made.id, said[:1], at=NOON)
    assert first.decide(made.id, said[1:], at=LATER) == 2
    other = opened()
    assert other.decisions(made.id) == tuple(said)
    assert other.decisions(made.id, after=1) == tuple(said[1:])
    assert list(other.decisions(made.id)[0]) == list(said[0])
    assert other.collection(made.id).decisions == 3
    assert other.read(made.id).collection.decisions == tuple(said)


def test_a_second_window_is_told_what_the_first_changed(opened: Opened) -> None:
    one, two = opened(), opened()
    made = one.keep(replace(COLLECTION, decisions=()), "Bridges", at=NOON)
    one.decide(made.id, [decision("1", "e1", "e2")], expecting={"e1": 0, "e2": 0}, at=NOON)
    with pytest.raises(ChangedMeanwhileError, match="changed in another window meanwhile") as told:
        two.decide(made.id, [decision("2", "e3"), decision("3", "e1")], expecting={"e3": 0, "e1": 0}, at=NOON)
    assert told.value.targets == ("e1",)
    assert told.value.decisions == (decision("1", "e1", "e2"),)
    assert two.decisions(made.id) == (decision("1", "e1", "e2"),)
    two.decide(made.id, [decision("3", "e1")], expecting={"e1": 1}, at=NOON)
    assert len(one.decisions(made.id)) == 2


def test_an_article_of_which_more_is_known_is_read_again(opened: Opened) -> None:
    workspace = opened()
    made = workspace.make("Bridges", at=NOON)
    bridge, _ = workspace.bring(made.id, [article("bridge.txt"), article("mill.txt", "A mill.")], at=NOON).documents
    read = Collection(workspace.documents(made.id), (), ())
    before = workspace.keep_reading(made.id, read, of_revision=made.revision + 1, at=NOON)
    workspace.decide(made.id, [decision("c1", "e1")], at=NOON)
    assert workspace.unread(made.id) == ((), ())
    workspace.decide(made.id, [decision("c2", bridge.id)], at=NOON)
    assert opened().unread(made.id) == ((bridge.id,), ()), "also after the program ended"
    assert workspace.whole(made.id).documents == read.documents, "and it is there once"
    with pytest.raises(ChangedMeanwhileError):
        workspace.keep_reading(made.id, read, of_revision=before, at=LATER)
    workspace.keep_reading(made.id, read, of_revision=workspace.revision(made.id), at=LATER)
    assert workspace.unread(made.id) == ((), ())


def test_an_article_described_anew_waits_also_when_it_was_out_meanwhile(workspace: Workspace) -> None:
    made = workspace.keep(COLLECTION, "Bridges", at=NOON)
    workspace.decide(made.id, [decision("c1", "d1")], at=NOON)
    workspace.take_out(made.id, "d1", at=NOON)
    workspace.take_out(made.id, "d2", at=NOON)
    workspace.decide(made.id, [decision("c2", "d2")], at=NOON)
    assert workspace.unread(made.id) == ((), ("d1", "d2"))
    for name in ("d1", "d2"):
        workspace.put_back(made.id, name, at=LATER)
    assert workspace.unread(made.id) == (("d1", "d2"), ())
    workspace.bring(made.id, [article("new")], at=NOON)
    workspace.take_out(made.id, "new", at=LATER)
    assert workspace.unread(made.id) == (("d1", "d2"), ()), "what never was in the reading isn't missed"
    workspace.keep_reading(made.id, COLLECTION, of_revision=workspace.revision(made.id), at=LATER)
    workspace.put_back(made.id, "new", at=LATER)
    assert workspace.unread(made.id) == (("new",), ())


def test_many_decisions_at_the_same_moment_are_all_there_and_the_late_ones_told(opened: Opened) -> None:
    one, two = opened(), opened()
    made = one.keep(replace(COLLECTION, decisions=()), "Bridges", at=NOON)
    wishes = [
        Wish.of([decision("1", "e1")], {"e1": 0}, LATER),
        Wish.of([decision("2", "e2"), decision("3", "e3")], {"e2": 0, "e3": 0}, NOON),
        Wish.of([decision("4", "e2")], {"e2": 0}, NOON),
        Wish.of([decision("1", "e4")], {}, NOON),
        Wish.of([decision("5", "e1")], {"e1": 1}, NOON),
    ]
    revision, again, late, twice, last = two._decide(made.id, wishes)
    assert revision == again == last == two.revision(made.id)
    assert isinstance(late, ChangedMeanwhileError)
    assert (late.targets, late.decisions) == (("e2",), (wishes[1].new[0],))
    assert isinstance(twice, ChangedMeanwhileError)
    assert twice.decisions == (wishes[0].new[0],)
    assert [said["id"] for said in one.decisions(made.id)] == ["1", "2", "3", "5"]
    assert one.collection(made.id).changed == LATER
    with pytest.raises(ChangedMeanwhileError):
        one.decide(made.id, [decision("6", "e3")], expecting={"e3": 2}, at=NOON)


def test_a_decision_that_another_window_wrote_at_the_same_moment_is_no_second_one(workspace: Workspace) -> None:
    made = workspace.make("Bridges", at=NOON)
    workspace.decide(made.id, [decision("1", "e1")], at=NOON)
    with pytest.raises(ChangedMeanwhileError, match="same was decided in another window") as told:
        workspace.decide(made.id, [decision("1", "e1")], at=NOON)
    assert told.value.targets == ("e1",)
    assert [one["id"] for one in told.value.decisions] == ["1"]
    assert len(workspace.decisions(made.id)) == 1


@pytest.mark.parametrize("change", ["UPDATE decisions SET body = '{}'", "DELETE FROM decisions"])
def test_the_log_can_only_grow(opened: Opened, change: str) -> None:
    first = opened()
    made = first.keep(COLLECTION, "Bridges", at=NOON)
    with pytest.raises(DatabaseError, match="decisions are never"), first._database.writing() as connection:
        connection.exec_driver_sql(change)
    assert opened().decisions(made.id) == COLLECTION.decisions


# Files


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(collections())
def test_any_collection_comes_back_byte_for_byte(workspace: Workspace, collection: Collection) -> None:
    text = dump(collection)
    made = workspace.open(text, "Any", at=NOON)
    assert workspace.save(made.id) == text
    assert workspace.whole(made.id) == workspace.read(made.id).collection == collection
    workspace.purge(made.id)


def test_unknown_keys_come_back(workspace: Workspace) -> None:
    text = (
        dump(COLLECTION)
        .replace('"exact":', '"future": [1], "exact":')
        .replace('"rules":', '"more": {"b": 1, "a": 2},\n"rules":')
    )
    made = workspace.open(text, "From the future", at=NOON)
    again = workspace.save(made.id)
    assert again.count('"future": [1]') == text.count('"future": [1]') == 2  # a citation's, a decision's
    assert '"more": {"b": 1, "a": 2}' in again
    assert workspace.save(workspace.open(again, "Again", at=NOON).id) == again


def test_a_file_is_opened_and_a_broken_one_refused(workspace: Workspace, tmp_path: Path) -> None:
    write(COLLECTION, tmp_path / "bridges.json")
    made = workspace.open(tmp_path / "bridges.json", "Bridges", at=NOON)
    assert workspace.save(made.id) == (tmp_path / "bridges.json").read_text(encoding="utf-8")
    with pytest.raises(CollectionFileError):
        workspace.open("{}", "broken", at=NOON)
    assert len(workspace.collections()) == 1


def test_what_is_not_read_yet_is_saved_too(workspace: Workspace) -> None:
    made = workspace.keep(COLLECTION, "Bridges", at=NOON)
    workspace.bring(made.id, [article("new")], at=NOON)
    again = workspace.open(workspace.save(made.id), "Again", at=NOON)
    assert workspace.documents(again.id) == (BRIDGE, BARE, article("new"))


def test_what_is_no_unicode_comes_back(workspace: Workspace) -> None:
    half = "\ud83d"  # the first half of a pair, which some programs cut texts in
    odd = Collection(
        (replace(BRIDGE, text=BRIDGE.text + half, title=half),), (replace(FELL, reason=half, anchor=None),),
        (replace(EVENT, headline=half, citations=(replace(EVENT.citations[0], mention=""),), conflicts=()),),
    )  # fmt: skip
    made = workspace.keep(odd, half, at=NOON)
    assert workspace.whole(made.id) == workspace.read(made.id).collection == odd
    assert workspace.save(made.id) == dump(odd)
    assert workspace.collection(made.id).name == half


def test_a_broken_row_is_told(opened: Opened) -> None:
    workspace = opened()
    made = workspace.keep(COLLECTION, "Bridges", at=NOON)
    with workspace._database.writing() as connection:
        connection.exec_driver_sql("UPDATE events SET body = '{}'")
    with pytest.raises(DatabaseError, match=r"A row of the database is broken .*; restore a backup"):
        opened().read(made.id)


def test_what_is_known_of_articles_comes_without_their_texts(workspace: Workspace) -> None:
    made = workspace.make("Bridges", at=NOON)
    odd = replace(BRIDGE, id="odd", title="half \ud800", sha256="e" * 64)
    workspace.bring(made.id, [BRIDGE, odd], at=NOON)
    bare = [replace(one, text="", zones=(), sentences=()) for one in (BRIDGE, odd)]
    size = len(BRIDGE.text.encode())
    assert workspace.heads(made.id, ["odd", BRIDGE.id, "no such"]) == tuple((one, size) for one in bare)
    workspace.take_out(made.id, "odd", at=NOON)
    assert workspace.heads(made.id, ["odd"]) == ()
    assert workspace.heads(made.id, []) == ()


def test_what_was_read_before_is_gone_on_from(opened: Opened) -> None:
    one, other = opened(), opened()
    made = one.keep(COLLECTION, "Bridges", at=NOON)
    first = COLLECTION.documents[0].id
    known = other.read(made.id)
    assert (known.unread, known.gone) == ((), ())
    changes: list[Callable[[], object]] = [
        lambda: one.decide(made.id, [{"id": "x", "targets": ["e1"]}], at=NOON),
        lambda: one.bring(made.id, [replace(BRIDGE, id="more", sha256="f" * 64)], at=NOON),
        lambda: one.take_out(made.id, first, at=NOON),
        lambda: one.put_back(made.id, first, at=NOON),
        lambda: one.decide(made.id, [{"id": "y", "targets": [first]}], at=NOON),
        lambda: one.keep_reading(made.id, COLLECTION, of_revision=one.revision(made.id), at=NOON),
    ]
    for change in changes:
        change()
        known = other.read(made.id, known)
        assert known == other.read(made.id)

"""The tables, as the newest migration leaves them. What each column means: docs/workspace.md.

Bodies are JSON as in the collection file, kept as text: a database's own JSON type would order keys anew.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

from timeline.store.database.words import Words

metadata = MetaData()


def _of_collection() -> Column[str]:
    return Column("collection", Text, ForeignKey("collections.id", ondelete="CASCADE"), primary_key=True)


collections = Table(
    "collections",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Words, nullable=False),
    Column("description", Words, nullable=False),
    Column("created", Text, nullable=False),
    Column("changed", Text, nullable=False),
    Column("archived", Text),  # when; NULL where it isn't
    Column("deleted", Text),
    Column("revision", Integer, nullable=False),  # counts all changes
    Column("articles_revision", Integer, nullable=False),  # the revision at which the articles last changed
    Column("reading", Text, nullable=False),  # another name for each reading that was kept; empty before the first
    Column("read_at", Text),  # when the reading was made; NULL where an older version made it
    Column("rules", Words, nullable=False),  # of the reading
    Column("unknown", Words, nullable=False),  # keys of a file that this version doesn't know
    Column("articles", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    Column("bytes", BigInteger, nullable=False),  # of the articles' texts in UTF-8
    Column("decisions", Integer, nullable=False),  # the number of the last one
    Column("shared", Integer, nullable=False, server_default="1"),  # 0 where it isn't, where the app is
)

documents = Table(
    "documents",
    metadata,
    _of_collection(),
    Column("number", Integer, primary_key=True),  # in the order in which they were brought
    Column("id", Words, nullable=False),
    Column("digest", Text, nullable=False),  # of the file's sha256 and of the text: the same article has the same
    Column("bytes", BigInteger, nullable=False),
    Column("taken_out", Text),  # when; NULL where it is in
    Column("unread", Integer, nullable=False),  # 1 where it was brought, or its metadata changed, after the reading
    Column("place", Integer),  # in the order of the reading; NULL where it isn't in it
    Column("brought", Text, nullable=False),  # as it was brought, without its text
    Column("read", Text),  # as the reading left it, without its text
    Column("text", Words, nullable=False),
    Index("documents_by_digest", "collection", "digest"),
    Index("documents_by_id", "collection", "id"),
)

mentions = Table(
    "mentions",
    metadata,
    _of_collection(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("document", Words, nullable=False),
    Column("body", Text, nullable=False),
)

events = Table(
    "events",
    metadata,
    _of_collection(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Words, nullable=False),
    Column("body", Text, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    _of_collection(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Words),
    Column("at", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("decisions_by_id", "collection", "id"),
)

earlier = Table(
    "earlier",
    metadata,
    _of_collection(),
    Column("number", Integer, primary_key=True, autoincrement=False),  # in the order in which they were replaced
    Column("made", Text),  # when it was read; NULL where that isn't known
    Column("until", Text, nullable=False),  # when another took its place
    Column("rules", Words, nullable=False),
    Column("why", Words, nullable=False),  # what was new then: articles that came, went, were described; rules
    Column("articles", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    Column("bytes", BigInteger, nullable=False),  # of the body
    Column("body", LargeBinary, nullable=False),  # its rows, pressed together, without the articles' texts
)

outlines = Table(
    "outlines",
    metadata,
    _of_collection(),
    Column("name", Text, primary_key=True),  # a hash of the body; empty for the list of all others
    Column("body", LargeBinary, nullable=False),
)

touched = Table(
    "touched",
    metadata,
    Column("collection", Text, primary_key=True),
    Column("target", Words, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    ForeignKeyConstraint(["collection", "number"], ["decisions.collection", "decisions.number"], ondelete="CASCADE"),
)

lessons = Table(
    "lessons",
    metadata,
    Column("code", Text, primary_key=True),  # what a class types
    Column("kind", Text, nullable=False),  # exercise or tour
    Column("place", Text, nullable=False),  # the address of what it was made from, which may be a sample
    Column("collection", Text, ForeignKey("collections.id", ondelete="CASCADE")),  # the same, where it is one of ours
    Column("made", Text, nullable=False),
    Column("changed", Text, nullable=False),
    Column("body", Words, nullable=False),
    Index("lessons_by_place", "place"),
)

answers = Table(
    "answers",
    metadata,
    Column("lesson", Text, ForeignKey("lessons.code", ondelete="CASCADE"), primary_key=True),
    Column("card", Text, primary_key=True),
    Column("answer", Words, primary_key=True),
    Column("count", Integer, nullable=False),
)

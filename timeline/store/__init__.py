"""Collections to files and back."""

from timeline.store.collection_file import dump, json_text, load, read, write
from timeline.store.plain import plain_mention
from timeline.store.proof import doubts
from timeline.store.whole import write_whole

__all__ = ["doubts", "dump", "json_text", "load", "plain_mention", "read", "write", "write_whole"]

"""The database behind a workspace: where it is, its tables, and how an older one is brought up to date."""

from timeline.store.database.database import Database, open_database
from timeline.store.database.place import Place, place_of

__all__ = ["Database", "Place", "open_database", "place_of"]

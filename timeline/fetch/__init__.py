"""A page from its address: the one room that opens connections, and only the app and the command line enter it."""

from timeline.fetch.fetching import Fetched, fetch

__all__ = ["Fetched", "fetch"]

"""One reader a kind of file: its bytes to ``Contents``. Nothing is executed, fetched or written."""

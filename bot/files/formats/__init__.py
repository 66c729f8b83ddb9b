"""One file a format: bytes to a table of texts."""

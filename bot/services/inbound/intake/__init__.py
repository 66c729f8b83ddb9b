"""Use cases: what other systems report of clients over HTTP (R9)."""

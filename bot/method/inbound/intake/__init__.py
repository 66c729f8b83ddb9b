"""Rules and plain results: what other systems report of clients over HTTP (R9)."""

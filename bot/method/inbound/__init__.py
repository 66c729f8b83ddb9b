"""Rules and plain results: what clients send (R9)."""

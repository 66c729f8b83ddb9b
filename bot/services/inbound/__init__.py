"""Use cases: what clients send (R9)."""

"""Use cases: the course of the method (R12)."""

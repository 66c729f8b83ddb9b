"""Use cases: files in and out (R1)."""

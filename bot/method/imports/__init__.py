"""Rules and plain results: files in and out (R1)."""

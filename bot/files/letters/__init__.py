"""Letters: bytes to plain values."""

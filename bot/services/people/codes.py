"""Codes of invites: only their hashes are kept."""

from hashlib import sha256


def hash_of(code: str) -> str:
    """What is kept of a code."""
    return sha256(code.encode()).hexdigest()

"""How a command ends: with a sentence where something is in the way, and its exit code."""

import sys

DONE, FAILED, WRONG_USE = 0, 1, 2


def say(sentence: str, code: int = FAILED) -> int:
    """Say why it ends, beside what it prints; returns the code."""
    print(sentence, file=sys.stderr)
    return code

"""How a command ends: with a sentence where something is in the way, and its exit code."""

import os
import sys

DONE, FAILED, WRONG_USE = 0, 1, 2


def say(sentence: str, code: int = FAILED) -> int:
    """Say why it ends, beside what it prints; returns the code."""
    print(sentence, file=sys.stderr)
    return code


def tell(line: str) -> None:
    """Print a line at once, for whoever waits for the next; nowhere once nobody reads any more."""
    try:
        print(line, flush=True)
    except BrokenPipeError:
        unheard()


def unheard() -> int:
    """End quietly where nobody reads any more, as behind `| head`; returns the code."""
    # What is still to be written at the very end goes nowhere, without a complaint.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED

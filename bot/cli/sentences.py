"""How a command ends: with a sentence where something is in the way, and its exit code."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.views.words import Words

DONE, FAILED, WRONG_USE = 0, 1, 2


def say(sentence: str, code: int = FAILED) -> int:
    """Say why it ends, beside what it prints; returns the code."""
    print(sentence, file=sys.stderr)
    return code


def unusable(error: BaseException, words: "Words") -> int:
    """Say that the database can not be used, and why as far as that is known; returns the code."""
    from bot.db import why_unusable

    if why_unusable(error) == "SQLITE_NOTADB":
        return say(words.plain("cli-not-a-database"))
    return say(words.plain("cli-database", error=type(error).__name__))


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

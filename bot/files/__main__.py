"""The process that reads one file: bytes in by stdin, the answer out by stdout.

What a file makes a reader do stays in here: memory and processor time are limited before the
first byte is looked at, and there is nothing in its environment to be had.
"""

import gc
import sys

from bot.files.answer import file_answer, refusal_answer
from bot.files.asking import Question
from bot.files.limits import LARGEST
from bot.files.reading import read_clients
from bot.isolated.limits import limit
from bot.method.core.refusals import Invalid


def main() -> None:
    """Arguments: memory in bytes, processor time in seconds. The first line is the question."""
    limit(int(sys.argv[1]), int(sys.argv[2]))
    # Nothing of what is read is garbage, and looking for it would be a fifth of the time.
    gc.disable()
    say = sys.stdout.buffer.write
    refused: Invalid | None = None
    try:
        question = Question.read(sys.stdin.buffer.readline())
        content = sys.stdin.buffer.read(LARGEST + 1)
        for line in file_answer(read_clients(content, question.mapping, question.around)):
            say(line)
    except Invalid as refusal:
        refused = refusal
    except MemoryError:
        refused = Invalid("file-bomb")
    # Said when the error is gone: it keeps alive all that was read, and there is no more memory.
    if refused is not None:
        say(refusal_answer(refused))


if __name__ == "__main__":
    main()

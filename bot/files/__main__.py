"""The process that reads one file: bytes in by stdin, the answer out by stdout.

What a file makes a reader do stays in here: memory and processor time are limited before the
first byte is looked at, and there is nothing in its environment to be had.
"""

import json
import sys

from bot.files.answer import file_answer, refusal_answer
from bot.files.limits import LARGEST
from bot.files.reading import read_clients
from bot.isolated.limits import limit
from bot.method.core.refusals import Invalid
from bot.method.imports.rows import Field


def main() -> None:
    """Arguments: memory in bytes, processor time in seconds, the mapping as JSON."""
    memory, seconds, typed = int(sys.argv[1]), int(sys.argv[2]), json.loads(sys.argv[3])
    limit(memory, seconds)
    mapping = {int(index): Field(field) for index, field in typed.items()}
    try:
        answer = file_answer(read_clients(sys.stdin.buffer.read(LARGEST + 1), mapping))
    except Invalid as refusal:
        answer = refusal_answer(refusal)
    except MemoryError:
        answer = refusal_answer(Invalid("file-bomb"))
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()

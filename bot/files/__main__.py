"""The process that reads one file: bytes in by stdin, the answer out by stdout.

What a file makes a reader do stays in here: memory and processor time are limited before the
first byte is looked at, and there is nothing in its environment to be had.
"""

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
    try:
        question = Question.read(sys.stdin.buffer.readline())
        content = sys.stdin.buffer.read(LARGEST + 1)
        answer = file_answer(read_clients(content, question.mapping, question.around))
    except Invalid as refusal:
        answer = refusal_answer(refusal)
    except MemoryError:
        answer = refusal_answer(Invalid("file-bomb"))
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()

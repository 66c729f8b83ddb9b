"""Reading a file in a process of its own, so that no file can hurt or hold up the bot."""

import asyncio
import signal
from collections.abc import Iterator, Mapping

from bot.files.answered import file_of
from bot.files.asking import Question
from bot.files.limits import LARGEST
from bot.isolated.running import run_isolated
from bot.method.core.refusals import Invalid
from bot.method.imports.recognition import NOWHERE, Surroundings
from bot.method.imports.rows import Field, ImportFile

SECONDS = 120.0
MEMORY = 1024 * 1024 * 1024


async def read_isolated(
    content: bytes,
    mapping: Mapping[int, Field] | None = None,
    around: Surroundings = NOWHERE,
    *,
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> ImportFile:
    """As `read_clients`, without stopping the loop, within `seconds` and `memory` in bytes.

    Invalid: the codes of `read_clients`, and file-slow. Ends the process when cancelled.
    """
    if len(content) > LARGEST:
        raise Invalid("file-large")
    told = Question(mapping or {}, around).line() + content
    try:
        code, answer = await run_isolated("bot.files", told, seconds=seconds, memory=memory)
    except TimeoutError:
        raise Invalid("file-slow") from None
    if code == -signal.SIGXCPU:
        raise Invalid("file-slow")
    if code < 0:
        # A library that gets no memory ends the process.
        raise Invalid("file-bomb")
    return await asyncio.to_thread(file_of, _emptied(answer))


def _emptied(blocks: list[bytes]) -> Iterator[bytes]:
    """The blocks one after the other, none of them kept: together they are longer than the file."""
    blocks.reverse()
    while blocks:
        yield blocks.pop()

"""Reading a file in a process of its own, so that no file can hurt or hold up the bot."""

import asyncio
import signal
from collections.abc import Mapping

from bot.files.answered import Answer
from bot.files.asking import Question
from bot.files.limits import LARGEST
from bot.isolated.running import hear_isolated
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
    told, answer = [Question(mapping or {}, around).line(), content], Answer()

    async def hear(block: bytes) -> None:
        await asyncio.to_thread(answer.take, block)

    try:
        code = await hear_isolated("bot.files", told, hear, seconds=seconds, memory=memory)
    except TimeoutError:
        raise Invalid("file-slow") from None
    if code == -signal.SIGXCPU:
        raise Invalid("file-slow")
    if code < 0:
        # A library that gets no memory ends the process.
        raise Invalid("file-bomb")
    return answer.file()

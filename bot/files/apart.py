"""Reading a file in a process of its own, so that no file can hurt or hold up the bot."""

import asyncio
import json
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Mapping
from pathlib import Path

from bot.files.answer import file_of
from bot.files.limits import LARGEST
from bot.method.import_rows import Field, ImportFile
from bot.method.refusals import Invalid

SECONDS = 60.0
MEMORY = 1024 * 1024 * 1024
_ROOT = Path(__file__).parent.parent.parent


async def read_apart(
    content: bytes,
    mapping: Mapping[int, Field] | None = None,
    *,
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> ImportFile:
    """As `read_clients`, without stopping the loop, within `seconds` and `memory` in bytes.

    Invalid: the codes of `read_clients`, and file-slow. Ends the process when cancelled.
    """
    if len(content) > LARGEST:
        raise Invalid("file-large")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.files", str(memory), str(int(seconds) + 1)),
        json.dumps(mapping or {}),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        cwd=_ROOT,
        env={},
    )
    try:
        async with asyncio.timeout(seconds):
            answer, _ = await process.communicate(content)
    except TimeoutError:
        raise Invalid("file-slow") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode == -signal.SIGXCPU:
        raise Invalid("file-slow")
    if process.returncode and process.returncode < 0:
        # A library that gets no memory ends the process.
        raise Invalid("file-bomb")
    return await asyncio.to_thread(file_of, answer)

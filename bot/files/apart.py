"""Reading a file in a process of its own, so that no file can hurt or hold up the bot."""

import asyncio
import json
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from bot.files.answer import file_of
from bot.files.limits import LARGEST
from bot.method.import_rows import Field, ImportFile
from bot.method.refusals import Invalid

SECONDS = 120.0
MEMORY = 1024 * 1024 * 1024
_BLOCK = 64 * 1024
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
            answer = await _converse(process, content)
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


async def _converse(process: Process, content: bytes) -> list[bytes]:
    """All that it answers, in the blocks that came: to join them would stop the loop."""
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("started without pipes")
    # What has ended already says so by its answer or its code.
    with suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(content)
        await process.stdin.drain()
        process.stdin.close()
    blocks: list[bytes] = []
    while block := await process.stdout.read(_BLOCK):
        blocks.append(block)
    await process.wait()
    return blocks

"""Running a module of ours in a process of its own: bytes in, bytes out."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_BLOCK = 64 * 1024
_ROOT = Path(__file__).parent.parent.parent


async def run_isolated(
    module: str,
    content: bytes,
    *arguments: str,
    seconds: float,
    memory: int,
    env: Mapping[str, str] | None = None,
) -> tuple[int, list[bytes]]:
    """The exit code (negative: the signal) and what the module has said, in the blocks that came:
    to join them would stop the loop.

    The module is told `memory` in bytes and the seconds of processor time, then the `arguments`,
    and limits itself. TimeoutError after `seconds`. Ends the process when cancelled.
    """
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module, str(memory), str(int(seconds) + 1), *arguments),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        cwd=_ROOT,
        env=env or {},
    )
    try:
        async with asyncio.timeout(seconds):
            answer = await _converse(process, content)
            return await process.wait(), answer
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _converse(process: Process, content: bytes) -> list[bytes]:
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
    return blocks

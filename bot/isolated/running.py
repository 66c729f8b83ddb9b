"""Running a module of ours in a process of its own: bytes in, bytes out."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Awaitable, Callable, Mapping, Sequence
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
    """The exit code and what the module has said, in the blocks that came: to join them would stop
    the loop. As `hear_isolated`."""
    blocks: list[bytes] = []

    async def keep(block: bytes) -> None:
        blocks.append(block)

    code = await hear_isolated(
        module, [content], keep, *arguments, seconds=seconds, memory=memory, env=env
    )
    return code, blocks


async def hear_isolated(
    module: str,
    told: Sequence[bytes],
    hear: Callable[[bytes], Awaitable[None]],
    *arguments: str,
    seconds: float,
    memory: int,
    env: Mapping[str, str] | None = None,
) -> int:
    """The exit code (negative: the signal); `hear` is given what the module says as it comes, and
    the module waits for it.

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
            await _converse(process, told, hear)
            return await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _converse(
    process: Process, told: Sequence[bytes], hear: Callable[[bytes], Awaitable[None]]
) -> None:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("started without pipes")
    # What has ended already says so by its answer or its code.
    with suppress(BrokenPipeError, ConnectionResetError):
        for part in told:
            # Whole, it would stand in memory once more until the module has read it.
            for start in range(0, len(part), _BLOCK):
                process.stdin.write(part[start : start + _BLOCK])
                await process.stdin.drain()
        process.stdin.close()
    while block := await process.stdout.read(_BLOCK):
        await hear(block)

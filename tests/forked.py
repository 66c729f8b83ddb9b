"""The bot forked from a process that has imported it already: a start costs a quarter of the CPU.

It is a process like any other, with an environment, a folder and an output of its own, and it can
be killed. The plain command `python -m bot run` is what the story of the demo starts.
"""

import asyncio
import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import IO

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.warm"])


class Forked:
    """A forked child in the shape of `asyncio.subprocess.Process`."""

    def __init__(self, process: BaseProcess) -> None:
        self._process = process

    @property
    def pid(self) -> int:
        return self._process.pid or 0

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, signal: int) -> None:
        os.kill(self.pid, signal)

    def kill(self) -> None:
        self._process.kill()

    async def wait(self) -> int:
        """Until it has ended; returns the exit code."""
        loop, ended = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self._process.sentinel, ended.set)
        try:
            await ended.wait()
        finally:
            loop.remove_reader(self._process.sentinel)
        self._process.join()
        return self._process.exitcode or 0


async def fork(
    command: Sequence[str], env: Mapping[str, str], cwd: Path | str | None, output: IO[bytes]
) -> Forked:
    """Start the bot with that environment; of the command only what follows `-m bot` counts."""
    if list(command[:3]) != [sys.executable, "-m", "bot"]:
        raise ValueError(f"not the bot: {command}")
    about = (list(command[3:]), dict(env), str(cwd or "."), output.name)
    # A daemon: it never outlives the tests.
    process = _CONTEXT.Process(target=_run, args=about, daemon=True)
    process.start()
    return Forked(process)


def _run(arguments: list[str], env: dict[str, str], cwd: str, output: str) -> None:
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    descriptor = os.open(output, os.O_WRONLY | os.O_APPEND)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(descriptor, stream.fileno())
    os.close(descriptor)
    from bot.__main__ import main

    sys.exit(main(arguments))

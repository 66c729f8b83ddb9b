"""The bot as a child process: started, watched through its ready page, stopped or killed."""

import asyncio
import os
import signal
import tempfile
import weakref
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Protocol, Self

import aiohttp

from sandbox.patience import patient

Json = dict[str, Any]
_RETRY = 0.02
_RETRY_MOST = 0.16
_TAIL = 4000
# Of a machine that has nothing else to do; what is there is seen at once.
_START = 90.0
_REST = 60.0
_END = 30.0
_KILLED = 30.0


class Child(Protocol):
    """A child process, in the shape in which asyncio has it."""

    @property
    def pid(self) -> int: ...
    @property
    def returncode(self) -> int | None: ...
    def send_signal(self, signal: int, /) -> None: ...
    def kill(self) -> None: ...
    async def wait(self) -> int: ...


Launch = Callable[
    [Sequence[str], Mapping[str, str], Path | str | None, IO[bytes]], Awaitable[Child]
]
"""Starts a command with the environment, the folder and the file for its output."""


async def execute(
    command: Sequence[str], env: Mapping[str, str], cwd: Path | str | None, output: IO[bytes]
) -> Child:
    """The command as an ordinary child process."""
    return await asyncio.create_subprocess_exec(
        *command,
        env=env,
        cwd=cwd,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=output,
        stderr=asyncio.subprocess.STDOUT,
    )


class BotProcess:
    """A command that serves `ready_url`. Its output goes to one file, read by `output`.

    `env` is the whole environment of the child, `launch` how it is started. Starting the same
    object again after a stop or kill is allowed; the output goes on in the same file.
    """

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str],
        ready_url: str,
        cwd: Path | str | None = None,
        launch: Launch = execute,
    ) -> None:
        self._command = list(command)
        self._env = dict(env)
        self.ready_url = ready_url
        self._cwd = cwd
        self._launch = launch
        self._process: Child | None = None
        self._output = tempfile.NamedTemporaryFile()  # noqa: SIM115  lives as long as the object
        weakref.finalize(self, self._output.close)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    @property
    def returncode(self) -> int | None:
        """The exit code; None while it runs or before it was started."""
        return self._process.returncode if self._process else None

    @property
    def pid(self) -> int:
        return self._running().pid

    @property
    def output(self) -> str:
        """Everything it has written to stdout and stderr so far."""
        descriptor = self._output.fileno()
        # pread: the child shares our position in the file, so seeking would move its writing.
        written = os.pread(descriptor, os.fstat(descriptor).st_size, 0)
        return written.decode("utf-8", "replace")

    async def start(self, timeout: float = _START) -> Json:
        """Start and wait until the ready page answers 200; returns its JSON.

        Raises AssertionError with the output's tail when it ends or stays silent.
        """
        self._process = await self._launch(self._command, self._env, self._cwd, self._output.file)
        try:
            return await self._until(lambda ready: True, timeout, "did not become ready")
        except BaseException:
            await self.kill()
            raise

    async def settled(
        self,
        after_clock: datetime | None = None,
        timeout: float = _REST,
        *,
        after_ticks: int = 0,
    ) -> Json:
        """Wait until nothing waits in inbox and outbox, (with `after_clock`, aware) the bot's last
        tick is not older than that, and it has ticked so often since it was started; returns the
        ready page's JSON."""

        def at_rest(ready: Json) -> bool:
            if ready.get("inbox") != 0 or ready.get("outbox") != 0:
                return False
            if ready.get("ticks", 0) < after_ticks:
                return False
            return after_clock is None or _ticked(ready, after_clock)

        return await self._until(at_rest, timeout, "did not come to rest")

    async def stop(self, timeout: float = _END) -> int:
        """SIGTERM, and SIGKILL after `timeout` seconds; returns the exit code."""
        process = self._running()
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(patient(timeout)):
                return await process.wait()
        except TimeoutError:
            return await self.kill()

    async def kill(self) -> int:
        """SIGKILL; returns the exit code. AssertionError where the system does not end it."""
        process = self._running()
        if process.returncode is None:
            process.kill()
        try:
            async with asyncio.timeout(patient(_KILLED)):
                return await process.wait()
        except TimeoutError:
            raise AssertionError(f"process {process.pid} does not end by SIGKILL") from None

    def _running(self) -> Child:
        if self._process is None:
            raise RuntimeError("the process was not started")
        return self._process

    async def _until(self, good: Callable[[Json], bool], timeout: float, complaint: str) -> Json:
        last: Json | None = None
        timeout, pause = patient(timeout), _RETRY
        try:
            async with asyncio.timeout(timeout), aiohttp.ClientSession() as session:
                while self.returncode is None:
                    last = await self._ready(session)
                    if last is not None and good(last):
                        return last
                    await asyncio.sleep(pause)
                    # Asking takes the bot's time, of which a busy machine has little.
                    pause = min(pause * 2, _RETRY_MOST)
        except TimeoutError:
            complaint += f" within {timeout:g} s, last ready page: {last}"
        else:
            complaint += f", it ended with {self.returncode}"
        raise AssertionError(f"the bot {complaint}\n--- output ---\n{self.output[-_TAIL:]}")

    async def _ready(self, session: aiohttp.ClientSession) -> Json | None:
        try:
            async with session.get(self.ready_url) as answer:
                if answer.status != 200:
                    return None
                page = await answer.json()
                return page if isinstance(page, dict) else None
        except (aiohttp.ClientError, ValueError):
            return None


def _ticked(ready: Json, after: datetime) -> bool:
    ticked_at = ready.get("ticked_at")
    return bool(ticked_at) and datetime.fromisoformat(str(ticked_at)) >= after

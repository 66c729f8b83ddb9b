"""The one owner of all background work: starts, logs, awaits and cancels it."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import structlog
from sqlalchemy.exc import DBAPIError

from bot.db import is_away, is_conflict

log = structlog.get_logger(__name__)

_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 10.0
_CONFLICT_PAUSE = 0.05


async def retry_while_database_away(run: Callable[[], Awaitable[None]]) -> None:
    """Run it, and begin it anew as long as the database is away: what waits there will be done.

    Any other error is the caller's.
    """
    pause = _FIRST_PAUSE
    loop = asyncio.get_running_loop()
    while True:
        began = loop.time()
        try:
            return await run()
        except Exception as error:
            if not is_away(error):
                raise
            if loop.time() - began > _LONGEST_PAUSE:
                pause = _FIRST_PAUSE
            cause = type(getattr(error, "orig", error)).__name__
            log.warning("the database is away", error=cause, again_in=pause)
        await asyncio.sleep(pause)
        pause = min(pause * 2, _LONGEST_PAUSE)


async def retry_while_conflict(run: Callable[[], Awaitable[None]]) -> None:
    """Run it, and begin it anew where another writer has met it."""
    while True:
        try:
            return await run()
        except DBAPIError as error:
            if not is_conflict(error):
                raise
        await asyncio.sleep(_CONFLICT_PAUSE)


class Background:
    """Tasks that live as long as the process or less."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._told: list[Callable[[], None]] = []
        self.died = asyncio.Event()

    def start(
        self, name: str, work: Coroutine[Any, Any, None], *, vital: bool = False
    ) -> asyncio.Task[None]:
        """Run it; where a vital one ends by an error, `died` is set. The caller may cancel it."""
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._ended(done, vital))
        return task

    def on_death(self, told: Callable[[], None]) -> None:
        """Call this when a vital task has ended."""
        self._told.append(told)

    async def stop(self) -> None:
        """Cancel whatever still runs and wait until it has ended."""
        running = list(self._tasks)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _ended(self, task: asyncio.Task[None], vital: bool) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            log.error("background work failed", work=task.get_name(), exc_info=error)
        if vital and not task.cancelled():
            self.died.set()
            for told in self._told:
                told()

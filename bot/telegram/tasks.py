"""The one owner of all background work: starts, logs, awaits and cancels it."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import structlog

log = structlog.get_logger(__name__)


class Background:
    """Tasks that live as long as the process or less."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._told: list[Callable[[], None]] = []
        self.died = asyncio.Event()

    def start(self, name: str, work: Coroutine[Any, Any, None], *, vital: bool = False) -> None:
        """Run it; where a vital one ends by an error, `died` is set."""
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._ended(done, vital))

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

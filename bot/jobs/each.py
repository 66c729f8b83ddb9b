"""Going through many subjects, each in a transaction of its own."""

from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

import structlog

from bot.jobs.room import Room
from bot.services.core.work import Work

log = structlog.get_logger(__name__)

_S = TypeVar("_S")
_R = TypeVar("_R")


async def each(
    room: Room, job: str, subjects: Iterable[_S], do: Callable[[Work, _S], Awaitable[_R]]
) -> list[_R]:
    """What came of each subject; one that fails is logged and does not stop the others."""
    done: list[_R] = []
    for subject in subjects:
        try:
            async with room.work() as work:
                done.append(await do(work, subject))
        except Exception as error:
            log.error("one of a job failed", job=job, subject=subject, exc_info=error)
    return done

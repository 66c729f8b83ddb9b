"""One sick moment of Telegram is one for all messages."""

from datetime import datetime

import aiohttp
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramServerError

from bot.method.core.repeats import LONGEST_PAUSE, pause_after

AMBIGUOUS = (TelegramNetworkError, TelegramServerError, ClientDecodeError)
"""Answers that say nothing of what became of a message."""


def never_left(error: Exception) -> bool:
    """Whether there was not even a connection: what was to be sent is certainly not."""
    return isinstance(error.__cause__, aiohttp.ClientConnectorError)


class Breaker:
    """Whether messages may go now. While Telegram is ill one at a time asks whether it is well
    again, with growing pauses; all moments are aware UTC."""

    def __init__(self) -> None:
        self._failures = 0
        self._resume_at: datetime | None = None

    @property
    def moment(self) -> int:
        """The number of the sick moment; what was begun in an earlier one says nothing new."""
        return self._failures

    def lets_pass(self, now: datetime, under_way: int) -> bool:
        """Whether one more message may be begun beside those `under_way`."""
        if self._resume_at is None:
            return True
        # A clock that was put back does not make the pause longer.
        is_over = now >= self._resume_at or self._resume_at - now > LONGEST_PAUSE
        return is_over and not under_way

    def failed(self, moment: int, now: datetime) -> None:
        """A message begun at that moment has had no answer that means anything."""
        if moment == self._failures:
            self._failures += 1
            self._resume_at = now + pause_after(self._failures)

    def answered(self) -> None:
        """Telegram has given a definite answer: it is well."""
        self._failures = 0
        self._resume_at = None

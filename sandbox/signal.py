"""One place to wait for "something happened", without polling sleeps."""

import asyncio
from collections.abc import Callable


class Signal:
    """Wakes everybody who waits, each time something changes."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def notify(self) -> None:
        self._event.set()
        self._event = asyncio.Event()

    async def until(self, condition: Callable[[], object], timeout: float) -> bool:
        """Wait until the condition is true; False when the seconds are over before."""
        try:
            async with asyncio.timeout(timeout):
                while not condition():
                    await self._event.wait()
        except TimeoutError:
            return bool(condition())
        return True

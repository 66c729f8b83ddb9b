"""Who listens to what happens, and hears it."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from sandbox.transcript import Entry

Json = dict[str, Any]
_MOST = 500
"""Events that wait for one listener: one that is slower loses the oldest, and asks anew anyway."""


class Hearing:
    """Passes each event on to every page that listens. Needs a running event loop."""

    def __init__(self) -> None:
        self._queues: set[asyncio.Queue[Json | None]] = set()

    def entry(self, entry: Entry) -> None:
        """One line of the transcript."""
        self.tell({"what": entry.direction, "who": entry.who, "text": entry.text})

    def tell(self, event: Json | None) -> None:
        """An event for all; None ends their listening."""
        for queue in self._queues:
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(event)

    def close(self) -> None:
        self.tell(None)

    async def listen(self) -> AsyncIterator[Json]:
        """Everything from now on. The first event says that the listening has begun."""
        queue: asyncio.Queue[Json | None] = asyncio.Queue(_MOST)
        self._queues.add(queue)
        try:
            yield {"what": "hello", "who": "", "text": ""}
            while (event := await queue.get()) is not None:
                yield event
        finally:
            self._queues.discard(queue)

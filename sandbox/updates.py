"""Updates for the bot: they come again until they are confirmed by an offset."""

from typing import Any

from sandbox.errors import ApiError, bad_request
from sandbox.signal import Signal

Json = dict[str, Any]
_NOT_BY_DEFAULT = ("chat_member", "message_reaction", "message_reaction_count")
_LONGEST_POLL = 50


class Updates:
    """The queue of one bot; `first_id` is the id of the first update."""

    def __init__(self, signal: Signal, first_id: int = 500_000_001) -> None:
        self.next_id = first_id
        self.waiting: list[Json] = []
        self.closing = False
        self._once: list[object] = []
        self._signal = signal
        self._allowed: list[str] = []
        self._poll = 0

    def add(self, kind: str, body: Json) -> int | None:
        """Queue an update; None where the bot did not ask for this kind."""
        wanted = kind in self._allowed if self._allowed else kind not in _NOT_BY_DEFAULT
        if not wanted:
            return None
        update_id = self.next_id
        self.next_id += 1
        self.waiting.append({"update_id": update_id, kind: body})
        self._signal.notify()
        return update_id

    def add_once(self, *odd: object) -> None:
        """Give these away with the next answer, before all that waits and never again, whatever
        they are: what is no update can not be confirmed."""
        self._once += odd
        self._signal.notify()

    def allow(self, kinds: list[str] | None) -> None:
        """Remember allowed_updates; None keeps what was set before."""
        if kinds is not None:
            self._allowed = [str(kind) for kind in kinds]

    def confirm(self, offset: int) -> None:
        """Forget what is below the offset; a negative offset keeps the last -offset updates."""
        if offset < 0:
            self.waiting = self.waiting[offset:]
        else:
            self.waiting = [update for update in self.waiting if update["update_id"] >= offset]
        self._signal.notify()

    async def get(self, offset: int, limit: int, timeout: float) -> list[object]:
        """getUpdates: a newer poll ends an older one with 409."""
        if timeout < 0 or limit < 0:
            raise bad_request("wrong parameters specified")
        self._poll += 1
        mine = self._poll
        self.confirm(offset)
        await self._signal.until(
            lambda: self.waiting or self._once or self.closing or self._poll != mine,
            min(timeout, _LONGEST_POLL),
        )
        if self._poll != mine:
            raise ApiError(
                409,
                "Conflict: terminated by other getUpdates request; "
                "make sure that only one bot instance is running",
            )
        once, self._once = self._once, []
        return [*once, *self.waiting[: min(limit or 100, 100)]]

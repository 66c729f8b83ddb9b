"""The sandbox: a Telegram of our own, for tests and the demo."""

from collections import Counter
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Self

from sandbox.clock import MovableClock
from sandbox.faults import Faults, Limits
from sandbox.groups import Group, GroupState
from sandbox.memory import Memory, recall, remember
from sandbox.patience import patient
from sandbox.person import Person
from sandbox.posts import Post
from sandbox.server import Server
from sandbox.state import Call, Chat, State
from sandbox.transcript import Entry, render_all
from sandbox.webhook import WebhookDelivery

_TAIL = 25


class Sandbox:
    """A Bot API server on 127.0.0.1 with people in it.

    `url` is the base of the server. `patience` is how many seconds (real ones) an action waits
    for the bot where the machine has nothing else to do. `after_action`, when set, is awaited after
    each answered action: a test that knows how to ask its bot whether it is at rest puts that here.
    """

    def __init__(
        self,
        clock: MovableClock,
        token: str = "1:sandbox",
        bot_username: str = "moi_dela_bot",
        port: int = 0,
        patience: float = 10.0,
    ) -> None:
        self.clock = clock
        self.token = token
        self.bot_username = bot_username
        self.patience = patience
        self.url = ""
        self.after_action: Callable[[], Awaitable[object]] | None = None
        self.people: list[Person] = []
        self._port = port

    async def __aenter__(self) -> Self:
        self.state = State(self.clock, self.token, self.bot_username)
        self._server = Server(self.state, self._port)
        self._webhook = WebhookDelivery(self.state)
        self.clock.on_move.append(self._heard_the_clock)
        self.url = await self._server.start()
        self._webhook.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Stop the server; polls end empty, what hangs is answered. Twice is once."""
        if self._heard_the_clock in self.clock.on_move:
            self.clock.on_move.remove(self._heard_the_clock)
        await self._webhook.stop()
        await self._server.stop()

    def person(
        self,
        first_name: str,
        user_id: int,
        *,
        last_name: str | None = None,
        username: str | None = None,
        phone: str | None = None,
        language_code: str = "ru",
    ) -> Person:
        """Somebody new who has never written to the bot."""
        if user_id in self.state.chats:
            raise ValueError(f"user id {user_id} is taken")
        chat = Chat(user_id, first_name, last_name, username, phone, language_code)
        self.state.chats[user_id] = chat
        person = Person(self, chat)
        self.people.append(person)
        return person

    def group(self, title: str, number: int = -4001) -> Group:
        """A new group without the bot."""
        if number in self.state.chats:
            raise ValueError(f"group id {number} is taken")
        chat = GroupState(number, title)
        self.state.chats[number] = chat
        return Group(self, chat)

    def remember(self) -> Memory:
        """What everybody has seen so far, for another sandbox to begin from."""
        return remember(self.state)

    def recall(self, memory: Memory) -> list[Person]:
        """Begin where another sandbox was remembered; its people, in their order."""
        recall(self.state, memory)
        self.people += [Person(self, one) for one in self.state.chats.values() if one.id > 0]
        return self.people

    @property
    def faults(self) -> Faults:
        return self.state.faults

    @property
    def limits(self) -> Limits:
        return self.state.limits

    @property
    def calls(self) -> Counter[str]:
        """How many times each method was called; file downloads count as "download"."""
        return self.state.calls

    @property
    def log(self) -> list[Call]:
        """Every call with its values and the status of its answer (0: not answered yet)."""
        return self.state.log

    @property
    def delivered(self) -> list[Post]:
        """Every message that the bot has brought to somebody, as it arrived, in that order:
        whether or not the bot heard so, and whatever became of the message later."""
        return self.state.delivered

    @property
    def transcript(self) -> list[Entry]:
        return self.state.transcript

    @property
    def on_entry(self) -> list[Callable[[Entry], None]]:
        """Callbacks that hear each entry of the transcript as it happens."""
        return self.state.on_entry

    @property
    def unconfirmed(self) -> int:
        """Updates that the bot has not confirmed yet."""
        return len(self.state.updates.waiting)

    async def wait(
        self,
        condition: Callable[[], object],
        timeout: float | None = None,
        what: str = "it did not happen",
    ) -> None:
        """Wait until the condition is true; it is looked at after every call and change.

        Raises AssertionError with the transcript's tail after `timeout` (default: patience)
        real seconds of a machine that has nothing else to do.
        """
        seconds = patient(self.patience if timeout is None else timeout)
        if not await self.state.signal.until(condition, seconds):
            raise self.failure(f"{what} (waited {seconds:g} s)")

    async def settle(self) -> None:
        """Wait until every update is confirmed and `after_action` agrees."""
        if self.after_action is None:
            return
        await self.wait(lambda: not self.unconfirmed, None, "the bot left updates unconfirmed")
        await self.after_action()

    def failure(self, text: str) -> AssertionError:
        """An AssertionError that shows the last entries of the transcript."""
        tail = render_all(self.transcript[-_TAIL:])
        return AssertionError(f"{text}\n--- transcript, last entries ---\n{tail}")

    def _heard_the_clock(self, moment: object) -> None:
        self.state.note(Entry(self.clock.local(), "", "clock", ""))

"""The sender in this process against the sandbox: both follow one clock, and it can be killed."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal, get_args

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType

from bot.jobs.ticker import Ticker
from bot.telegram.background import Background
from bot.telegram.calls.session import JsonSession
from bot.telegram.pace import Pace
from bot.wiring import Sender
from sandbox import MovableClock, Person, Post, Sandbox
from sandbox.patience import patient
from tests.builders import Firm, at

PATIENCE = timedelta(seconds=60)
"""How long aiogram waits for an answer."""
MOST_AT_A_MOMENT = 500
"""Messages; more than any story has."""
Step = Literal["chosen", "claimed", "delivered", "answered"]
STEPS: tuple[Step, ...] = get_args(Step)
"""Where a sender may be killed: before it has its turn, before the bytes, after them, and once it
has been told but has not marked it."""


class PaceOfTheClock(Pace):
    """Whoever was told to wait waits by the clock of the story, and nobody rests."""

    def __init__(self, clock: MovableClock) -> None:
        super().__init__(per_second=1_000_000)
        self.waiting = 0
        self._clock = clock
        self._until = clock.now()
        self._moved = asyncio.Event()
        clock.on_move.append(self._heard)

    async def turn(self) -> None:
        self.waiting += 1
        try:
            while self._clock.now() < self._until:
                await self._moved.wait()
        finally:
            self.waiting -= 1

    def pause(self, seconds: float) -> None:
        self._until = max(self._until, self._clock.now() + timedelta(seconds=seconds))

    def rest(self, user_id: int, seconds: float = 0) -> None:
        """Messages to one person come one after the other, at once."""

    def _heard(self, moment: datetime) -> None:
        self._moved.set()
        self._moved = asyncio.Event()


class CountedBackground(Background):
    """Knows how many tasks are under way, and how many have ended."""

    def __init__(self) -> None:
        super().__init__()
        self.running = 0
        self.ended = 0

    def start(self, name: str, work: Coroutine[Any, Any, None], *, vital: bool = False) -> None:
        self.running += 1
        super().start(name, self._counted(work), vital=vital)

    async def _counted(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        finally:
            self.running -= 1
            self.ended += 1


class MortalSession(JsonSession):
    """The bot's own way to Telegram, on which it stops for ever where it is told to."""

    def __init__(self, url: str) -> None:
        super().__init__(api=TelegramAPIServer.from_base(url))
        self.dies_at: Step | None = None
        self.stopped = 0

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        await self.passes("claimed")
        result = await super().make_request(bot, method, timeout)
        await self.passes("answered")
        return result

    async def passes(self, step: Step) -> None:
        if self.dies_at == step:
            self.dies_at = None
            self.stopped += 1
            await asyncio.Event().wait()


@dataclass
class Instance:
    """One life of the sender."""

    session: MortalSession
    pace: PaceOfTheClock
    background: CountedBackground
    sender: Sender

    @property
    def stuck(self) -> int:
        """Messages that go on only when somebody does something."""
        return self.session.stopped + self.pace.waiting


@dataclass
class Office:
    """People who are written to by the bot, and what they get; the clock is the sandbox's."""

    firm: Firm
    box: Sandbox
    lives: list[Instance] = field(default_factory=list)

    def account(self, name: str) -> Person:
        """The Telegram of somebody of the firm, who has come in."""
        account = self.box.person(name, self.firm.ids[name])
        account.chat.started = True
        return account

    def starts(self) -> None:
        """A new life, as after a crash or the first one."""
        session, background = MortalSession(self.box.url), CountedBackground()
        bot = Bot(self.box.token, session, DefaultBotProperties(parse_mode="HTML"))
        pace = PaceOfTheClock(self.box.clock)
        sender = Sender(self.firm.transactions, bot, pace, background)
        self.lives.append(Instance(session, pace, background, sender))

    async def ends(self) -> None:
        """Killed: whatever is under way stops where it is."""
        life = self.lives[-1]
        await life.background.stop()
        self.box.faults.hang_up()
        await life.session.close()

    async def restarts(self, step: Step | None = None) -> None:
        """Killed and begun anew, to die at this step again."""
        await self.ends()
        self.starts()
        if step is not None:
            self.dies_at(step)
        await self.lives[-1].sender.recover()
        await self.rest()

    def dies_at(self, step: Step) -> None:
        """This life gets no further than that with its next message."""
        life = self.lives[-1]
        if step == "delivered":
            self.box.faults.fail_next("sendMessage", 1, "hang")
        elif step == "chosen":
            life.pace.pause(PATIENCE.total_seconds() * 10)
        else:
            life.session.dies_at = step

    async def at(self, moment: str) -> None:
        """Move on to "09:00" or "2026-11-24 09:00", do what is due and wait for the rest."""
        self.box.clock.at(moment)
        await self._follow()

    async def later(self, by: timedelta) -> None:
        self.box.clock.move(by)
        if by >= PATIENCE:
            self.box.faults.hang_up()
        await self._follow()

    async def rest(self) -> None:
        """Wait until nothing goes on by itself at this moment."""
        async with asyncio.timeout(patient(60)):
            while not await self._at_rest(self.lives[-1]):  # noqa: ASYNC110  the database moves too
                await asyncio.sleep(0.002)

    def got(self, account: Person, *words: str) -> list[Post]:
        """What has reached somebody with all of these words in it, ever."""
        posts = [post for post in self.box.delivered if post.chat_id == account.id]
        return [post for post in posts if all(word in post.text for word in words)]

    async def _at_rest(self, life: Instance) -> bool:
        for _ in range(MOST_AT_A_MOMENT):
            ended = life.background.ended
            if not await life.sender.run_once():
                return life.background.ended == ended and self._under_way(life) == 0
        raise AssertionError("a message is begun again and again")

    def _under_way(self, life: Instance) -> int:
        return life.background.running - life.stuck - self.box.faults.hanging

    async def _follow(self) -> None:
        await Ticker(self.firm.transactions, 3600, lambda: None).tick()
        await self.rest()


@asynccontextmanager
async def office(firm: Firm) -> AsyncIterator[Office]:
    """Monday, eight in the morning; the clock of the firm follows that of the sandbox."""
    at(firm, 23, 8)
    clock = MovableClock(firm.clock.now())
    clock.on_move.append(firm.clock.set)
    async with Sandbox(clock) as box:
        made = Office(firm, box)
        made.starts()
        try:
            yield made
        finally:
            await made.ends()

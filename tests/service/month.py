"""A month of a company on a clock of its own: everybody works through the services, the bot's jobs
tick, and every message that the sender hands to Telegram is written down."""

import re
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.methods import SendMessage, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Chat, Message
from sqlalchemy import select

from bot.jobs.names import JobName
from bot.jobs.ticker import Ticker
from bot.method.core.refusals import Refusal
from bot.method.core.terms import Direction, Outcome, PoolReason, Role, TaskKind, TaskStatus
from bot.method.people.vacation import Vacation
from bot.method.tasks.date_question import MoveReason
from bot.models import Arrival, Gap, Task
from bot.models.arrival import ArrivalState
from bot.models.job_run import first_run
from bot.services.core.rights import require_client
from bot.services.core.work import Act
from bot.services.gaps.decisions import give_day
from bot.services.inbound.telling import tell_owner
from bot.services.people.vacations import set_vacation
from bot.services.pool import reactivation, releasing
from bot.services.tasks import postponing
from bot.services.tasks.arrived import bring_inbound
from bot.services.tasks.moves import is_moved_often
from bot.services.tasks.tasks import When, finish_task, move_task, no_answer, plan_task
from bot.telegram.background import Background
from bot.telegram.pace import Pace
from bot.wiring import Sender
from tests.builders import MOSCOW, Firm
from tests.service.gateway import Listener

FIRST = date(2026, 11, 2)
WORKING_DAYS = 32
CLIENTS = 80
TEAM = {"Игорь": Role.HEAD, "Ольга": Role.ADMIN, "Анна": Role.MANAGER, "Лёня": Role.MANAGER}
MANAGERS = ("Анна", "Лёня")
_NAMES = re.compile(r"Клиент-\d{3}")
_HOURS = (9, 10, 11, 12, 14, 15, 17, 18, 19)
"""When something happens, at work and after it."""
_TIMED = ("🔔 Через", "🔔 Пора")


@dataclass(frozen=True)
class Told:
    """One message that has reached somebody, at this local time."""

    to: str
    at: datetime
    text: str

    @property
    def timed(self) -> bool:
        """Whether it is the reminder of a task with a time, and nothing else."""
        return self.text.startswith(_TIMED)

    @property
    def clients(self) -> list[str]:
        """Every mention of a client."""
        return _NAMES.findall(self.text)


class Agreeable(Listener):
    """Takes whatever comes and gives it a number."""

    def __init__(self, heard: Callable[[int, str], None]) -> None:
        super().__init__()
        self._heard, self._number = heard, 0

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        if not isinstance(method, SendMessage):
            return await super().make_request(bot, method, timeout)
        self._number += 1
        chat_id = int(method.chat_id)
        self._heard(chat_id, re.sub("<[^>]+>", "", method.text))
        chat = Chat(id=chat_id, type="private")
        stamp = datetime.combine(FIRST, time(), MOSCOW)
        return Message(message_id=self._number, date=stamp, chat=chat)  # type: ignore[return-value]  # what this method answers


@dataclass
class Month:
    """The company, what it was told, and the dice that it is played with."""

    firm: Firm
    dice: Random = field(default_factory=lambda: Random(14))
    told: list[Told] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    unusual: set[date] = field(default_factory=set)
    people: dict[str, int] = field(default_factory=dict)
    brought: int = 0
    length: int = WORKING_DAYS
    count: int = CLIENTS
    """Clients, by their numbers."""

    async def plays(self) -> None:
        """All of it, from the first morning to the last evening."""
        session = Agreeable(self._heard)
        async with Bot("1:month", session, DefaultBotProperties(parse_mode="HTML")) as bot:
            background = Background()
            pace = NoPace(per_second=1_000_000)
            self._sender = Sender(self.firm.transactions, bot, pace, background)
            self._ticker = Ticker(self.firm.transactions, 3600, lambda: None)
            await self._set_up()
            for day in self._calendar():
                await self._day(day)
            await background.stop()

    def _calendar(self) -> Iterator[date]:
        day = FIRST
        while len(self.days) < self.length:
            yield day
            day += timedelta(days=1)

    def _heard(self, chat_id: int, text: str) -> None:
        name = next(name for name, number in self.firm.ids.items() if number == chat_id)
        self.told.append(Told(name, self.firm.clock.now().astimezone(MOSCOW), text))

    async def _set_up(self) -> None:
        self._at(FIRST - timedelta(days=3), 12)
        team = await self.firm.team()
        for name, role in TEAM.items():
            of = None if role is Role.ADMIN else team
            self.people[name] = await self.firm.person(name, role, of)
        owners = ["Анна"] * 36 + ["Лёня"] * 36 + ["Игорь"] * 2 + ["Анна"] * 6
        for number, owner in enumerate(owners, 1):
            due = self.firm.in_days(self.dice.choice((3, 4, 5, 6, 7, 10, 11, 12, 13, 14)))
            planned = owner != "Лёня" or self.dice.random() < 0.7
            client = await self.firm.client(
                self.people[owner], f"Клиент-{number:03}", due=due if planned else None
            )
            if number > 74:
                async with self.firm.act(self.people["Игорь"]) as act:
                    await releasing.release(act, client, PoolReason.HEAD_DECIDED)

    async def _day(self, day: date) -> None:
        """A tick at these hours, people at work after it, the night once a week; on the 21st day
        the bot is down till 11."""
        if day.weekday() > 0:
            await self._reconciles_another_day(day)
        working = await self._is_working(day)
        down = working and len(self.days) == 20
        if day.weekday() == 0:
            self._at(day, 3, 10)
            await self._tick()
        for hour in _HOURS if working else (12,):
            self._at(day, hour)
            if down and hour < 11:
                continue
            await self._tick()
            if working and hour < 18:
                self.firm.clock.move(timedelta(minutes=9))
                await self._an_hour(day, hour)
            if hour == 19:
                await self._evening()
        if working:
            self.days.append(day)

    async def _reconciles_another_day(self, day: date) -> None:
        """The nightly check of every client finds nothing: of once a week it is enough here."""
        async with self.firm.work() as work:
            await first_run(work.session, f"{JobName.RECONCILE} {day.isoformat()}", work.now)

    async def _is_working(self, day: date) -> bool:
        async with self.firm.work() as work:
            return work.calendar.is_working(day)

    def _at(self, day: date, hour: int, minute: int = 0) -> None:
        self.firm.clock.set(datetime.combine(day, time(hour, minute), MOSCOW))

    async def _tick(self) -> None:
        await self._ticker.tick()
        while await self._sender.run_once():
            await self._sender.drained()
        await self._sender.drained()

    async def _an_hour(self, day: date, hour: int) -> None:
        if (len(self.days), hour) == (22, 15):
            await self._goes_on_vacation(day)
        await self._works("Анна", most=6, plans=1.0)
        if hour % 2:
            await self._works("Лёня", most=2, plans=0.45)
            await self._works("Игорь", most=1, plans=1.0)
        if self.dice.random() < 0.6:
            await self._writes()
        if hour in (11, 15):
            await self._head_decides()

    async def _works(self, name: str, *, most: int, plans: float) -> None:
        """So many of the tasks of today, and of the clients without one as many."""
        async with self.firm.act(self.people[name]) as act:
            if act.actor.away_on(act.today):
                return
            tasks = await self._due(act, most)
        for task_id, client_id, is_inbound, is_attempt in tasks:
            await self._does(name, self._outcome(task_id, client_id, is_inbound, is_attempt, plans))
        for client_id, deal_id in await self._bare(name, most):
            if self.dice.random() < plans:
                await self._does(name, self._plan(client_id, deal_id))

    async def _due(self, act: Act, most: int) -> Sequence[tuple[int, int, bool, bool]]:
        query = (
            select(Task)
            .where(Task.owner_id == act.actor.id, Task.status == TaskStatus.OPEN)
            .where((Task.direction == Direction.INBOUND) | (Task.due_on <= act.today))
            .order_by(Task.id)
        )
        return [
            (
                task.id,
                task.client_id,
                task.direction is Direction.INBOUND,
                task.reactivation_id is not None,
            )
            for task in await act.session.scalars(query)
            if task.due_at is None or task.due_at <= act.now
        ][:most]

    async def _bare(self, name: str, most: int) -> Sequence[tuple[int, int | None]]:
        async with self.firm.work() as work:
            query = select(Gap).where(Gap.owner_id == self.people[name], Gap.closed_at.is_(None))
            gaps = await work.session.scalars(query.order_by(Gap.id).limit(most))
            return [(gap.client_id, gap.deal_id) for gap in gaps]

    async def _does(self, name: str, what: Callable[[Act], Awaitable[None]]) -> None:
        """Somebody does something; what is refused is left."""
        try:
            async with self.firm.act(self.people[name]) as act:
                await what(act)
        except Refusal:
            return

    def _outcome(
        self, task_id: int, client_id: int, is_inbound: bool, is_attempt: bool, plans: float
    ) -> Callable[[Act], Awaitable[None]]:
        lot, next_lot = self.dice.random(), self.dice.random()

        async def do(act: Act) -> None:
            if is_attempt and lot < 0.4:
                await reactivation.failed(act, client_id)
            elif not is_inbound and lot < 0.3:
                # «Завтра утром», as many a client is tried again.
                day = act.calendar.shift(act.today, 1)
                at = datetime.combine(day, time(10), MOSCOW)
                await no_answer(act, task_id, When(day, at))
            elif not is_inbound and lot < 0.4 and plans < 1:
                day = act.calendar.shift(act.today, 1)
                task = await act.session.get_one(Task, task_id)
                why = MoveReason.NO_TIME if is_moved_often(act, task) else None
                await move_task(act, task_id, When(day), why)
            elif plans == 1 or lot < 0.7:
                await finish_task(act, task_id, Outcome.HANDLED if is_inbound else Outcome.TALKED)
                if next_lot < plans:
                    await self._plan(client_id, None)(act)

        return do

    def _plan(self, client_id: int, deal_id: int | None) -> Callable[[Act], Awaitable[None]]:
        days, has_time = self.dice.randint(1, 13), self.dice.random() < 0.2
        hour = self.dice.randint(10, 17)

        async def do(act: Act) -> None:
            day = act.calendar.shift(act.today, days // 2 + 1)
            at = datetime.combine(day, time(hour), MOSCOW) if has_time else None
            await plan_task(act, client_id, deal_id, When(day, at))

        return do

    async def _writes(self) -> None:
        """A client of somebody writes; now and then a colleague brings it."""
        async with self.firm.work() as work:
            query = select(Gap.client_id).where(Gap.closed_at.is_(None))
            bare = list(await work.session.scalars(query))
        client = self.dice.choice(bare) if bare and self.dice.random() < 0.3 else None
        client = client or self.dice.randint(1, self.count)
        by_colleague = self.dice.random() < 0.15
        self.brought += 1

        async def bring(act: Act) -> None:
            dossier = await require_client(act, client)
            if dossier.owner is None:
                return
            arrival = Arrival(
                user_id=act.actor.id,
                state=ArrivalState.DONE,
                kind=TaskKind.LETTER,
                sender={},
                dedupe_key=f"letter {self.brought}",
                arrived_at=act.now,
                created_at=act.now,
            )
            act.session.add(arrival)
            task, _ = await bring_inbound(act, dossier, arrival)
            if by_colleague:
                await tell_owner(act, dossier.owner, task, dossier.owner.name)

        await self._does("Игорь" if by_colleague else "Ольга", bring)

    async def _head_decides(self) -> None:
        """The head looks at the oldest of the team's clients without a task."""
        lot = self.dice.random()
        async with self.firm.work() as work:
            query = select(Gap).where(Gap.closed_at.is_(None), Gap.escalated_at.is_not(None))
            gaps = list(await work.session.scalars(query.order_by(Gap.id).limit(2)))
            ids = [(gap.client_id, gap.deal_id) for gap in gaps]
        for client_id, deal_id in ids[:1] if lot < 0.6 else []:

            async def gives(act: Act, client_id: int = client_id) -> None:
                await give_day(act, client_id)

            await self._does("Игорь", gives if lot < 0.4 else self._plan(client_id, deal_id))

    async def _goes_on_vacation(self, day: date) -> None:
        self.unusual.update(day + timedelta(days=n) for n in range(9))
        wanted = Vacation(day + timedelta(days=1), day + timedelta(days=6))

        async def goes(act: Act) -> None:
            await set_vacation(act, act.actor.id, wanted, self.people["Анна"])

        await self._does("Лёня", goes)

    async def _evening(self) -> None:
        async def postpones(act: Act) -> None:
            await postponing.postpone(act, act.today)

        await self._does("Лёня", postpones)


class NoPace(Pace):
    """Nobody rests: the clock of the story does not move by itself."""

    def rest(self, user_id: int, seconds: float = 0) -> None:
        """Messages to one person come one after the other, at once."""

"""Every act that a tap does and that may be taken back, ready to be tapped in Anna's chat."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import time

from aiogram.methods import EditMessageText
from aiogram.types import InlineKeyboardMarkup

from bot.method.core.terms import (
    DealStatus,
    Direction,
    LossReason,
    Outcome,
    PoolReason,
    Role,
    TaskKind,
)
from bot.method.people.parting import PartingKind, PartingWay
from bot.method.pool.leave import LeaveReason
from bot.method.tasks.date_question import Purpose
from bot.models import Task, User
from bot.services.deals.deals import wants_to_buy
from bot.services.people import parting_plan
from bot.services.people.parting_plan import Wish
from bot.services.pool import handing_out, losing, picks
from bot.services.tasks.tasks import When, plan_task
from bot.views.taps.base import Tap, pack
from bot.views.taps.day import ToTomorrow
from bot.views.taps.gaps import GiveDay
from bot.views.taps.people import PartNow
from bot.views.taps.picking.picks import CallPickedLost
from bot.views.taps.planning.walk import WalkPlan, WalkRelease
from bot.views.taps.pool import (
    AnotherRound,
    Assign,
    CallLost,
    Failed,
    HandOutNow,
    HandOverTo,
    Release,
    Restore,
    Returned,
    TakePooled,
)
from bot.views.taps.tasks import (
    AnswerOn,
    BuyOn,
    CloseDeal,
    Finish,
    MoveTo,
    PlanOn,
    TakeDate,
    TryAgain,
)
from tests.builders import Firm
from tests.service import pooled, seen
from tests.service.gateway import Gateway, Listener, tapped

UNDO = "↩️ Отменить"


@dataclass(frozen=True)
class Answer:
    text: str
    labels: tuple[str, ...]


@dataclass
class Desk:
    """Anna's chat."""

    telegram: Listener
    door: Gateway

    async def taps(self, tap: Tap, times: int = 1) -> list[Answer]:
        """What the message becomes with each tap."""
        for _ in range(times):
            await self.door.stores(tapped(101, pack(tap)))
            assert await self.door.deals() == (0, 0)
        return [self._read(call) for call in self._edits()[-times:]]

    def _edits(self) -> list[EditMessageText]:
        return [call for call in self.telegram.heard if isinstance(call, EditMessageText)]

    def _read(self, call: EditMessageText) -> Answer:
        markup = call.reply_markup
        rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else []
        return Answer(call.text, tuple(button.text for row in rows for button in row))


async def call(firm: Firm, anna: int, kind: TaskKind = TaskKind.CALL) -> int:
    """A client with one task for today; the number of the task."""
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        _, task = await plan_task(act, client, None, When(firm.in_days(0)), kind=kind)
        return task.id


async def inbound(firm: Firm, anna: int) -> int:
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        task = Task(
            client_id=client,
            owner_id=anna,
            direction=Direction.INBOUND,
            arrived_at=act.now,
            created_at=act.now,
        )
        act.session.add(task)
        await act.session.flush()
        return task.id


async def deal(firm: Firm, anna: int) -> int:
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        made = await wants_to_buy(act, client, When(firm.in_days(0)), title="Столы", amount=12000)
        made.deal.currency = "RUB"
    firm.moved(minutes=5)
    return made.deal.id


async def gap(firm: Firm, anna: int) -> int:
    client = await firm.client(anna)
    (found,) = await seen.gaps(firm, client)
    return found.id


async def attempt(firm: Firm, anna: int) -> int:
    head = await firm.person("Игорь", Role.HEAD)
    client = await pooled.let_go(firm, await firm.person("Борис"))
    await pooled.assign(firm, head, client, anna)
    firm.moved(minutes=5)
    return client


Prepared = Callable[[Firm, int], Awaitable[Tap]]


def ended(outcome: Outcome, kind: TaskKind = TaskKind.CALL) -> Prepared:
    async def made(firm: Firm, anna: int) -> Tap:
        return Finish(await call(firm, anna, kind), outcome)

    return made


def closed(status: DealStatus, reason: LossReason | None = None) -> Prepared:
    async def made(firm: Firm, anna: int) -> Tap:
        return CloseDeal(await deal(firm, anna), status, reason)

    return made


async def handled(firm: Firm, anna: int) -> Tap:
    return Finish(await inbound(firm, anna), Outcome.HANDLED)


async def answered(firm: Firm, anna: int) -> Tap:
    return AnswerOn(await inbound(firm, anna), firm.in_days(2))


async def bought(firm: Firm, anna: int) -> Tap:
    task = await call(firm, anna)
    return BuyOn(await client_of(firm, task), task, firm.in_days(2))


async def bought_at_a_time(firm: Firm, anna: int) -> Tap:
    task = await call(firm, anna)
    client = await client_of(firm, task)
    return TakeDate(Purpose.BUY, client, task, firm.in_days(2), time(15), sure=True)


async def planned(firm: Firm, anna: int) -> Tap:
    return PlanOn(await firm.client(anna), None, firm.in_days(2))


async def moved(firm: Firm, anna: int) -> Tap:
    return MoveTo(await call(firm, anna), firm.in_days(2))


async def tried(firm: Firm, anna: int) -> Tap:
    return TryAgain(await call(firm, anna), firm.in_days(1), time(10), 1)


async def walked(firm: Firm, anna: int) -> Tap:
    await firm.client(anna, "Лютик")
    return WalkPlan(await gap(firm, anna), firm.in_days(2))


async def let_go_on_the_walk(firm: Firm, anna: int) -> Tap:
    await firm.client(anna, "Лютик")
    return WalkRelease(await gap(firm, anna), sure=True)


async def let_go(firm: Firm, anna: int) -> Tap:
    return Release(await client_of(firm, await call(firm, anna)), PoolReason.NOT_ACTIVE)


async def returned(firm: Firm, anna: int) -> Tap:
    return Returned(await attempt(firm, anna))


async def failed(firm: Firm, anna: int) -> Tap:
    return Failed(await attempt(firm, anna))


async def postponed(firm: Firm, anna: int) -> Tap:
    await call(firm, anna)
    return ToTomorrow(firm.in_days(0))


async def leads(firm: Firm, anna: int) -> int:
    """Anna is the head from now on; the number of somebody else who works."""
    boris = await firm.person("Борис")
    async with firm.work() as work:
        (await work.session.get_one(User, anna)).role = Role.HEAD
    return boris


async def called_lost(firm: Firm, anna: int) -> Tap:
    return CallLost(await firm.client(await leads(firm, anna)))


async def handed_over(firm: Firm, anna: int) -> Tap:
    client = await firm.client(anna)
    return HandOverTo(client, await leads(firm, anna))


def restored(*, to_pool: bool) -> Prepared:
    async def made(firm: Firm, anna: int) -> Tap:
        client, boris = await firm.client(anna), await leads(firm, anna)
        async with firm.act(anna) as act:
            await losing.lose(act, client)
        firm.moved(minutes=5)
        return Restore(client, None if to_pool else boris)

    return made


async def assigned(firm: Firm, anna: int) -> Tap:
    boris = await leads(firm, anna)
    client = await pooled.let_go(firm, await firm.person("Вера"))
    firm.moved(minutes=5)
    return Assign(client, boris)


async def taken(firm: Firm, anna: int) -> Tap:
    await pooled.set_rule(firm, "self_take_allowed", "1")
    client = await pooled.let_go(firm, await firm.person("Вера"))
    firm.moved(days=2)
    return TakePooled(client)


def handed_out(count: int) -> Prepared:
    async def made(firm: Firm, anna: int) -> Tap:
        await leads(firm, anna)
        vera = await firm.person("Вера")
        await pooled.all_let_go(firm, await firm.clients(vera, count))
        await firm.person("Глеб")
        firm.moved(minutes=5)
        async with firm.act(anna) as act:
            mark = (await handing_out.preview(act, count)).plan.mark
        return HandOutNow(count, None, mark)

    return made


async def day_given(firm: Firm, anna: int) -> Tap:
    return GiveDay(await firm.client(await leads(firm, anna)))


def all_handed_over(count: int) -> Prepared:
    async def made(firm: Firm, anna: int) -> Tap:
        boris = await leads(firm, anna)
        await firm.clients(boris, count)
        wish = Wish(boris, PartingKind.HAND_OVER, PartingWay.ONE, await firm.person("Вера"))
        async with firm.act(anna) as act:
            mark = (await parting_plan.preview(act, wish)).mark
        return PartNow(wish.person_id, wish.kind, wish.way, wish.to_id, mark)

    return made


def ticked_and_lost(count: int) -> Prepared:
    async def made(firm: Firm, anna: int) -> Tap:
        boris = await leads(firm, anna)
        clients = await firm.clients(boris, count)
        await pooled.all_let_go(firm, clients)
        firm.moved(minutes=5)
        async with firm.act(anna) as act:
            for client in clients:
                await picks.tick(act, client, on=True)
        return CallPickedLost(count, LeaveReason.MISFIT)

    return made


async def counted_anew(firm: Firm, anna: int) -> Tap:
    boris = await leads(firm, anna)
    client = await pooled.let_go(firm, await firm.person("Вера"))
    await pooled.spend(firm, anna, client, boris, 3)
    firm.moved(minutes=5)
    return AnotherRound(client)


async def client_of(firm: Firm, task_id: int) -> int:
    async with firm.work() as work:
        return (await work.session.get_one(Task, task_id)).client_id


DEEDS: dict[str, Prepared] = {
    "talked": ended(Outcome.TALKED),
    "met": ended(Outcome.MET, TaskKind.MEETING),
    "not held": ended(Outcome.NOT_HELD, TaskKind.MEETING),
    "declined": ended(Outcome.DECLINED, TaskKind.OFFER),
    "handled": handled,
    "answered with a plan": answered,
    "won": closed(DealStatus.WON),
    "lost": closed(DealStatus.LOST, LossReason.TIMING),
    "wants to buy": bought,
    "wants to buy, at a time": bought_at_a_time,
    "planned": planned,
    "moved": moved,
    "nobody answered": tried,
    "a stop of the walk": walked,
    "let go on the walk": let_go_on_the_walk,
    "let go": let_go,
    "came back": returned,
    "did not come back": failed,
    "till tomorrow": postponed,
    "called lost": called_lost,
    "handed over": handed_over,
    "restored to the pool": restored(to_pool=True),
    "restored to somebody": restored(to_pool=False),
    "assigned": assigned,
    "taken by oneself": taken,
    "a day given": day_given,
    "all handed over": all_handed_over(3),
    "many handed over": all_handed_over(35),
    "ticked and lost": ticked_and_lost(2),
    "many ticked and lost": ticked_and_lost(35),
    "another round": counted_anew,
    "one handed out": handed_out(1),
    "several handed out": handed_out(5),
    "many handed out": handed_out(35),
}

"""A second tap within the minute is shown what the first was: the question, and the way back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time

import pytest
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
from bot.models import Deal, Task, User
from bot.models.undo import last_step
from bot.services.deals.deals import wants_to_buy
from bot.services.people import parting_plan
from bot.services.people.parting_plan import Wish
from bot.services.pool import handing_out, losing, picks
from bot.services.tasks.tasks import When, plan_task
from bot.views.taps.base import Tap, pack
from bot.views.taps.day import ToTomorrow
from bot.views.taps.gaps import GiveDay
from bot.views.taps.nav import StartRound
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
    AskAgain,
    BuyOn,
    CloseDeal,
    Finish,
    MoveTo,
    PlanOn,
    StopRound,
    TakeDate,
    TryAgain,
)
from bot.views.taps.undo import Undo
from tests.builders import Firm
from tests.service import pooled, seen
from tests.service.gateway import Gateway, Listener, gateway, tapped

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


BY_ITSELF = ("talked", "won", "wants to buy", "nobody answered", "a stop of the walk", "let go")
CASES = [(name, True) for name in DEEDS] + [(name, False) for name in BY_ITSELF]


@pytest.mark.parametrize(("name", "working"), CASES)
async def test_the_second_tap_shows_what_the_first_did(
    firm: Firm, name: str, working: bool
) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Василёк", due=firm.in_days(0))
    tap = await DEEDS[name](firm, anna)
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        desk = Desk(telegram, door)
        await desk.taps(StartRound() if working else StopRound())
        (first,) = await desk.taps(tap)
        assert UNDO in first.labels
        firm.moved(seconds=20)
        (second,) = await desk.taps(tap)
    assert (second.text, set(second.labels)) == (first.text, set(first.labels))


async def test_another_button_of_the_same_card_keeps_the_question(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Василёк", due=firm.in_days(0))
    task = await call(firm, anna)
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        desk = Desk(telegram, door)
        await desk.taps(StartRound())
        (first,) = await desk.taps(Finish(task, Outcome.TALKED))
        for other in (Finish(task, Outcome.WROTE), AskAgain(task)):
            (second,) = await desk.taps(other)
            assert (second.text, second.labels) == (first.text, first.labels)
        firm.moved(seconds=61)
        (late,) = await desk.taps(Finish(task, Outcome.TALKED))
        assert "Когда следующий контакт?" not in late.text
        assert UNDO not in late.labels


async def test_a_new_attempt_for_the_same_time_is_written_down(firm: Firm) -> None:
    anna = await firm.person("Анна")
    task = await call(firm, anna)
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        desk = Desk(telegram, door)
        for number in (1, 2, 3):
            (asked,) = await desk.taps(AskAgain(task))
            assert any(label.startswith("Завтра утром · 10:00") for label in asked.labels)
            await desk.taps(TryAgain(task, firm.in_days(1), time(10), number), times=2)
            async with firm.work() as work:
                assert (await work.session.get_one(Task, task)).attempts == number
            firm.moved(seconds=20)
        firm.moved(minutes=5)
        # The same button again, long after: a repeat is told by the attempt that it was for.
        await desk.taps(TryAgain(task, firm.in_days(1), time(10), 3))
        (noted,) = await desk.taps(TryAgain(task, firm.in_days(1), time(15), 3))
        assert "Эта попытка уже записана" in noted.text
        async with firm.work() as work:
            assert (await work.session.get_one(Task, task)).attempts == 3
        (score,) = await desk.taps(StopRound())
        assert "недозвонов 3" in score.text


async def test_after_the_last_attempt_other_ways_are_offered(firm: Firm) -> None:
    anna = await firm.person("Анна")
    task = await call(firm, anna)
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        desk = Desk(telegram, door)
        for number in range(1, 11):
            (asked,) = await desk.taps(AskAgain(task))
            if not any(label.startswith("Завтра утром") for label in asked.labels):
                break
            await desk.taps(TryAgain(task, firm.in_days(1), time(10), number))
            firm.moved(minutes=2)
        assert any("Сменить канал" in label for label in asked.labels)
        assert any("отстойник" in label for label in asked.labels)
        (score,) = await desk.taps(StopRound())
        assert f"недозвонов {number - 1}" in score.text


async def test_an_attempt_that_was_taken_back_is_not_in_the_score(firm: Firm) -> None:
    anna = await firm.person("Анна")
    task = await call(firm, anna)
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        desk = Desk(telegram, door)
        await desk.taps(TryAgain(task, firm.in_days(1), time(10), 1))
        async with firm.work() as work:
            step = await last_step(work.session, anna, datetime.min.replace(tzinfo=UTC))
        assert step is not None
        await desk.taps(Undo(step.id))
        (score,) = await desk.taps(StopRound())
        assert "недозвонов" not in score.text


async def test_a_won_deal_is_named_and_the_plan_may_stay(firm: Firm) -> None:
    anna = await firm.person("Анна")
    won = await deal(firm, anna)
    async with firm.work() as work:
        row = await work.session.get_one(Deal, won)
        client = row.client_id
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        desk = Desk(telegram, door)
        (alone,) = await desk.taps(CloseDeal(won, DealStatus.WON))
        assert "Поздравляем с продажей" in alone.text
        assert "Столы" in alone.text
        assert "120\N{NO-BREAK SPACE}₽" in alone.text
        assert "➡️ Так и оставить" not in alone.labels
        async with firm.act(anna) as act:
            other = (await wants_to_buy(act, client, When(firm.in_days(4)), title="Стулья")).deal.id
            firm.moved(minutes=5)
        async with firm.act(anna) as act:
            third = (await wants_to_buy(act, client, When(firm.in_days(5)), title="Лампы")).deal.id
        firm.moved(minutes=5)
        (beside,) = await desk.taps(CloseDeal(other, DealStatus.WON))
        assert "Лампы" in beside.text
        assert "➡️ Так и оставить" in beside.labels
        (lost,) = await desk.taps(CloseDeal(third, DealStatus.LOST, LossReason.TIMING))
        assert "➡️ Так и оставить" not in lost.labels

"""A day that is measured late, after a night without the bot, is as it was (R10, R12)."""

from datetime import date, datetime

from sqlalchemy import select

from bot.method.core.terms import PoolReason, Role
from bot.method.gaps.reprieve import ReprieveKind, ReprieveReason
from bot.models.day_record import DayRecord
from bot.services.deals import deals
from bot.services.gaps.reprieve_endings import lift, running
from bot.services.gaps.reprieves import set_reprieve
from bot.services.pool import losing, releasing
from bot.services.pool.handover import hand_over
from bot.services.tasks.tasks import When, move_task
from tests.builders import MOSCOW, Firm, at
from tests.service.day.test_evening import TUESDAY, anna_at_nine, days, inbound, task_of, tick


async def test_a_day_that_is_measured_late_is_as_it_was_on_time(firm: Firm) -> None:
    """Between its midnight and the next look everything that can change has changed."""
    anna = await anna_at_nine(firm)
    boris = await firm.person("Борис", Role.MANAGER)
    head = await firm.person("Игорь", Role.ADMIN)
    due = {name: await firm.client(anna, name, due=TUESDAY) for name in ("Перенос", "Звонок")}
    given, pooled, lost = [await firm.client(anna, name) for name in ("Отдан", "Пул", "Потерян")]
    waits = await firm.client(anna, "Пауза")
    got = await firm.client(boris, "Получен")
    await tick(firm, 24, 18)
    at(firm, 24, 20)
    async with firm.act(head) as act:
        await set_reprieve(act, waits, ReprieveKind.PAUSE, date(2027, 3, 1), ReprieveReason.OTHER)
    at(firm, 25, 0, 5)
    async with firm.act(head) as act:
        await hand_over(act, given, boris)
        await hand_over(act, got, anna)
        await releasing.release(act, pooled, PoolReason.HEAD_DECIDED)
        await losing.lose(act, lost)
        (pause,) = (await running(act, ReprieveKind.PAUSE)).lines
        await lift(act, pause.reprieve_id)
    await firm.client(anna, "Новый")
    task = await task_of(firm, due["Перенос"])
    async with firm.act(anna) as act:
        await move_task(act, task, When(date(2026, 11, 27)))
        await deals.wants_to_buy(act, due["Звонок"], When(date(2026, 11, 27)))
    await tick(firm, 25, 8)
    async with firm.work() as work:
        (record,) = await work.session.scalars(
            select(DayRecord).where(DayRecord.user_id == anna, DayRecord.on == TUESDAY)
        )
    assert record.measured_at == datetime(2026, 11, 25, tzinfo=MOSCOW)
    assert (record.subjects, record.uncovered, record.overdue) == (5, 3, 2)


async def test_a_missed_day_is_judged_by_the_clients_of_then(firm: Firm) -> None:
    anna = await anna_at_nine(firm)
    boris, head = await firm.person("Борис"), await firm.person("Игорь", Role.ADMIN)
    given, kept = [await firm.client(anna, name, due=TUESDAY) for name in ("Отдан", "Свой")]
    await inbound(firm, anna, given)
    at(firm, 25, 0, 5)
    async with firm.act(head) as act:
        await hand_over(act, given, boris)
    task = await task_of(firm, kept)
    async with firm.act(anna) as act:
        await move_task(act, task, When(date(2026, 11, 27)))
    await tick(firm, 25, 8)
    assert await days(firm) == [(TUESDAY, False, 3, 0)]

"""The evening check, moving what is left to tomorrow, and how the day is remembered (R10)."""

from datetime import date, datetime

import pytest
from sqlalchemy import select

from bot.jobs import clock
from bot.method.core.refusals import Stale
from bot.method.core.terms import Direction, Outcome, Role, UndoableAction
from bot.method.day.cards import Postponing, Stays
from bot.models import Task
from bot.models.day_record import DayRecord
from bot.models.timeline import TimelineEntry
from bot.services.core.coverage import refresh
from bot.services.core.undo import begin, keep, take_back
from bot.services.day.messages import EveningMessage
from bot.services.planning import unloading
from bot.services.tasks.postponing import postpone, preview
from bot.services.tasks.tasks import When, finish_task, no_answer, plan_task
from bot.telegram.render import day as render
from bot.views.words import Words
from tests.builders import MOSCOW, Firm, at
from tests.service import seen
from tests.service.running import run_job

TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)


async def tick(firm: Firm, day: int, hour: int, minute: int = 0) -> int:
    at(firm, day, hour, minute)
    return await look(firm)


async def look(firm: Firm) -> int:
    await clock.run_once(firm.transactions)
    await run_job(firm, "digest")
    return (await run_job(firm, "evening"))["evenings"]


async def anna_at_nine(firm: Firm) -> int:
    """Somebody whose evening has been worked out: Tuesday, nine in the morning."""
    anna = await firm.person("Анна", Role.MANAGER)
    await tick(firm, 24, 9)
    return anna


async def task_of(firm: Firm, client: int) -> int:
    return (await seen.tasks(firm, client))[0].id


async def inbound(firm: Firm, owner: int, client: int) -> int:
    async with firm.work() as work:
        task = Task(
            client_id=client,
            owner_id=owner,
            direction=Direction.INBOUND,
            arrived_at=work.now,
            deadline_at=work.now,
            created_at=work.now,
        )
        work.session.add(task)
        await work.session.flush()
        await refresh(work, client)
        return task.id


async def days(firm: Firm) -> list[tuple[date, bool, int, int]]:
    async with firm.work() as work:
        query = select(DayRecord).order_by(DayRecord.on)
        rows = await work.session.scalars(query)
        return [(row.on, row.clean, row.left, row.done) for row in rows]


async def finish(firm: Firm, owner: int, task: int) -> None:
    async with firm.act(owner) as act:
        await finish_task(act, task, Outcome.TALKED)


async def test_something_is_left_and_the_check_comes_once(firm: Firm) -> None:
    anna = await anna_at_nine(firm)
    await firm.client(anna, due=TUESDAY)
    assert await tick(firm, 24, 17, 59) == 0
    assert await tick(firm, 24, 18) == 1
    assert [await tick(firm, 24, 18, 1), await tick(firm, 24, 23, 59)] == [0, 0]
    (message,) = await seen.messages(firm, "evening")
    assert message.payload == {"on": "2026-11-24"}
    assert message.not_before.astimezone(MOSCOW).hour == 18
    assert await days(firm) == [(TUESDAY, False, 1, 0)]


async def test_a_clean_day_is_remembered_and_nothing_is_sent(firm: Firm) -> None:
    anna = await anna_at_nine(firm)
    client = await firm.client(anna, due=TUESDAY)
    at(firm, 24, 12)
    await finish(firm, anna, await task_of(firm, client))
    assert await tick(firm, 24, 18) == 0
    assert await seen.messages(firm, "evening") == []
    assert await days(firm) == [(TUESDAY, True, 0, 1)]


async def test_a_day_off_has_no_check_and_no_record(firm: Firm) -> None:
    anna = await anna_at_nine(firm)
    await firm.client(anna, due=TUESDAY)
    for day in (24, 25, 26, 27, 28, 29, 30):
        await tick(firm, day, 18)
    told = [row.payload["on"] for row in await seen.messages(firm, "evening")]
    assert told == [f"2026-11-{day}" for day in (24, 25, 26, 27, 30)]
    assert [on.day for on, *_ in await days(firm)] == [24, 25, 26, 27, 30]


async def test_found_late_it_comes_until_midnight_and_is_dropped_after(firm: Firm) -> None:
    anna = await anna_at_nine(firm)
    await firm.client(anna, due=TUESDAY)
    assert await tick(firm, 24, 23, 30) == 1
    assert await tick(firm, 26, 8) == 0
    assert await tick(firm, 26, 18) == 1
    told = [row.payload["on"] for row in await seen.messages(firm, "evening")]
    assert told == ["2026-11-24", "2026-11-26"]


async def test_a_missed_evening_is_recorded_as_its_midnight_was(firm: Firm) -> None:
    anna = await anna_at_nine(firm)
    client = await firm.client(anna, due=TUESDAY)
    at(firm, 24, 19)
    await finish(firm, anna, await task_of(firm, client))
    assert await tick(firm, 25, 8) == 0
    assert await days(firm) == [(TUESDAY, True, 0, 1)]


async def test_what_is_finished_before_midnight_makes_the_day_clean_after_all(firm: Firm) -> None:
    anna = await anna_at_nine(firm)
    clients = [await firm.client(anna, due=TUESDAY) for _ in range(2)]
    await tick(firm, 24, 18)
    for client in clients:
        at(firm, 24, 21)
        await finish(firm, anna, await task_of(firm, client))
    await tick(firm, 25, 0)
    assert await days(firm) == [(TUESDAY, True, 2, 2)]
    await tick(firm, 25, 18)
    assert (await days(firm))[0] == (TUESDAY, True, 2, 2)


async def test_what_is_finished_after_midnight_or_moved_does_not(firm: Firm) -> None:
    anna = await anna_at_nine(firm)
    late = await firm.client(anna, due=TUESDAY)
    await firm.client(anna, due=TUESDAY)
    await tick(firm, 24, 18)
    at(firm, 25, 0, 30)
    await finish(firm, anna, await task_of(firm, late))
    await tick(firm, 25, 1)
    assert await days(firm) == [(TUESDAY, False, 2, 0)]
    async with firm.act(anna) as act:
        await postpone(act, act.today)
    await tick(firm, 25, 18)
    assert (await days(firm))[0] == (TUESDAY, False, 2, 0)


async def test_an_inbound_after_the_check_belongs_to_tomorrow(firm: Firm) -> None:
    anna = await anna_at_nine(firm)
    client = await firm.client(anna, due=WEDNESDAY)
    await tick(firm, 24, 18)
    at(firm, 24, 20)
    await inbound(firm, anna, client)
    await tick(firm, 25, 0)
    assert await days(firm) == [(TUESDAY, True, 0, 0)]


async def test_who_has_no_clients_has_no_days(firm: Firm) -> None:
    await anna_at_nine(firm)
    await tick(firm, 24, 18)
    assert await days(firm) == []


async def everything_left(firm: Firm) -> tuple[int, list[int]]:
    """An untimed task of today, an overdue one, a timed one and an inbound; five tomorrow."""
    anna = await anna_at_nine(firm)
    clients = [await firm.client(anna, name, due=TUESDAY) for name in ("Ромашка", "Котов")]
    for _ in range(5):
        await firm.client(anna, due=WEDNESDAY)
    timed = await firm.client(anna, "Белова")
    async with firm.act(anna) as act:
        when = datetime(2026, 11, 24, 15, tzinfo=MOSCOW)
        await plan_task(act, timed, None, When(TUESDAY, when))
    writes = await firm.client(anna, "Орлов", due=WEDNESDAY)
    await inbound(firm, anna, writes)
    overdue = await task_of(firm, clients[0])
    async with firm.work() as work:
        (await work.session.get_one(Task, overdue)).due_on = date(2026, 11, 23)
    at(firm, 24, 18)
    return anna, clients


async def test_tomorrows_load_is_shown_first(firm: Firm) -> None:
    anna, clients = await everything_left(firm)
    async with firm.act(anna) as act:
        plan = await preview(act)
    assert (plan.to, plan.load, plan.capacity, plan.count) == (WEDNESDAY, 6, 12, 2)
    assert [(line.client_name, why) for line, why in plan.stay] == [
        ("Орлов", Stays.INBOUND),
        ("Белова", Stays.TIMED),
    ]
    assert [task.moves for task in await seen.tasks(firm, clients[0])] == [0]


async def moved(firm: Firm, person: int) -> Postponing:
    async with firm.act(person) as act:
        return await postpone(act, TUESDAY)


async def test_what_is_left_moves_at_once_counted_and_only_once(firm: Firm) -> None:
    anna, clients = await everything_left(firm)
    done = await moved(firm, anna)
    assert (done.done, done.count, done.load) == (True, 2, 6)
    for client in clients:
        (task,) = await seen.tasks(firm, client)
        assert (task.due_on, task.moves) == (WEDNESDAY, 1)
        assert await seen.gaps(firm, client) == []
    again = await moved(firm, anna)
    assert (again.count, again.load) == (0, 8)
    async with firm.work() as work:
        query = select(TimelineEntry.data).where(TimelineEntry.event == "task_moved")
        events = (await work.session.scalars(query.order_by(TimelineEntry.id))).all()
    assert [(one["before"], one["after"]) for one in events] == [
        ("2026-11-23", "2026-11-25"),
        ("2026-11-24", "2026-11-25"),
    ]


async def test_a_colleagues_tasks_stay_where_they_are(firm: Firm) -> None:
    _, clients = await everything_left(firm)
    boris = await firm.person("Борис", Role.MANAGER)
    assert (await moved(firm, boris)).count == 0
    assert [task.moves for task in await seen.tasks(firm, clients[0])] == [0]


async def test_the_button_of_another_day_moves_nothing(firm: Firm) -> None:
    anna, clients = await everything_left(firm)
    at(firm, 25, 9)
    with pytest.raises(Stale, match="day-over"):
        await moved(firm, anna)
    async with firm.act(anna) as act:
        with pytest.raises(Stale, match="day-over"):
            await preview(act, TUESDAY)
        assert (await preview(act)).count == 8, "a button without a date is of the day it is tapped"
    assert [task.moves for task in await seen.tasks(firm, clients[0])] == [0]


async def test_before_a_long_holiday_what_is_beyond_the_horizon_stays(firm: Firm) -> None:
    anna = await firm.person("Анна", Role.MANAGER)
    async with firm.act(anna) as act:
        act.actor.away_from, act.actor.away_until = WEDNESDAY, date(2027, 1, 15)
    await firm.client(anna, due=TUESDAY)
    async with firm.act(anna) as act:
        plan = await preview(act)
    assert (plan.count, [why for _, why in plan.stay]) == (0, [Stays.HORIZON])


async def test_the_clock_goes_a_year_ahead_and_back_and_no_day_is_lost(firm: Firm) -> None:
    anna = await anna_at_nine(firm)
    await firm.client(anna, due=TUESDAY)
    await tick(firm, 24, 18)
    firm.clock.set(datetime(2027, 11, 24, 18, 30, tzinfo=MOSCOW))
    await look(firm)
    for day in (24, 25, 26):
        for hour in (9, 18, 19):
            await tick(firm, day, hour)
    for kind in ("evening", "digest"):
        told = [row.payload["on"] for row in await seen.messages(firm, kind)]
        november = sorted(day for day in told if day < "2027")
        assert november == [f"2026-11-{day}" for day in (24, 25, 26)]


async def test_the_move_to_tomorrow_can_be_taken_back(firm: Firm) -> None:
    anna, clients = await everything_left(firm)
    async with firm.act(anna) as act:
        begin(act)
        await postpone(act, TUESDAY)
        step = await keep(act)
    assert step is not None
    async with firm.act(anna) as act:
        back = await take_back(act, step)
    assert back.deed is UndoableAction.POSTPONE
    assert [task.moves for client in clients for task in await seen.tasks(firm, client)] == [0, 0]


async def test_what_a_day_cannot_hold_is_spread_over_several(firm: Firm) -> None:
    """Twenty-five untimed ones with one overdue, against a norm of twelve; the inbound and what
    has a time stay, a second tap does nothing, and it can be taken back."""
    anna, clients = await everything_left(firm)
    for _ in range(23):
        clients.append(await firm.client(anna, due=TUESDAY))
    async with firm.act(anna) as act:
        shown = await unloading.preview_left(act)
    assert (shown.count, shown.staying) == (25, 0)
    assert [(day.on.day, day.before, day.after) for day in shown.days] == [
        (24, 25, 1),
        (25, 6, 12),
        (26, 0, 12),
        (27, 0, 7),
    ]
    async with firm.act(anna) as act:
        assert await unloading.carry_out_left(act, shown.mark) == shown
    assert await moves_of(firm, clients) == [1] * 25
    for client in clients:
        assert await seen.gaps(firm, client) == []
    with pytest.raises(Stale, match="unload-changed"):
        async with firm.act(anna) as act:
            await unloading.carry_out_left(act, shown.mark)
    async with firm.act(anna) as act:
        await take_back(act, firm.steps[-1])
    assert await moves_of(firm, clients) == [0] * 25
    async with firm.act(anna) as act:
        assert await unloading.preview_left(act) == shown


async def moves_of(firm: Firm, clients: list[int]) -> list[int]:
    return [task.moves for client in clients for task in await seen.tasks(firm, client)]


async def test_a_spread_that_is_not_as_it_was_shown_is_refused(firm: Firm) -> None:
    anna, clients = await everything_left(firm)
    async with firm.act(anna) as act:
        mark = (await unloading.preview_left(act)).mark
    await finish(firm, anna, await task_of(firm, clients[1]))
    with pytest.raises(Stale, match="unload-changed"):
        async with firm.act(anna) as act:
            await unloading.carry_out_left(act, mark)
    assert await moves_of(firm, clients[:1]) == [0]


async def test_the_check_says_what_was_done_today(firm: Firm) -> None:
    anna = await anna_at_nine(firm)
    tasks = [
        await task_of(firm, await firm.client(anna, f"Астра {n}", due=TUESDAY)) for n in range(9)
    ]
    at(firm, 24, 12)
    await finish(firm, anna, tasks[0])
    for task in tasks[1:7]:
        async with firm.act(anna) as act:
            await no_answer(act, task, When(WEDNESDAY))
    at(firm, 24, 18)
    async with firm.act(anna) as act:
        screen = await render.evening(act, EveningMessage(TUESDAY), Words("ru"))
    assert screen is not None
    assert "Сделано 1 · перенесено 0 · недозвонов 6" in screen.text
